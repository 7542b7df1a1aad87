import { domainToUnicode } from 'url';

import type { RocketChatService } from '../catalogue/hosts';
import type { Basis, Confidence, DeploymentModel } from '../catalogue/vocabulary';
import { LONGEST_ADDRESS, readAddress } from './address';
import type { NoHostReason } from './address';
import { isInternal, isIpAddress, kindOfHost, serviceAt } from './host';
import { readLink } from './link';
import type { Deployment } from './posture';

/** What somebody who typed something after `/server-lookup` asks for. */
export type Asked = { readonly kind: 'help' } | NoHost | AskedHost;

/** A host, or the one that a link of Rocket.Chat's leads to. */
export interface AskedHost {
	readonly kind: 'host';
	readonly host: string;
	readonly hasUserInfo: boolean;
	readonly isFromLink: boolean;
}

/** Something typed that is no host, or a link that does not lead to one; `typed` is as raw as it came. */
export interface NoHost {
	readonly kind: 'no-host';
	readonly reason: NoHostReason | 'link-none' | 'link-several';
	readonly typed: string;
}

/** What a host is, as far as its name tells without a network. */
export type Place = 'open-server' | 'rocket-chat' | 'loopback' | 'internal' | 'address' | 'look-alike' | 'other';

/** Something that the asker should know of the name itself. */
export type LookupNote = 'link' | 'user-info' | 'own-unread';

interface AboutHost {
	readonly host: string;
	/** The host as people write it, where that differs. */
	readonly unicode: string | null;
	readonly notes: readonly LookupNote[];
}

/** The answer of `/server-lookup`, not yet in words. */
export type LookupVerdict =
	| NoHost
	| ({ readonly kind: 'own'; readonly verdict: OwnVerdict } & AboutHost)
	| ({ readonly kind: 'service'; readonly service: RocketChatService } & AboutHost)
	| ({ readonly kind: 'elsewhere'; readonly place: Place } & AboutHost);

/** What everybody may know of their own workspace's deployment. */
export interface OwnVerdict {
	readonly model: DeploymentModel;
	readonly confidence: Confidence;
	readonly basis: Basis;
}

/** This workspace's own host, as far as it could be read. */
export type OwnHost = { readonly readable: true; readonly host: string | null } | { readonly readable: false };

/** Finds the host in what was typed: the first word, brackets, quotes and a Markdown link around it taken off. Never throws. */
export function readAsked(text: string): Asked {
	const words = text.trim();
	if (words === '' || /^help(?:\s|$)/i.test(words)) {
		return { kind: 'help' };
	}
	const typed = unwrap(words);
	const linked = typed.length > LONGEST_ADDRESS ? null : readLink(typed);
	if (linked === 'none' || linked === 'several') {
		return { kind: 'no-host', reason: `link-${linked}`, typed };
	}
	const read = linked ?? readAddress(typed);
	return 'reason' in read ? { kind: 'no-host', reason: read.reason, typed } : { kind: 'host', host: read.host, hasUserInfo: read.hasUserInfo, isFromLink: linked !== null };
}

/** The first word without what chat and mail programs put around an address. */
function unwrap(words: string): string {
	const link = /^["'`“”‘’<(*]*!?\[[^\]]*\]\(\s*([^\s)]*)/.exec(words);
	const [first = ''] = (link?.[1] ?? words).split(/\s/, 1);
	const [word = ''] = first.replace(/^[<"'`“”„‘’‚«»(*]+/, '').split('|', 1);
	return word.slice(0, LONGEST_ADDRESS + 1).replace(/[>"'`“”‘’«»)*,;!]+$/, '');
}

/** True for the host of this workspace's own address. `localhost` is the machine on which it is opened, so it is nobody's own. */
export function isOwn(host: string, own: OwnHost): boolean {
	return own.readable && own.host === host && kindOfHost(host) !== 'loopback';
}

/** A workspace of which nothing is known: one that could not be read, or whose verdict is contradicted or not clear. */
export const NOTHING_KNOWN: OwnVerdict = { model: 'unknown', confidence: 'unclear', basis: 'detected' };

/** The verdict without what led to it. One that is contradicted or not clear is not known, and what contradicts it is for admins. */
export function verdictForEverybody({ model, confidence, basis }: Pick<Deployment, 'model' | 'confidence' | 'basis'>): OwnVerdict {
	return confidence === 'unclear' ? NOTHING_KNOWN : { model, confidence, basis };
}

/**
 * Decides what can be told of a host offline. Pure and total.
 *
 * @param own this workspace's own host
 * @param verdict what this workspace is; counts only where the host is its own
 */
export function lookUp({ host, hasUserInfo, isFromLink }: AskedHost, own: OwnHost, verdict: OwnVerdict): LookupVerdict {
	const unicode = unicodeOf(host);
	const typed: LookupNote[] = [...(isFromLink ? ['link' as const] : []), ...(hasUserInfo ? ['user-info' as const] : [])];
	if (isOwn(host, own)) {
		return { kind: 'own', verdict, host, unicode, notes: typed };
	}
	const service = serviceAt(host);
	if (service !== null) {
		return { kind: 'service', service, host, unicode, notes: typed };
	}
	const unread: LookupNote[] = own.readable ? [] : ['own-unread'];
	return { kind: 'elsewhere', place: placeOf(host), host, unicode, notes: [...typed, ...unread] };
}

function placeOf(host: string): Place {
	const kind = kindOfHost(host);
	if (kind === 'open-server' || kind === 'rocket-chat' || kind === 'loopback') {
		return kind;
	}
	if (isInternal(host)) {
		return 'internal';
	}
	return isIpAddress(host) ? 'address' : kind === 'look-alike' ? kind : 'other';
}

function unicodeOf(host: string): string | null {
	if (!host.includes('xn--')) {
		return null;
	}
	// Signs that nobody sees, or that turn the direction of writing, would only deceive.
	const written = domainToUnicode(host).replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, '');
	return written === '' || written === host ? null : written;
}

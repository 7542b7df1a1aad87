import { domainToUnicode } from 'url';

import { ROCKET_CHAT_DOMAIN } from '../catalogue/hosts';
import type { DeploymentModel } from '../catalogue/vocabulary';
import { LONGEST_ADDRESS, readAddress } from './address';
import type { NoHostReason } from './address';
import { isInternal, isIpAddress, kindOfHost } from './host';
import type { Deployment } from './posture';

/** What somebody who typed something after `/server-lookup` asks for. */
export type Asked =
	| { readonly kind: 'help' }
	| NoHost
	| { readonly kind: 'host'; readonly host: string; readonly hasUserInfo: boolean; readonly typed: string };

/** Something typed that is no host; `typed` is as raw as it came. */
export interface NoHost {
	readonly kind: 'no-host';
	readonly reason: NoHostReason | 'single-word';
	readonly typed: string;
}

/** What a host is, as far as its name tells without a network. */
export type Place = 'open-server' | 'rocket-chat' | 'company' | 'loopback' | 'internal' | 'address' | 'other';

/** Something that the asker should know of the name itself. */
export type LookupNote = 'user-info' | 'look-alike' | 'own-unread';

interface AboutHost {
	readonly host: string;
	/** The host as people write it, where that differs. */
	readonly unicode: string | null;
	readonly notes: readonly LookupNote[];
}

/** The answer of `/server-lookup`, not yet in words. */
export type LookupVerdict =
	| NoHost
	| ({ readonly kind: 'own'; readonly model: DeploymentModel } & AboutHost)
	| ({ readonly kind: 'elsewhere'; readonly place: Place } & AboutHost);

/** This workspace's own host, as far as it could be read. */
export type OwnHost = { readonly readable: true; readonly host: string | null } | { readonly readable: false };

/** Finds the host in what was typed: the first word, brackets, quotes and a Markdown link around it taken off. Never throws. */
export function readAsked(text: string): Asked {
	const words = text.trim();
	if (words === '' || /^help(?:\s|$)/i.test(words)) {
		return { kind: 'help' };
	}
	const typed = unwrap(words);
	const read = readAddress(typed);
	return 'reason' in read ? { kind: 'no-host', reason: read.reason, typed } : { kind: 'host', host: read.host, hasUserInfo: read.hasUserInfo, typed };
}

/** The first word without what chat and mail programs put around an address. */
function unwrap(words: string): string {
	const link = /^["'`“”‘’<(*]*!?\[[^\]]*\]\(\s*([^\s)]*)/.exec(words);
	const [first = ''] = (link?.[1] ?? words).split(/\s/, 1);
	const [word = ''] = first.replace(/^[<"'`“”„‘’‚«»(*]+/, '').split('|', 1);
	return word.slice(0, LONGEST_ADDRESS + 1).replace(/[>"'`“”‘’«»)*,;!]+$/, '');
}

/** True for the host of this workspace's own address. `localhost` is whoever's machine it is read on, so it is nobody's own. */
export function isOwn(host: string, own: OwnHost): boolean {
	return own.readable && own.host === host && kindOfHost(host) !== 'loopback';
}

/**
 * What everybody may know of their own workspace's deployment: the model's word.
 * A contradicted one is not known, and what contradicts it is for admins.
 */
export function modelForEverybody({ model, conflicts }: Pick<Deployment, 'model' | 'conflicts'>): DeploymentModel {
	return conflicts.length > 0 ? 'unknown' : model;
}

/**
 * Decides what can be told of a host offline. Pure and total.
 *
 * @param own this workspace's own host
 * @param ownModel what this workspace is; counts only where the host is its own
 */
export function lookUp({ host, hasUserInfo, typed }: Extract<Asked, { kind: 'host' }>, own: OwnHost, ownModel: DeploymentModel): LookupVerdict {
	const unicode = unicodeOf(host);
	const userInfo: LookupNote[] = hasUserInfo ? ['user-info'] : [];
	if (isOwn(host, own)) {
		return { kind: 'own', model: ownModel, host, unicode, notes: userInfo };
	}
	const kind = kindOfHost(host);
	if (kind !== 'loopback' && !host.startsWith('[') && !host.includes('.')) {
		return { kind: 'no-host', reason: 'single-word', typed };
	}
	const place = placeOf(host);
	const lookAlike: LookupNote[] = kind === 'look-alike' && place === 'other' ? ['look-alike'] : [];
	const unread: LookupNote[] = own.readable ? [] : ['own-unread'];
	return { kind: 'elsewhere', place, host, unicode, notes: [...userInfo, ...lookAlike, ...unread] };
}

function placeOf(host: string): Place {
	if (host === ROCKET_CHAT_DOMAIN) {
		return 'company';
	}
	const kind = kindOfHost(host);
	if (kind === 'open-server' || kind === 'rocket-chat') {
		return kind;
	}
	if (kind === 'loopback') {
		return kind;
	}
	if (isInternal(host)) {
		return 'internal';
	}
	return isIpAddress(host) ? 'address' : 'other';
}

function unicodeOf(host: string): string | null {
	if (!host.includes('xn--')) {
		return null;
	}
	// Signs that nobody sees, or that turn the direction of writing, would only deceive.
	const written = domainToUnicode(host).replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, '');
	return written === '' || written === host ? null : written;
}

import { isPublicService } from '../catalogue/public-services';
import type { Recipient } from '../catalogue/flows/flow';
import type { SharedRecipientName } from '../catalogue/recipients';
import type { SettingId } from '../catalogue/server-settings';
import type { Party, Reach } from '../catalogue/vocabulary';
import { evaluate } from './condition';
import type { Reading } from './condition';
import { hostOf, isInternal, isUnderRocketChat, kindOfHost } from './host';
import { shownHostOf } from './observed';
import { namesAddress, quotedHosts } from './quoted-hosts';

/** The organisation's own network, as far as names tell. */
export interface OwnNetwork {
	/** The workspace's own host; null where it could not be read. */
	readonly host: string | null;
	/** Domains that an admin listed as the organisation's own. */
	readonly domains: readonly string[];
}

/** Who receives in this workspace, as the settings that name a host say. */
export interface JudgedRecipient {
	/** Null for a host inside the organisation's own network: that is nobody else. */
	readonly party: Party | null;
	/** One host, where one is known. */
	readonly host: string | null;
	readonly reach: Reach;
	/** The name of the public service that a setting chose; absent: as the flow declares it. */
	readonly name?: SharedRecipientName;
	/** Settings that would tell and could not be read. */
	readonly unreadable: readonly SettingId[];
	/** Whether it is told who receives; what only some of the versions have that this server can be keeps it open, as what could not be read does. */
	readonly isKnown: boolean;
}

/** @param network what counts as inside */
export function judgeRecipient(recipient: Recipient<SettingId>, reading: Reading, network: OwnNetwork): JudgedRecipient {
	switch (recipient.kind) {
		case 'rocket-chat':
			return { party: 'rocket-chat', host: recipient.host, reach: 'public', unreadable: [], isKnown: true };
		case 'rocket-chat-unreadable':
			return { party: 'rocket-chat', host: null, reach: 'public', unreadable: [], isKnown: true };
		case 'rocket-chat-by-setting':
			return bySettingOfRocketChat(recipient.setting, reading, network);
		case 'public':
			return elsewhere(recipient.hosts.length === 1 ? (recipient.hosts[0] ?? null) : null, 'public');
		case 'by-setting':
			return bySettings(recipient.settings, reading, network, recipient.texts);
		case 'by-choice':
			return byChoice(recipient, reading, network);
		case 'by-switches':
			return bySwitches(recipient, reading, network);
		case 'third-parties':
		case 'anyone':
		case 'workspace-admins':
			return { party: recipient.kind, host: null, reach: 'unknown', unreadable: [], isKnown: true };
	}
}

/** Somebody else than Rocket.Chat: a third party, unless the host is inside. */
function elsewhere(host: string | null, reach: Reach, unreadable: readonly SettingId[] = [], isOpen = false): JudgedRecipient {
	return { party: reach === 'inside' ? null : 'third-parties', host, reach, unreadable, isKnown: unreadable.length === 0 && !isOpen };
}

/**
 * A service of Rocket.Chat's unless the address in the setting is somebody else's; of several addresses, one a line, the server uses
 * the first (Rocket.Chat 7.7.1, app/push/server/push.ts). What is no address says nothing of who receives, so the setting counts as
 * one that could not be read.
 */
function bySettingOfRocketChat(id: SettingId, reading: Reading, network: OwnNetwork): JudgedRecipient {
	const [host] = hostsIn(textOf(id, reading));
	if (host === undefined || isUnderRocketChat(host)) {
		return { party: 'rocket-chat', host: host ?? null, reach: host === undefined ? 'unknown' : 'public', unreadable: host === undefined ? [id] : [], isKnown: host !== undefined };
	}
	const found = elsewhere(shownHostOf(reading.settings, id), reachOf(host, network));
	return isOwnHost(host, network) ? { ...found, name: 'own-address' } : found;
}

/** The farthest of the hosts counts, and is the one that is told; with a setting unread it is not known that there is none farther. */
function bySettings(ids: readonly SettingId[], reading: Reading, network: OwnNetwork, texts: readonly SettingId[] = []): JudgedRecipient {
	const { settings } = reading;
	const verdicts = [...ids, ...texts].map((id) => evaluate({ kind: 'set', setting: id }, reading));
	// What is set and names no host tells as little as what could not be read.
	const silent = [
		...ids.filter((id) => textOf(id, reading).trim() !== '' && hostsIn(textOf(id, reading)).length === 0),
		...texts.filter((id) => namesAddress(textOf(id, reading)) && quotedHosts(textOf(id, reading)).length === 0),
	];
	const unreadable = [...verdicts.flatMap((verdict) => verdict.unreadable), ...silent];
	const named = [
		...ids.map((id) => ({ shown: shownHostOf(settings, id), hosts: hostsIn(textOf(id, reading)) })),
		...texts.map((id) => ({ shown: null, hosts: quotedHosts(textOf(id, reading)) })),
	].map(({ shown, hosts }) => ({ shown, reaches: hosts.map((host) => reachOf(host, network)) }));
	const farthest = (['public', 'own', 'inside'] as const).find((reach) => named.some(({ reaches }) => reaches.includes(reach)));
	const telling = named.find(({ shown, reaches }) => shown !== null && reaches.some((reach) => reach === farthest));
	// A setting that names several hosts has no one host.
	const host = telling !== undefined && telling.reaches.length === 1 ? telling.shown : null;
	const isOpen = verdicts.some(({ state }) => state === 'unknown');
	if (farthest === undefined || (farthest !== 'public' && (silent.length > 0 || isOpen))) {
		return elsewhere(host, 'unknown', unreadable, isOpen);
	}
	return elsewhere(host, farthest);
}

function byChoice({ setting, services, addresses }: Extract<Recipient<SettingId>, { kind: 'by-choice' }>, reading: Reading, network: OwnNetwork): JudgedRecipient {
	const choice = reading.settings[setting];
	if (!choice.readable) {
		return elsewhere(null, 'unknown', [setting]);
	}
	const chosen = <Of>(choices: Readonly<Record<string, Of>>): Of | undefined => Object.entries(choices).find(([name]) => name === choice.value)?.[1];
	const service = chosen(services);
	const named = chosen(addresses ?? {});
	const isUnnamed = named?.every((id) => reading.settings[id].readable && textOf(id, reading).trim() === '') ?? true;
	if (service !== undefined && isUnnamed) {
		return { ...elsewhere(service.host ?? null, 'public'), name: service.name };
	}
	return named === undefined ? elsewhere(null, 'own') : bySettings(named, reading, network);
}

function bySwitches({ public: publicSwitches, hosted }: Extract<Recipient<SettingId>, { kind: 'by-switches' }>, reading: Reading, network: OwnNetwork): JudgedRecipient {
	const switches = hosted.map((service) => ({ ...service, verdict: evaluate({ kind: 'all', parts: [{ kind: 'true', setting: service.switch }, service.while ?? { kind: 'always' }] }, reading) }));
	const switchedOn = switches.filter(({ verdict }) => verdict.state === true);
	const named = bySettings(switchedOn.map(({ address }) => address), reading, network);
	const verdict = evaluate(publicSwitches, reading);
	// Several services have no one host.
	const host = verdict.state === false && new Set(switchedOn.map((service) => service.switch)).size === 1 ? named.host : null;
	if (verdict.state === true || named.reach === 'public') {
		return elsewhere(host, 'public');
	}
	const isOpen = verdict.state === 'unknown' || switches.some((service) => service.verdict.state === 'unknown');
	const unreadable = [...new Set([...verdict.unreadable, ...switches.flatMap((service) => service.verdict.unreadable), ...named.unreadable])];
	return elsewhere(host, isOpen ? 'unknown' : named.reach, unreadable, isOpen || !named.isKnown);
}

/** How far a host is away. A name or address of a network of one's own, the workspace's own host, and what an admin listed are inside. */
function reachOf(host: string, network: OwnNetwork): Reach {
	if (isPublicService(host)) {
		return 'public';
	}
	return isOwnHost(host, network) || isInternal(host) || network.domains.some((domain) => isUnder(host, domain)) ? 'inside' : 'own';
}

/** The loopback address is whoever asks it. */
function isOwnHost(host: string, network: OwnNetwork): boolean {
	return network.host === host && kindOfHost(host) !== 'loopback';
}

function isUnder(host: string, domain: string): boolean {
	return host === domain || host.endsWith(`.${domain}`);
}

function textOf(id: SettingId, { settings }: Reading): string {
	const signal = settings[id];
	return signal.readable ? String(signal.value) : '';
}

/**
 * The hosts in a setting that holds web addresses, bare host names, e-mail addresses or STUN and TURN servers,
 * separated by white space, commas or semicolons, or quoted. For judging only: what such a text holds may be a credential.
 */
function hostsIn(text: string): string[] {
	const parts = text.split(/[\s,;"'<>]+/).filter((part) => part !== '');
	return parts
		// A single word may be a host; one of several is a word.
		.filter((part) => parts.length === 1 || /[.:[]/.test(part))
		.flatMap((part) => {
			const host = hostOf(part.includes('://') ? part.replace(/^\w[\w+.-]*:\/\//, 'https://') : part.replace(/^.*@/, '').replace(/^(?:stuns?|turns?):/i, ''));
			return host === null ? [] : [host];
		});
}

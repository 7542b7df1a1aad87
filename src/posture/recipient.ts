import { PUBLIC_SERVICE_DOMAINS } from '../catalogue/public-services';
import type { Recipient } from '../catalogue/flows/flow';
import type { SettingId } from '../catalogue/server-settings';
import type { Party } from '../catalogue/vocabulary';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import { hostOf, isUnderRocketChat } from './host';
import { shownHostOf } from './observed';

/** Who receives in this workspace, as the settings that name a host say. */
export interface JudgedRecipient {
	readonly party: Extract<Party, 'rocket-chat' | 'third-parties'>;
	/** One host, where one is known. */
	readonly host: string | null;
	/**
	 * `public`: a service on the internet; `own`: a host that is no known public service;
	 * `unknown`: the setting that would tell could not be read or holds no host.
	 */
	readonly reach: 'public' | 'own' | 'unknown';
	/** Settings that would tell and could not be read. */
	readonly unreadable: readonly SettingId[];
}

export function judgeRecipient(recipient: Recipient<SettingId>, settings: Signals['settings']): JudgedRecipient {
	switch (recipient.kind) {
		case 'rocket-chat':
			return { party: 'rocket-chat', host: recipient.host, reach: 'public', unreadable: [] };
		case 'rocket-chat-unreadable':
			return { party: 'rocket-chat', host: null, reach: 'public', unreadable: [] };
		case 'rocket-chat-by-setting':
			return bySettingOfRocketChat(recipient.setting, settings);
		case 'public':
			return { party: 'third-parties', host: recipient.hosts.length === 1 ? (recipient.hosts[0] ?? null) : null, reach: 'public', unreadable: [] };
		case 'by-setting':
			return bySettings(recipient.settings, settings);
		case 'by-choice':
			return byChoice(recipient, settings);
		case 'by-switches':
			return bySwitches(recipient, settings);
		case 'third-parties':
			return { party: 'third-parties', host: null, reach: 'unknown', unreadable: [] };
	}
}

/**
 * A service of Rocket.Chat's unless every address in the setting is somebody else's; one address a line. What is no address tells
 * nothing of who receives, so the setting counts as one that could not be read.
 */
function bySettingOfRocketChat(id: SettingId, settings: Signals['settings']): JudgedRecipient {
	const signal = settings[id];
	const hosts = hostsIn(textOf(id, settings));
	const own = hosts.find(isUnderRocketChat);
	if (own !== undefined || hosts.length === 0) {
		return { party: 'rocket-chat', host: own ?? null, reach: 'public', unreadable: signal.readable && own !== undefined ? [] : [id] };
	}
	return bySettings([id], settings);
}

/** One public service among the hosts is enough; with a setting unread it is not known that there is none. */
function bySettings(ids: readonly SettingId[], settings: Signals['settings']): JudgedRecipient {
	const unreadable = ids.filter((id) => !settings[id].readable);
	const hosts = ids.flatMap((id) => hostsIn(textOf(id, settings)));
	const host = ids.map((id) => shownHostOf(settings, id)).find((shown) => shown !== null) ?? null;
	if (hosts.some(isPublicService)) {
		return { party: 'third-parties', host, reach: 'public', unreadable: [] };
	}
	return { party: 'third-parties', host, reach: unreadable.length > 0 || hosts.length === 0 ? 'unknown' : 'own', unreadable };
}

function byChoice({ setting, public: publicChoices, addresses }: Extract<Recipient<SettingId>, { kind: 'by-choice' }>, settings: Signals['settings']): JudgedRecipient {
	const choice = settings[setting];
	if (!choice.readable) {
		return { party: 'third-parties', host: null, reach: 'unknown', unreadable: [setting] };
	}
	const isPublic = publicChoices.includes(String(choice.value));
	const [, address] = Object.entries(addresses ?? {}).find(([name]) => name === choice.value) ?? [];
	if (address === undefined) {
		return { party: 'third-parties', host: null, reach: isPublic ? 'public' : 'own', unreadable: [] };
	}
	const named = bySettings([address], settings);
	const isUnnamed = settings[address].readable && textOf(address, settings).trim() === '';
	return isPublic && isUnnamed ? { ...named, reach: 'public' } : named;
}

function bySwitches({ public: publicSwitches, hosted }: Extract<Recipient<SettingId>, { kind: 'by-switches' }>, settings: Signals['settings']): JudgedRecipient {
	const switchedOn = hosted.filter((service) => evaluate({ kind: 'true', setting: service.switch }, settings).state === true);
	const named = bySettings(switchedOn.map(({ address }) => address), settings);
	const verdict = evaluate(publicSwitches, settings);
	// Several recipients have no one host.
	const host = verdict.state === false && switchedOn.length === 1 ? named.host : null;
	if (verdict.state === true || named.reach === 'public') {
		return { party: 'third-parties', host, reach: 'public', unreadable: [] };
	}
	const unread = hosted.map((service) => service.switch).filter((id) => !settings[id].readable);
	const unreadable = [...new Set([...verdict.unreadable, ...unread, ...named.unreadable])];
	return { party: 'third-parties', host, reach: unreadable.length > 0 ? 'unknown' : named.reach, unreadable };
}

function textOf(id: SettingId, settings: Signals['settings']): string {
	const signal = settings[id];
	return signal.readable ? String(signal.value) : '';
}

/**
 * The hosts in a setting that holds web addresses, bare host names, e-mail addresses or STUN and TURN servers,
 * separated by white space, commas or semicolons, or quoted. For judging only: what such a text holds may be a credential.
 */
function hostsIn(text: string): string[] {
	return text
		.split(/[\s,;"'<>]+/)
		.filter((part) => part !== '')
		.flatMap((part) => {
			const host = hostOf(part.includes('://') ? part.replace(/^\w[\w+.-]*:\/\//, 'https://') : `https://${part.replace(/^.*@/, '').replace(/^(?:stuns?|turns?):/i, '')}`);
			return host === null ? [] : [host];
		});
}

function isPublicService(host: string): boolean {
	return PUBLIC_SERVICE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

import { PUBLIC_SERVICE_DOMAINS } from '../catalogue/public-services';
import type { Recipient } from '../catalogue/flows/flow';
import type { SettingId } from '../catalogue/settings';
import type { Party } from '../catalogue/words';
import type { Signals } from '../workspace/signals';
import { hostOf, isUnderRocketChat } from './host';

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

export function judgeRecipient(recipient: Recipient, settings: Signals['settings']): JudgedRecipient {
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
		case 'by-choice': {
			const choice = settings[recipient.setting];
			if (!choice.readable) {
				return { party: 'third-parties', host: null, reach: 'unknown', unreadable: [recipient.setting] };
			}
			return { party: 'third-parties', host: null, reach: recipient.public.includes(String(choice.value)) ? 'public' : 'own', unreadable: [] };
		}
		case 'third-parties':
			return { party: 'third-parties', host: null, reach: 'unknown', unreadable: [] };
	}
}

/** A service of Rocket.Chat's unless every address in the setting is somebody else's; one address a line. */
function bySettingOfRocketChat(id: SettingId, settings: Signals['settings']): JudgedRecipient {
	const signal = settings[id];
	if (!signal.readable) {
		return { party: 'rocket-chat', host: null, reach: 'public', unreadable: [id] };
	}
	const hosts = hostsIn(String(signal.value));
	const own = hosts.find(isUnderRocketChat);
	const [first] = hosts;
	if (own !== undefined || first === undefined) {
		return { party: 'rocket-chat', host: own ?? null, reach: 'public', unreadable: [] };
	}
	return { party: 'third-parties', host: first, reach: isPublicService(first) ? 'public' : 'own', unreadable: [] };
}

function bySettings(ids: readonly SettingId[], settings: Signals['settings']): JudgedRecipient {
	for (const id of ids) {
		const signal = settings[id];
		const [host] = signal.readable ? hostsIn(String(signal.value)) : [];
		if (host !== undefined) {
			return { party: 'third-parties', host, reach: isPublicService(host) ? 'public' : 'own', unreadable: [] };
		}
	}
	return { party: 'third-parties', host: null, reach: 'unknown', unreadable: ids.filter((id) => !settings[id].readable) };
}

/** The hosts in a setting that holds addresses or bare host names, separated by white space or commas. */
function hostsIn(text: string): string[] {
	return text
		.split(/[\s,;]+/)
		.filter((part) => part !== '')
		.flatMap((part) => {
			const host = hostOf(part.includes('://') ? part.replace(/^\w[\w+.-]*:\/\//, 'https://') : `https://${part}`);
			return host === null ? [] : [host];
		});
}

function isPublicService(host: string): boolean {
	return PUBLIC_SERVICE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

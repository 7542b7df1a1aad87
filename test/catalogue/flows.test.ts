import en from '../../i18n/en.json';
import { settingsOf } from '../../src/catalogue/conditions';
import type { Condition } from '../../src/catalogue/conditions';
import { FLOWS } from '../../src/catalogue/flows';
import type { Flow } from '../../src/catalogue/flows/flow';
import { FAMILY_MARKERS, SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/settings';
import type { SettingId } from '../../src/catalogue/settings';
import { KEEPING_SETTINGS } from '../../src/posture/keeping';
import { LEGAL_PAGES } from '../../src/posture/notice';
import { allDefinitions } from '../../tools/host/server/definitions';

/** Reports and exports carry these ids: none may change. */
const IDS = [
	'statistics-report',
	'workspace-registration',
	'marketing-emails',
	'version-check',
	'supported-versions',
	'marketplace',
	'app-install-report',
	'nps-survey',
	'push-gateway',
	'deep-links',
	'oauth-proxy',
	'push-native',
	'email',
	'email-direct-reply',
	'livechat-transcripts',
	'livechat-offline-mail',
	'google-analytics',
	'matomo',
	'google-tag-manager',
	'custom-scripts',
	'custom-meta',
	'livechat-widget-scripts',
	'cdn',
	'maps',
	'gravatar',
	'webrtc-ice',
	'voip-ice',
	'bugsnag',
	'external-avatars',
	'email-domain-check',
	'prometheus',
	'link-previews',
	'auto-translate',
	'ai-search',
	'ai-answers',
	'mcp-server',
	'video-conference',
	'pexip',
	'voip-team',
	'voip-omnichannel',
	'oauth-login',
	'saml-login',
	'ldap',
	'cas-login',
	'crowd',
	'iframe-login',
	'file-storage',
	'webdav-accounts',
	'livechat-webhook',
	'livechat-external-queue',
	'sms',
	'omnichannel-frame',
	'federation-legacy',
	'federation-matrix',
	'federation-native',
	'irc-bridge',
	'slack-bridge',
	'smarsh-archive',
	'outlook-calendar',
];

const words: Readonly<Record<string, string | undefined>> = en;
const definitions = allDefinitions();

/** Names in texts that are no settings: variables of the server's environment. */
const ENVIRONMENT = ['RC_DISABLE_STATISTICS_REPORTING=true', 'CLOUD_SUPPORTED_VERSIONS_TOKEN', 'CLOUD_SUPPORTED_VERSIONS', 'OVERWRITE_INTERNAL_MARKETPLACE_URL'];

function conditionsOf({ when, unknownWhen, inFamily, caveats, recipient }: Flow): Condition[] {
	const families = Object.values(inFamily ?? {});
	return [
		when,
		unknownWhen,
		...families.flatMap((switches) => [switches.when, switches.unknownWhen]),
		...(caveats ?? []).map((caveat) => caveat.when),
		...(recipient.kind === 'by-switches' ? [recipient.public] : []),
	].filter((condition) => condition !== undefined);
}

function recipientSettings({ recipient }: Flow): SettingId[] {
	switch (recipient.kind) {
		case 'rocket-chat-by-setting':
			return [recipient.setting];
		case 'by-setting':
			return [...recipient.settings];
		case 'by-choice':
			return [recipient.setting, ...Object.values(recipient.addresses ?? {})];
		case 'by-switches':
			return recipient.hosted.flatMap(({ switch: isOn, address }) => [isOn, address]);
		default:
			return [];
	}
}

function settingsUsedBy(flow: Flow): SettingId[] {
	return [...conditionsOf(flow).flatMap(settingsOf), ...recipientSettings(flow), ...(flow.alsoReads ?? []), ...(flow.partOf?.toldBy ?? [])];
}

function keysOf({ id, caveats, sends }: Flow): string[] {
	const own = ['recipient', 'purpose', 'turn-off', 'what-stops'].map((part) => `flow_${id}_${part}`);
	return [...own, ...(caveats ?? []).map(({ text }) => text), ...sends.map((word) => `sent_${word}`)];
}

test('the flows are these, in this order', () => {
	expect(FLOWS.map(({ id }) => id)).toEqual(IDS);
});

describe.each(FLOWS.map((flow) => [flow.id, flow] as const))('%s', (id, flow) => {
	test('has all its words', () => {
		expect(keysOf(flow).filter((key) => (words[key] ?? '').trim() === '')).toEqual([]);
	});

	test('its words have no other hole than the place of the switch', () => {
		const holes = keysOf(flow).flatMap((key) => [...(words[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([hole]) => `${key} ${hole}`));
		expect(holes).toEqual(flow.place.length === 0 ? [] : [`flow_${id}_turn-off {place}`]);
	});

	test('how to turn it off begins with the place of the switch, or says that there is none', () => {
		expect(words[`flow_${id}_turn-off`]).toMatch(flow.place.length === 0 ? /^No setting stops it/ : /^\{place\}: /);
	});

	test('how to turn it off names a setting that decides', () => {
		const named = [...(words[`flow_${id}_turn-off`] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
		// The registration has no switch; neither has what is always on, but for a part of it.
		const deciding = settingsUsedBy(flow).filter((setting) => setting !== 'Cloud_Workspace_Client_Id');
		expect(flow.place.length === 0 || named.some((name) => deciding.some((setting) => setting === name))).toBe(true);
	});

	test('its words name only settings that exist, and close what they open', () => {
		for (const key of keysOf(flow)) {
			const text = words[key] ?? '';
			const names = [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '').filter((name) => /^[A-Z][\w=]*_[\w=]+$/.test(name));
			expect(names.filter((name) => !definitions.has(name) && !ENVIRONMENT.includes(name))).toEqual([]);
			expect([key, text.split('(').length, text.split('`').length % 2]).toEqual([key, text.split(')').length, 1]);
		}
	});

	test('carries something, sends something and tells where that was read', () => {
		expect(Object.keys(flow.carries)).not.toEqual([]);
		expect(flow.sends).not.toEqual([]);
		expect(flow.source).toMatch(/^[\w./, -]+ \((7\.7\.1|8\.x)[^)]*\)(, [\w./-]+ \(8\.x\))?$/);
	});

	test('is optional only where a setting stops it', () => {
		expect(flow.optional && flow.place.length === 0).toBe(false);
	});
});

test('no words of flows are left over', () => {
	const used = new Set(FLOWS.flatMap(keysOf));
	const ours = Object.keys(en).filter((key) => /^(sent_.+|flow_[a-z-]+_(recipient|purpose|turn-off|what-stops|caveat_.+))$/.test(key));
	expect(ours.filter((key) => !used.has(key))).toEqual([]);
});

describe('settings', () => {
	test('every one exists in some version of Rocket.Chat', () => {
		expect(SETTING_IDS.filter((id) => !definitions.has(id))).toEqual([]);
	});

	test('every one has the type that Rocket.Chat gives it', () => {
		const kinds: Readonly<Record<string, string>> = { boolean: 'boolean', int: 'number', timespan: 'number' };
		const wrong = SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type !== (kinds[definitions.get(id)?.type ?? ''] ?? 'string'));
		expect(wrong).toEqual([]);
	});

	test('a value is shown of switches, numbers and closed choices only', () => {
		const shown = SETTING_IDS.filter((id) => SERVER_SETTINGS[id].shown === 'value');
		expect(shown.filter((id) => !['boolean', 'int', 'timespan', 'select', 'language'].includes(definitions.get(id)?.type ?? ''))).toEqual([]);
	});

	test('of what is secret or a password only whether it is set', () => {
		const guarded = SETTING_IDS.filter((id) => definitions.get(id)?.secret === true || definitions.get(id)?.type === 'password');
		expect(guarded).toContain('Push_apn_key');
		expect(guarded.filter((id) => SERVER_SETTINGS[id].shown !== 'set')).toEqual([]);
	});

	test('none is read for nothing', () => {
		const ofFlows = FLOWS.flatMap(settingsUsedBy);
		const ofTheRest: SettingId[] = [
			'Site_Url',
			'Language',
			'Enterprise_License',
			'Enterprise_License_Status',
			...LEGAL_PAGES,
			...KEEPING_SETTINGS,
			FAMILY_MARKERS.from610,
			FAMILY_MARKERS.from70,
			...FAMILY_MARKERS.goneIn80,
		];
		expect(SETTING_IDS.filter((id) => !ofFlows.includes(id) && !ofTheRest.includes(id))).toEqual([]);
	});
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { settingsOf } from '../../src/catalogue/conditions';
import type { Condition } from '../../src/catalogue/conditions';
import { VARIABLES } from '../../src/catalogue/environment';
import { FLOWS } from '../../src/catalogue/flows';
import type { KnownFlow } from '../../src/catalogue/flows';
import { FLOW_PARTS } from '../../src/catalogue/flows/flow';
import { ORDER } from '../../src/catalogue/flows/order';
import { RECIPIENT_NAMES } from '../../src/catalogue/recipients';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import { CAME, CAME_TOGETHER, CONTROL, WENT } from '../../src/catalogue/versions';
import { holesOf, readTemplate } from '../../src/language/template';
import { TEXTS } from '../../src/language/texts';
import { KEEPING_SETTINGS } from '../../src/posture/keeping';
import { LEGAL_PAGES } from '../../src/posture/notice';
import { flowFiles } from '../../tools/docs/flow-index';
import { allDefinitions } from '../../tools/host/server/definitions';

const textOf = (key: string): string => TEXTS.get(key) ?? '';
const definitions = allDefinitions();

/** Names in texts that are no settings: variables of the server's environment. */
const ENVIRONMENT: readonly string[] = [...VARIABLES, 'RC_DISABLE_STATISTICS_REPORTING=true', 'CLOUD_SUPPORTED_VERSIONS', 'MAIL_URL'];

function conditionsOf({ when, unknownWhen, caveats, recipients }: KnownFlow): Condition<SettingId>[] {
	return [
		when,
		unknownWhen,
		...(caveats ?? []).map((caveat) => caveat.when),
		...recipients.map((recipient) => (recipient.kind === 'by-switches' ? recipient.public : undefined)),
	].filter((condition) => condition !== undefined);
}

function recipientSettings(recipient: KnownFlow['recipients'][number]): SettingId[] {
	switch (recipient.kind) {
		case 'rocket-chat-by-setting':
			return [recipient.setting];
		case 'by-setting':
			return [...recipient.settings, ...(recipient.texts ?? [])];
		case 'by-choice':
			return [recipient.setting, ...Object.values(recipient.addresses ?? {}).flat()];
		case 'by-switches':
			return recipient.hosted.flatMap(({ switch: isOn, address }) => [isOn, address]);
		default:
			return [];
	}
}

function settingsUsedBy(flow: KnownFlow): SettingId[] {
	return [...conditionsOf(flow).flatMap((condition) => settingsOf(condition)), ...flow.recipients.flatMap(recipientSettings), ...(flow.alsoReads ?? [])];
}

function keysOf({ id, caveats, sends, place }: KnownFlow): string[] {
	const parts = FLOW_PARTS.map((part) => `flow_${id}_${part}`);
	const pages = place.flatMap((page) => page.split('/')).map((name) => `place-name_${name}`);
	return [...parts, ...(caveats ?? []).map((caveat) => `flow_${id}_caveat_${caveat.id}`), ...sends.map((word) => `sent_${word}`), ...pages];
}

test('every file of the folder is a flow of its name, and every flow has its file', () => {
	expect(flowFiles().sort()).toEqual([...ORDER].sort());
	expect(FLOWS.map(({ id }) => id)).toEqual([...ORDER]);
});

test('no id that was ever published is gone: reports and exports carry them', () => {
	const published = readFileSync(path.join(__dirname, 'published-flows.txt'), 'utf8').trim().split('\n');
	expect(published.length).toBeGreaterThanOrEqual(76);
	expect(published.filter((id) => !FLOWS.some((flow) => flow.id === id))).toEqual([]);
});

test('the file of a flow is named after it', () => {
	expect(FLOWS.filter(({ id }) => !existsSync(path.join(__dirname, '../../src/catalogue/flows', `${id}.ts`)))).toEqual([]);
});

describe.each(FLOWS.map((flow) => [flow.id, flow] as const))('%s', (id, flow) => {
	test('has all its words', () => {
		expect(keysOf(flow).filter((key) => textOf(key).trim() === '')).toEqual([]);
	});

	test('its words have no other hole than the place of the switch', () => {
		const holes = keysOf(flow).flatMap((key) => holesOf(readTemplate(textOf(key))).map(({ name }) => `${key} {${name}}`));
		expect(holes).toEqual(flow.place.length === 0 ? [] : [`flow_${id}_turn-off {place}`]);
	});

	test('how to turn it off begins with the place of the switch, or says that there is none', () => {
		expect(textOf(`flow_${id}_turn-off`)).toMatch(flow.place.length === 0 ? /^No setting stops it/ : /^\{place\}: /);
	});

	test('how to turn it off names a setting that decides', () => {
		const named = [...(textOf(`flow_${id}_turn-off`)).matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
		// The registration has no switch; neither has what is always on, but for a part of it.
		const deciding = settingsUsedBy(flow).filter((setting) => setting !== 'Cloud_Workspace_Client_Id');
		expect(flow.place.length === 0 || named.some((name) => deciding.some((setting) => setting === name))).toBe(true);
	});

	test('its words name only settings that exist, and close what they open', () => {
		for (const key of keysOf(flow)) {
			const text = textOf(key);
			const names = [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '').filter((name) => /^[A-Z][\w=]*_[\w=]+$/.test(name));
			expect(names.filter((name) => !definitions.has(name) && !ENVIRONMENT.includes(name))).toEqual([]);
			expect([key, text.split('(').length, text.split('`').length % 2]).toEqual([key, text.split(')').length, 1]);
		}
	});

	test('carries something, sends something and tells where that was read', () => {
		expect(Object.keys(flow.carries)).not.toEqual([]);
		expect(flow.sends).not.toEqual([]);
		expect(flow.source).toMatch(/^[\w./, -]+ \((?:7\.7\.1|[89]\.[\dx])[^)]*\)(?:, [\w./-]+ \([89]\.\w\))?$/);
	});

	test('is optional only where a setting stops it', () => {
		expect(flow.optional && flow.place.length === 0).toBe(false);
	});
});

test('no shared word is left over, and none is declared by two flows', () => {
	const used = FLOWS.flatMap((flow) => [...new Set(keysOf(flow))]);
	const shared = [...TEXTS.keys()].filter((key) => /^(sent|place-name)_/.test(key));
	expect(shared.filter((key) => !used.includes(key))).toEqual([]);
	const own = FLOWS.flatMap(({ words: { sends, pages } }) => [...Object.keys(sends ?? {}).map((word) => `sent_${word}`), ...Object.keys(pages ?? {}).map((name) => `place-name_${name}`)]);
	expect(own.filter((key) => used.filter((other) => other === key).length !== 1)).toEqual([]);
});

test('no shared recipient is left over', () => {
	const named = FLOWS.flatMap(({ recipients }) => recipients.flatMap((recipient) => [recipient.name ?? [], recipient.kind === 'by-choice' ? Object.values(recipient.services).map(({ name }) => name) : []].flat()));
	// Found by its host, whoever the flow declares.
	expect(RECIPIENT_NAMES.filter((name) => !named.includes(name))).toEqual(['own-address']);
});

test('a setting that several flows read is shared, and one that a single flow reads is its own', () => {
	const readBy = (id: SettingId): string[] => FLOWS.filter((flow) => settingsUsedBy(flow).includes(id)).map((flow) => flow.id);
	const wrong = FLOWS.flatMap(({ id: flow, settings }) => Object.keys(settings ?? {}).filter((id) => readBy(id as SettingId).join() !== flow));
	expect(wrong).toEqual([]);
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
			'Cloud_Workspace_AirGapped_Restrictions_Remaining_Days',
			...LEGAL_PAGES,
			...KEEPING_SETTINGS,
			CONTROL,
			...CAME.flatMap(({ ids }) => ids),
			...CAME_TOGETHER.flatMap(({ ids }) => ids),
			...WENT.flatMap(({ ids }) => ids),
		];
		expect(SETTING_IDS.filter((id) => !ofFlows.includes(id) && !ofTheRest.includes(id))).toEqual([]);
	});
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { FLOWS } from '../../src/catalogue/flows';
import type { FlowId } from '../../src/catalogue/flows';
import { groupPath } from '../../src/catalogue/places';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { ADVICE_KINDS, adviceFor } from '../../src/posture/advice';
import { adminPageOf } from '../../src/posture/flows';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import type { Signals } from '../../src/workspace/signals';
import { readWorkspace } from '../../tools/host';
import { defaultSignals, nothingRead } from './signals';
import type { Overrides } from './signals';
import { judged } from './workspace-judged';

const NOW = new Date('2026-11-22T09:30:00.000Z');
const english = translator('en');
const WORKSPACES = readdirSync(path.join(__dirname, '..', 'workspaces')).map((file) => path.basename(file, '.json')).map((name) => [name, readWorkspace(name)] as const);

function ids(posture: Posture): string[] {
	return adviceFor(posture).map(({ id }) => id);
}

/** The same workspace, where a flow was accepted. */
function accepting(flow: FlowId, until: string | null): Posture {
	return judge(defaultSignals(), NOW, '1.2.3', { accepted: [{ flow, reason: 'Agreed', until, by: 'some-user', at: '2026-01-01T00:00:00.000Z' }], unusable: 0, policy: null });
}

function of(signals: Signals): string[] {
	return ids(judge(signals, NOW, '1.2.3'));
}

const everyWorkspace = Promise.all(WORKSPACES.map(async ([name, workspace]) => ({ name, ...(await judged(workspace)) })));

/** The group of each setting, by version of the server. */
const LISTS = ['7.7.1', '8.6.1', '9.0'].map((version) => {
	const settings = JSON.parse(readFileSync(path.join(__dirname, `../../tools/host/settings/rocket-chat-${version}.json`), 'utf8')) as { id: string; group: string }[];
	return [version, new Map(settings.map(({ id, group }) => [id, group]))] as const;
});

describe('what comes first', () => {
	const mail = { SMTP_Host: 'mail.example.org' };

	test.each<[what: string, signals: Signals, first: string]>([
		['where nothing can be read, the permission and nothing else', nothingRead('no-answer'), 'grant-permission'],
		['where a declaration is contradicted, what contradicts it', defaultSignals({ Push_enable: true, Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true }, [], { setting: 'air-gapped' }), 'contradiction:push-gateway-on:push-gateway'],
		['without a conflict, what carries user content fully', defaultSignals({ ...mail, AutoTranslate_Enabled: true, AutoTranslate_ServiceProvider: 'deepl-translate' }), 'switch-off:auto-translate'],
	])('%s', (_, signals, first) => {
		expect(of(signals)[0]).toBe(first);
	});

	test('where nothing can be read there is one step, which says how many settings and what to do', () => {
		const advice = adviceFor(judge(nothingRead('no-answer'), NOW, '1.2.3'));
		expect(advice).toHaveLength(1);
		expect(advice.map(({ reason, step }) => `${english(reason)} ${english(step)}`).join()).toMatch(new RegExp(`None of the ${SETTING_IDS.length} settings.*server-setting\\.read`));
	});

	test.each(['refused', 'timed-out', 'wrong-type'] as const)('where every setting is %s, no permission is said to be missing', (reason) => {
		expect(of(nothingRead(reason))).not.toContain('grant-permission');
	});

	test.each([
		['late', { readable: false, reason: 'timed-out' }, true],
		['refused', { readable: false, reason: 'refused' }, false],
		['read', { readable: true, value: true, isDefault: true }, false],
	] as const)('where one of them was %s, the others show whether it is the permission', (_, one, isMissing) => {
		const nothing = nothingRead('no-answer');
		expect(of({ ...nothing, settings: { ...nothing.settings, Push_enable: one } }).includes('grant-permission')).toBe(isMissing);
	});

	test('a declared, stated workspace is not asked to state it again', () => {
		const stated = of(defaultSignals({}, [], { setting: 'self-managed', hosting: 'self', hasContact: true }));
		expect(stated.filter((id) => /^(declare|state)-/.test(id))).toEqual([]);
		expect(of(defaultSignals())).toEqual(expect.arrayContaining(['declare-deployment', 'state-contact', 'state-host']));
	});

	test('an accepted flow is no advice any more, and nothing else changes', () => {
		const before = ids(judge(defaultSignals(), NOW, '1.2.3'));
		const flow = FLOWS.find(({ id }) => before.includes(`switch-off:${id}`))?.id ?? 'gravatar';
		expect(before).toContain(`switch-off:${flow}`);
		expect(ids(accepting(flow, null))).toEqual(before.filter((id) => id !== `switch-off:${flow}`));
		expect(ids(accepting(flow, '2026-11-22'))).toEqual(before.filter((id) => id !== `switch-off:${flow}`));
	});

	test('one whose day has passed comes back, before what nobody looked at, and says why and how to accept it anew', () => {
		const before = ids(judge(defaultSignals(), NOW, '1.2.3'));
		const flow = FLOWS.filter(({ id }) => before.includes(`switch-off:${id}`)).at(-1)?.id ?? 'gravatar';
		const [first, ...others] = adviceFor(accepting(flow, '2026-11-21'));
		expect([first?.id, ...others.map(({ id }) => id)]).toEqual([`expired:${flow}`, ...before.filter((id) => id !== `switch-off:${flow}`)]);
		expect(english(first?.reason ?? 'failed')).toBe('It was accepted until 21 November 2026, which has passed.');
		expect(english(first?.step ?? 'failed')).toContain(`\`/privacy-status accept ${flow} until <YYYY-MM-DD> <reason>\``);
	});

	test('one whose day has passed and which is off is no advice', () => {
		expect(ids(accepting('matomo', '2026-11-21'))).toEqual(ids(judge(defaultSignals(), NOW, '1.2.3')));
	});
});

describe('on every workspace', () => {
	test.each(WORKSPACES)('%s: kinds come in their order, each step once, and only for what is on and reaches somebody outside', async (_, workspace) => {
		const { posture } = await judged(workspace);
		const advice = adviceFor(posture);
		const kinds = advice.map(({ kind }) => ADVICE_KINDS.indexOf(kind));
		expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
		expect(new Set(advice.map(({ id }) => id)).size).toBe(advice.length);
		for (const { kind, flow: id } of advice) {
			const flow = posture.flows.find((candidate) => candidate.id === id);
			if (kind === 'switch-off' || kind === 'firewall') {
				expect(flow).toMatchObject({ state: 'on', effect: 'sent', optional: kind === 'switch-off' });
			}
		}
		expect(posture.deployment.conflicts.length).toBe(advice.filter(({ kind }) => kind === 'contradiction').length);
	});
});

/** What some flow needs beside switches that are on. */
const VARIANTS: readonly (readonly [text: string, overrides: Overrides])[] = [
	['https://host.example/x', {}],
	['AmazonS3', {}],
	['graph', { Exchange_Mode: 'server', Exchange_Sync_Provider: 'graph', Exchange_Contacts_Sync_Enabled: true }],
	['virtru', { Push_enable_gateway: false }],
	['https://host.example/x', { Livechat_Routing_Method: 'External', email_plain_text_only: false, Email_Header: '<img src="https://host.example/x.png">' }],
];

/** Servers of each version with every switch on that they have, and with every text set. */
const WIDE_OPEN = ['7.7.1', '8.6.1', '9.0'].flatMap((version) => {
	const { settings } = defaultSignals({}, [], {}, version);
	const ids = SETTING_IDS.filter((id) => settings[id].readable && SERVER_SETTINGS[id].type !== 'number' && id !== 'Enterprise_License');
	return VARIANTS.map(([text, overrides], at) => {
		const everything = Object.fromEntries(ids.map((id) => [id, SERVER_SETTINGS[id].type === 'boolean' ? true : text]));
		const signals = defaultSignals({ ...everything, Site_Url: 'https://chat.example.org', ...overrides }, [], {}, version);
		return { name: `${version}, variant ${at}`, signals, posture: judge(signals, NOW, '1.2.3') };
	});
});

describe('a switch', () => {
	test.each(FLOWS.filter(({ offBy }) => offBy !== undefined).map((flow) => [flow.id, flow] as const))('%s: with the values that switch it off it is on nowhere, wherever it was', async (id, { offBy = {} }) => {
		const wherever = [...(await everyWorkspace), ...WIDE_OPEN].filter(({ posture }) => posture.flows.find((flow) => flow.id === id)?.state === 'on');
		expect(wherever.length > 0).toBe(true);
		const changed = Object.fromEntries(Object.entries(offBy).map(([setting, value]) => [setting, { readable: true, value, isDefault: false }]));
		const stillOn = wherever.filter(({ signals }) => judge({ ...signals, settings: { ...signals.settings, ...changed } }, NOW, '1.2.3').flows.find((flow) => flow.id === id)?.state === 'on');
		expect(stillOn.map(({ name }) => name)).toEqual([]);
	});

	test.each(LISTS)('is on the page that its flow names, by the whole list of settings of %s', (_, groups) => {
		const named = FLOWS.flatMap((flow) => Object.keys(flow.offBy ?? {}).slice(0, 1).flatMap((setting) => (groups.has(setting) ? [[setting, adminPageOf(flow)]] : [])));
		expect(named.length).toBeGreaterThan(30);
		expect(named).toEqual(named.map(([setting = '']) => [setting, groupPath(groups.get(setting ?? '') ?? '')]));
	});

	test('that is all it takes has a page where it is', () => {
		expect(FLOWS.filter(({ offBy, place }) => offBy !== undefined && place.length === 0).map(({ id }) => id)).toEqual([]);
		expect(FLOWS.filter((flow) => flow.place.length > 0 && adminPageOf(flow) === null).map(({ id }) => id)).toEqual([]);
	});
});

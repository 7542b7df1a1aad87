import { FLOWS } from '../../src/catalogue/flows';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { reportSchema } from '../../src/show/as/report-schema';
import type { Report } from '../../src/show/as/report-schema';
import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import type { Engine } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { validateView } from '../../tools/workbench/validators';
import { installedOnce, lastTold, told, withApp } from './installed';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';

/** What no setting stops on 7.7. */
const ALWAYS = ['statistics-report', 'supported-versions', 'marketplace', 'app-install-report', 'gravatar', 'message-pictures'];

async function reportOf(engine: Engine): Promise<Report> {
	await engine.command({ as: 'admin', text: '/privacy-status export json' });
	return reportSchema.parse(JSON.parse(engine.server.files().at(-1)?.content.toString('utf8') ?? ''));
}

const english = translator('en');

const idsIn = (report: Report, state: string): string[] => report.flows.filter((flow) => flow.state === state).map(({ id }) => id);

function shown(engine: Engine): string {
	return JSON.stringify(engine.server.surfaces('admin').at(-1)?.view.blocks ?? []);
}

function expectEachFlowOnce(messages: readonly string[]): void {
	expect(messages.every((text) => text.length <= MESSAGE_LIMIT)).toBe(true);
	for (const { id } of FLOWS) {
		// With several recipients it stands in the line of each.
		const most = Math.max(...FLOWS.filter((flow) => flow.id === id).map(({ recipients }) => recipients.length));
		const name = english(say(`flow_${id}_name`)).replace(/[()]/g, '\\$&');
		const times = [...messages.join('\n').matchAll(new RegExp(`(?:^|\\*|, )${name}(?=[*:,]|$)`, 'gm'))].length;
		expect([id, times >= 1 && times <= most]).toEqual([id, true]);
	}
}

/** Presses something in the admin's open panel. */
async function press(engine: Engine, actionId: string, value: string): Promise<void> {
	await engine.blockAction({ as: 'admin', actionId, value, viewId: engine.server.surfaces('admin').at(-1)?.viewId ?? '' });
}

test('a fresh default server reports exactly what is on by default', async () => {
	await withApp('self-managed-unregistered', async (engine) => {
		const report = await reportOf(engine);
		expect(report.flows.map(({ id }) => id)).toEqual(FLOWS.map(({ id }) => id));
		expect(idsIn(report, 'on').sort()).toEqual(
			['statistics-report', 'version-check', 'supported-versions', 'marketplace', 'app-install-report', 'deep-links', 'gravatar', 'link-previews', 'email-domain-check', 'message-pictures', 'open-registration'].sort(),
		);
		expect(idsIn(report, 'unknown')).toEqual(['bugsnag', 'video-conference', 'oauth-login', 'saml-login']);
		expect(report.flows.filter(({ state }) => state === 'on').every(({ effect }) => effect === 'sent')).toBe(true);
	});
});

test('a hardened workspace reports only what no setting stops, each with its caveat', async () => {
	await withApp('self-managed-hardened', async (engine) => {
		const report = await reportOf(engine);
		expect(idsIn(report, 'on').sort()).toEqual([...ALWAYS, 'open-registration'].sort());
		for (const flow of report.flows.filter(({ state, id }) => state === 'on' && id !== 'open-registration')) {
			expect([flow.id, flow.caveat === null, flow.optional]).toEqual([flow.id, false, false]);
		}
	});
});

test('a workspace declared air-gapped lists them as attempted, and they raise no cell', async () => {
	await withApp('air-gapped-clean', async (engine) => {
		const report = await reportOf(engine);
		const on = report.flows.filter(({ state }) => state === 'on');
		expect(on.map(({ id }) => id)).toEqual(expect.arrayContaining(ALWAYS));
		// An account is open to whoever reaches the server, in an isolated network too.
		expect(on.filter(({ effect }) => effect !== 'attempted').map(({ id }) => id)).toEqual(['open-registration']);
		await engine.command({ as: 'admin', text: '/privacy-status text' });
		const ways = `0 ways out, 1 way in, ${String(on.length - 1)} only attempted, which an isolated network stops`;
		expect(lastTold(engine, 'admin').text).toContain(`On: ${ways}.`);
		await engine.command({ as: 'admin', text: '/privacy-status' });
		expect(shown(engine)).toContain(`*What is on: ${ways}*`);
		expect(report.exposure.filter(({ party, state }) => party === 'third-parties' && state !== 'no')).toEqual([]);
		expect(report.exposure.filter(({ party }) => party === 'rocket-chat').map(({ state }) => state)).toEqual(Array(5).fill('no'));
		expect(report.exposure.filter(({ because }) => because.some(({ source }) => source === 'flow:statistics-report'))).toEqual([]);
	});
});

test('on a community server, explain push-gateway tells that one switch reads true and does nothing there', async () => {
	await withApp('self-managed-unregistered', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status explain push-gateway' });
		const { text } = lastTold(engine, 'admin');
		expect(text).toContain('`Push_request_content_from_server` reads true here; without the licence module push-privacy it does nothing.');
		expect(text).toMatch(/\n\*How to stop it:\* Administration > Workspace > Settings > Push/);
	});
});

test('every explanation says how to stop it before what it is known by, and stays within a message', async () => {
	await withApp('self-managed-registered', async (engine) => {
		for (const { id } of FLOWS) {
			await engine.command({ as: 'admin', text: `/privacy-status explain ${id}` });
			const { text } = lastTold(engine, 'admin');
			expect(text).toContain(`*${english(say(`flow_${id}_name`))}: `);
			expect(text).toMatch(/\n\*What it is for:\* .*\n\*What (?:is sent|can be seen):\* .*\n\*Exposes:\* .*\n\*(?:Goes|Open) to:\* .*\n\*How to stop it:\* .*\n\*What you lose without it:\* .*\n\*Why:\* .*\n\*Read in Rocket\.Chat's source:\* .*\nIn files and commands: `[\w-]+`(?:\nTo accept it: `\/privacy-status accept [\w-]+ until <YYYY-MM-DD> <reason>`; without `until` it has no end\.)?$/s);
			expect(text.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
		}
		expect(told(engine, 'admin')).toHaveLength(FLOWS.length);
	});
});

test('with everything on, each flow is listed once, and the panel folds what is long', async () => {
	await withApp(readWorkspace('self-managed-unregistered'), async (engine) => {
		const existing = new Set(engine.server.settings().map(({ id }) => id));
		for (const id of SETTING_IDS.filter((candidate) => existing.has(candidate))) {
			if (SERVER_SETTINGS[id].type === 'boolean') {
				engine.server.setSetting(id, true);
			} else if (SERVER_SETTINGS[id].shown !== 'value' && !id.startsWith('Enterprise') && id !== 'Site_Url') {
				engine.server.setSetting(id, 'https://some.rather-long-host-name.example.org/path');
			}
		}
		await engine.command({ as: 'admin', text: '/privacy-status flows' });
		const all = told(engine, 'admin').map(({ text }) => text);
		expectEachFlowOnce(all);

		await engine.command({ as: 'admin', text: '/privacy-status' });
		const panel = engine.server.surfaces('admin').at(-1)?.view;
		expect(validateView(panel, 'contextual_bar')).toEqual([]);
		expect(panel?.blocks.length).toBeLessThanOrEqual(60);
		const folded = /All (\d+) ways/.exec(shown(engine));
		expect(Number(folded?.[1])).toBeGreaterThan(40);

		await press(engine, 'show', 'flows-on');
		const report = await reportOf(engine);
		for (const { name } of report.flows.filter(({ state }) => state === 'on')) {
			expect(shown(engine)).toContain(`*${name}*`);
		}
		expect(validateView(engine.server.surfaces('admin').at(-1)?.view, 'contextual_bar')).toEqual([]);
	});
});

test('with nothing readable, the list goes on in further messages, none of them too long or cut within a line', async () => {
	await withApp('nothing-readable', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status flows' });
		const all = told(engine, 'admin').map(({ text }) => text);
		expect(all.length).toBeGreaterThan(1);
		expectEachFlowOnce(all);
		expect(all.every((text) => /^[*_-]|^`/.test(text))).toBe(true);
	});
});

describe('of a fresh server', () => {
	const engine = installedOnce('self-managed-unregistered');

	test.each([
		['on', ['*On: 10 ways out, 1 way in*'], ['*Off', '*Could not']],
		['off', ['*Off: '], ['*On', '*Could not']],
		['unknown', ['*Could not find out: 4*', '*Video conferences:*', 'look these settings up'], ['*On', '*Off']],
	])('flows %s lists that part alone', async (state, has, lacks) => {
		const before = told(engine(), 'admin').length;
		await engine().command({ as: 'admin', text: `/privacy-status flows ${state}` });
		const text = told(engine(), 'admin').slice(before).map((message) => message.text).join('\n');
		for (const part of has) {
			expect(text).toContain(part);
		}
		for (const part of lacks) {
			expect(text).not.toContain(part);
		}
	});
});

test('the panel explains the picked flow, and leads back', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status' });
		expect(shown(engine)).toContain('*What is on: ');
		await press(engine, 'explain', 'link-previews');
		expect(shown(engine)).toContain('*Link previews: on*');
		expect(shown(engine)).toContain('*How to stop it:*');
		expect(validateView(engine.server.surfaces('admin')[0]?.view, 'contextual_bar')).toEqual([]);
		await press(engine, 'show', 'overview');
		expect(shown(engine)).toContain('*What is on: ');
	});
});

describe('in the panel', () => {
	const engine = installedOnce('self-managed-registered');

	test.each([['explain', 'no-such-flow'], ['show', 'no-such-page'], ['show', ''], ['explain', '__proto__']])('a forged %s of %j leads to the overview', async (actionId, value) => {
		await engine().command({ as: 'admin', text: '/privacy-status' });
		await press(engine(), actionId, value);
		expect(shown(engine())).toContain('*What is on: ');
	});
});

describe('explain', () => {
	const engine = installedOnce('self-managed-registered');

	test('lists what matches several times, with a selection that explains in the thread it was asked in', async () => {
		await engine().command({ as: 'admin', text: '/privacy-status flows off' });
		const root = lastTold(engine(), 'admin').id;
		await engine().command({ as: 'admin', text: '/privacy-status explain marketplace.rocket.chat', threadId: root });
		const list = lastTold(engine(), 'admin');
		expect(list.text).toMatch(/2 flows match .*\n- \*Apps marketplace\* \(on\).*\n- \*Report of installed apps\* \(on\)/s);
		// A client that draws blocks leaves the text out.
		expect(list.blocks[0]).toMatchObject({ type: 'section', text: { text: list.text } });
		const [option] = JSON.stringify(list.blocks).match(/explain marketplace\|[\w-]+(?=")/) ?? [];
		await engine().blockAction({ as: 'admin', actionId: 'ask', value: option ?? '', messageId: list.id });
		const explained = lastTold(engine(), 'admin');
		expect(explained.text).toContain('*Apps marketplace: on*');
		expect(explained.threadId).toBe(root);
	});

	test('of one who may not ask, a picked flow is not explained', async () => {
		await engine().command({ as: 'admin', text: '/privacy-status explain Push_enable' });
		const list = lastTold(engine(), 'admin');
		await engine().blockAction({ as: 'member', actionId: 'ask', value: 'explain push-gateway', messageId: list.id });
		expect(lastTold(engine(), 'member').text).toContain('You have no role that may see');
	});

	test.each([
		['nothing', '', 'Explain what?'],
		['a typo', ' lnik-previews', 'Did you mean `/privacy-status explain link-previews`?'],
		['a host that nothing leads to', ' tracker.somebody.test', 'No flow that this app knows reaches `tracker.somebody.test`'],
		['a setting of no flow', ' Message_KeepHistory', 'no flow depends on it'],
	])('%s gets a sentence', async (_name, typed, sentence) => {
		await engine().command({ as: 'admin', text: `/privacy-status explain${typed}` });
		expect(lastTold(engine(), 'admin').text).toContain(sentence);
	});
});

test('what a server of that version lacks is not told as off, and what it refuses is unknown', async () => {
	await withApp({ ...readWorkspace('fresh-7.7.1'), faults: { Cloud_Workspace_Client_Id: 'throws' } }, async (engine) => {
		const report = await reportOf(engine);
		expect(idsIn(report, 'not-applicable')).toEqual(expect.arrayContaining(['ai-search', 'mcp-server']));
		const registration = report.flows.find(({ id }) => id === 'workspace-registration');
		expect(registration).toMatchObject({ state: 'unknown', unreadable: ['Cloud_Workspace_Client_Id'] });
	});
});

test('where nothing can be read, no flow is off, and only what no setting, licence or version stops is on', async () => {
	await withApp('nothing-readable', async (engine) => {
		const report = await reportOf(engine);
		expect(idsIn(report, 'off')).toEqual([]);
		expect(idsIn(report, 'on')).toEqual(['message-pictures']);
		// No flow carries data about apps to third parties; the other four kinds may all leave.
		expect(report.exposure.filter(({ party, state }) => party === 'third-parties' && state === 'no').map(({ category }) => category)).toEqual(['app-data']);
	});
});

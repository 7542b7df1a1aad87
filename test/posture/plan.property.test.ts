import { readdirSync } from 'node:fs';
import path from 'node:path';

import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { GOALS } from '../../src/catalogue/vocabulary';
import type { Goal, Party } from '../../src/catalogue/vocabulary';
import { judge } from '../../src/posture/judge';
import { planFor } from '../../src/posture/plan';
import type { Plan } from '../../src/posture/plan';
import type { FlowFinding, Posture } from '../../src/posture/posture';
import type { Signal, Signals } from '../../src/workspace/signals';
import { readWorkspace } from '../../tools/host';
import { defaultSignals } from './signals';
import { judged } from './workspace-judged';

const NOW = new Date('2026-11-22T09:30:00.000Z');

/** What each goal says, written down apart from how plans are made: nobody of these gets any of it. */
const PARTIES: Readonly<Record<Goal, readonly Party[]>> = {
	'air-gapped': ['rocket-chat', 'third-parties'],
	'nothing-to-rocket-chat': ['rocket-chat'],
	'nothing-to-third-parties': ['third-parties'],
	'no-content-outside': ['rocket-chat', 'third-parties', 'anyone'],
	'nothing-open': ['anyone'],
};

/** With every switch on that the server has, and with every text set. */
const WIDE_OPEN = ['7.7.1', '8.6.1', '9.0'].map((version): [string, Signals] => {
	const { settings } = defaultSignals({}, [], {}, version);
	const ids = SETTING_IDS.filter((id) => settings[id].readable && SERVER_SETTINGS[id].type !== 'number' && id !== 'Enterprise_License');
	const everything = Object.fromEntries(ids.map((id) => [id, SERVER_SETTINGS[id].type === 'boolean' ? true : 'https://host.example/x']));
	return [`wide open ${version}`, defaultSignals({ ...everything, Site_Url: 'https://chat.example.org' }, [], {}, version)];
});

const named = async (file: string): Promise<[string, Signals]> => [file, (await judged(readWorkspace(path.basename(file, '.json')))).signals];

const workspaces = Promise.all(readdirSync(path.join(__dirname, '..', 'workspaces')).map(named)).then((files) => [...files, ...WIDE_OPEN]);

/** The plan's values put in, as an admin would: what cannot be read still cannot. */
function applied({ settings, declarations }: Signals, changes: Plan['steps'][number]['changes'], declared = declarations.setting): Posture {
	const changed = changes.filter(({ setting }) => settings[setting].readable).map(({ setting, value }): [string, Signal] => [setting, { readable: true, value, isDefault: false }]);
	return judge({ settings: { ...settings, ...Object.fromEntries(changed) }, declarations: { ...declarations, setting: declared } }, NOW, '1.2.3');
}

const isActive = ({ state }: FlowFinding): boolean => state === 'on' || state === 'unknown';
const stateIn = ({ flows }: Posture, id: string): string | undefined => flows.find((flow) => flow.id === id)?.state;

/** What keeps the goal from being met and is named by the plan nowhere. */
function unnamed({ left, unknown, grounds, goal }: Plan, posture: Posture): string[] {
	const flows = [...left, ...unknown].map(({ id }) => `flow:${id}`);
	const cells = posture.exposure.filter(({ party, category }) => PARTIES[goal].includes(party) && (goal !== 'no-content-outside' || category === 'user-content'));
	return cells
		.filter(({ state, because }) => state !== 'no' && !because.some(({ source, statement }) => flows.includes(source) || grounds.some(({ key }) => key === statement.key)))
		.map(({ party, category, state, because }) => `${party}: ${category} (${state}, ${because.map(({ source }) => source).join(' ')})`)
		.concat(cells.flatMap(({ state, because }) => (state === 'no' ? [] : because.filter(({ source }) => source.startsWith('flow:') && !flows.includes(source)).map(({ source }) => source))));
}

const stopping = ({ flows }: Posture): string => JSON.stringify(flows.map(({ state, reason }) => [state, reason]));

test.each(GOALS)('the plan to %s, applied and judged anew, meets the goal except for exactly what it named, on every workspace, and opens nothing', async (goal) => {
	let steps = 0;
	for (const [name, signals] of await workspaces) {
		const before = judge(signals, NOW, '1.2.3');
		const plan = planFor(signals, before, goal);
		const after = applied(signals, plan.steps.flatMap(({ changes }) => changes));
		steps += plan.steps.length;
		expect([name, unnamed(plan, after)]).toEqual([name, []]);
		// Exactly: what it names stays, and no value of a setting that reads would stop it.
		expect([name, [...plan.left, ...plan.unknown].filter(({ id }) => !['on', 'unknown'].includes(stateIn(after, id) ?? '')).map(({ id }) => id)]).toEqual([name, []]);
		expect([name, plan.left.filter(({ offBy }) => offBy.length > 0 && offBy.every(({ setting }) => signals.settings[setting].readable)).map(({ id }) => id)]).toEqual([name, []]);
		expect([name, after]).toEqual([name, { ...plan.after, generatedAt: after.generatedAt }]);
		expect([name, after.flows.filter((flow) => isActive(flow) && !['on', 'unknown'].includes(stateIn(before, flow.id) ?? '')).map(({ id }) => id)]).toEqual([name, []]);
		const set = plan.steps.flatMap(({ changes }) => changes.map(({ setting }) => setting));
		expect([name, set]).toEqual([name, [...new Set(set)]]);
	}
	expect(steps).toBeGreaterThan(50);
});

test('no step does nothing, on servers where everything is on', () => {
	for (const [name, signals] of WIDE_OPEN) {
		for (const goal of GOALS) {
			const sure = planFor(signals, judge(signals, NOW, '1.2.3'), goal).steps.filter(({ isUnread }) => !isUnread);
			const after = stopping(applied(signals, sure.flatMap(({ changes }) => changes)));
			const idle = sure.filter((left) => stopping(applied(signals, sure.filter((step) => step !== left).flatMap(({ changes }) => changes))) === after);
			expect([name, goal, idle.map(({ changes }) => changes)]).toEqual([name, goal, []]);
		}
	}
});

test('an air gap that is declared after the plan is contradicted by nothing but what the plan named, and certain where it named nothing', async () => {
	let certain = 0;
	for (const [name, signals] of await workspaces) {
		const plan = planFor(signals, judge(signals, NOW, '1.2.3'), 'air-gapped');
		const { deployment } = applied(signals, plan.steps.flatMap(({ changes }) => changes), 'air-gapped');
		const told = [...plan.left, ...plan.unknown].map(({ id }) => id);
		expect([name, deployment.conflicts.filter(({ id, flow }) => !(flow !== null && told.includes(flow)) && !plan.conflicts.some((conflict) => conflict.id === id && conflict.flow === flow)).map(({ id }) => id)]).toEqual([name, []]);
		expect([name, deployment.unread]).toEqual([name, plan.unread]);
		if (deployment.confidence === 'certain') {
			certain += 1;
		}
		if (plan.left.length + plan.unknown.length + plan.conflicts.length + plan.unread.length === 0) {
			expect([name, deployment.confidence]).toEqual([name, deployment.registration.state === 'registered' ? 'likely' : 'certain']);
		}
	}
	expect(certain).toBeGreaterThan(10);
});

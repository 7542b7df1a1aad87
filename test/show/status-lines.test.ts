import { readdirSync } from 'node:fs';
import path from 'node:path';

import { CATEGORIES } from '../../src/catalogue/categories';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { DECLARABLE_MODELS, OUTSIDE_PARTIES } from '../../src/catalogue/vocabulary';
import { LANGUAGES } from '../../src/language/languages';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import { APP_SETTINGS } from '../../src/settings/app-settings';
import { STATUS_SELECTIONS } from '../../src/settings/status-lines';
import type { StatusSelection } from '../../src/settings/status-lines';
import { settingTexts } from '../../src/show/tell/settings-page';
import { statusOptions, statusTexts } from '../../src/show/tell/status-lines';
import { confidenceOf } from '../../src/show/tell/verdict';
import { readWorkspace } from '../../tools/host';
import { defaultSignals, licenceToken, nothingRead } from '../posture/signals';
import type { Overrides } from '../posture/signals';
import { judged } from '../posture/workspace-judged';
import { POSTURES } from './postures';

const english = translator('en');
const LABELS = settingTexts(english);
const SELECTIONS = Object.keys(STATUS_SELECTIONS) as StatusSelection[];
const NAMES = { 'rocket-chat': 'Rocket.Chat', 'third-parties': 'third parties', 'anyone': 'anyone' };

/** Every workspace as it is, and as each kind of deployment that an admin could declare. */
async function everyPosture(): Promise<[name: string, posture: Posture][]> {
	const files = readdirSync(path.join(__dirname, '../workspaces'));
	const found = await Promise.all(
		files.map(async (file): Promise<[string, Posture][]> => {
			const name = path.basename(file, '.json');
			const { signals, posture } = await judged(readWorkspace(name));
			const declared = DECLARABLE_MODELS.map((model): [string, Posture] => [
				`${name}, declared ${model}`,
				judge({ ...signals, declarations: { ...signals.declarations, setting: model } }, new Date(posture.generatedAt), posture.appVersion),
			]);
			return [[name, posture], ...declared];
		}),
	);
	return [...Object.entries(POSTURES), ...found.flat()];
}

/** What each selection shows in English; empty where it has no such option. */
function shown(posture: Posture): Record<StatusSelection, string> {
	const options = statusOptions(posture);
	return Object.fromEntries(SELECTIONS.map((id) => [id, (STATUS_SELECTIONS[id] as readonly string[]).includes(options[id]) ? (LABELS[`ps_status_${options[id]}`] ?? '') : ''])) as Record<StatusSelection, string>;
}

const of = (overrides: Overrides, declarations: Parameters<typeof defaultSignals>[2] = {}): Record<StatusSelection, string> => shown(judge(defaultSignals(overrides, [], declarations), new Date(0), '1.2.3'));

let postures: [name: string, posture: Posture][];

beforeAll(async () => {
	postures = await everyPosture();
	expect(postures.length).toBeGreaterThan(300);
});

test('every line shows one of its options, whatever the workspace', () => {
	expect(postures.flatMap(([name, posture]) => Object.entries(shown(posture)).filter(([, label]) => label === '').map(([id]) => `${name}: ${id}`))).toEqual([]);
});

test('a category names who outside can have it, how far, and nobody only where that is certain', () => {
	for (const [name, posture] of postures) {
		for (const category of CATEGORIES) {
			const label = shown(posture)[`status_${category}`];
			const cells = posture.exposure.filter((cell) => cell.category === category);
			const states = OUTSIDE_PARTIES.map((party) => cells.find((cell) => cell.party === party)?.state);
			const named = (state: string): string[] => OUTSIDE_PARTIES.filter((_, at) => states[at] === state).map((party) => NAMES[party]);
			const said = (mark: string, state: string): string[] => new RegExp(`${mark} ${state}: ([^🔴🟠⚪]*)`, 'u').exec(label)?.[1]?.split(', ').filter((each) => each !== '') ?? [];
			const isNobody = states.every((state) => state === 'no');
			expect([name, category, label.startsWith('🟢'), label.includes('nobody')]).toEqual([name, category, isNobody, isNobody]);
			expect([name, category, said('🔴', 'yes'), said('🟠', 'in some cases'), said('⚪', 'could not find out')]).toEqual([name, category, named('yes'), named('limited'), named('unknown')]);
			expect([name, category, label.startsWith('🔴'), label.startsWith('⚪')]).toEqual([name, category, states.includes('yes'), !states.includes('yes') && !states.includes('limited') && !isNobody]);
		}
	}
});

test('where it runs carries the verdict with how sure it is, and a contradiction first', () => {
	for (const [name, posture] of postures) {
		const { deployment, isPermissionMissing } = posture;
		const label = shown(posture)['status_summary'];
		const isContradicted = deployment.conflicts.length > 0;
		expect([name, label.startsWith('⛔')]).toEqual([name, isContradicted]);
		if (isPermissionMissing) {
			expect(label).toBe('⚪ No setting could be read: most likely a permission was not granted');
		} else if (deployment.model === 'unknown') {
			expect(label).toBe('Could not find out');
		} else {
			expect([name, label]).toEqual([name, expect.stringContaining(english(`model_${deployment.model}`))]);
			expect([name, isContradicted || label.includes(english(confidenceOf(deployment)))]).toEqual([name, true]);
		}
	}
});

test('an air gap is “yes” or “no” only as the verdict says, as sure as it is', () => {
	for (const [name, posture] of postures) {
		const { deployment } = posture;
		const label = shown(posture)['status_air-gapped'];
		const isAirGapped = deployment.model === 'air-gapped';
		expect([name, /^Yes |^⛔ (?:Declared as|Looks like) Air-gapped/.test(label)]).toEqual([name, isAirGapped]);
		if (/^No \(/.test(label)) {
			expect([name, isAirGapped, deployment.conflicts.length, deployment.confidence === 'unclear']).toEqual([name, false, 0, false]);
			expect([name, label.includes(english(confidenceOf(deployment)))]).toEqual([name, true]);
			// What nobody declared, and what only looks self-managed, may be isolated.
			expect([name, deployment.model === 'self-managed' && deployment.basis === 'detected']).toEqual([name, false]);
		}
	}
});

test.each<[what: string, Overrides, Parameters<typeof defaultSignals>[2], says: string]>([
	['detected self-managed', { Site_Url: 'https://chat.example.org' }, {}, 'No sign of it: no declaration and no setting that we read shows it'],
	['detected in the Cloud', { Site_Url: 'https://acme.rocket.chat', Cloud_Workspace_Client_Id: 'client' }, {}, 'No (likely, detected)'],
	['declared self-managed', { Site_Url: 'https://chat.example.org' }, { setting: 'self-managed' }, 'No (declared, and no setting that was read contradicts it)'],
	['declared self-managed with an offline licence', { Site_Url: 'https://chat.example.org', Enterprise_License: licenceToken({ information: { offline: true } }) }, { setting: 'self-managed' }, 'Could not find out'],
	['declared self-managed with a licence that cannot be told', { Site_Url: 'https://chat.example.org', Enterprise_License: 'of another form' }, { setting: 'self-managed' }, 'Could not find out'],
	['declared in the Cloud, which is contradicted', { Site_Url: 'https://chat.example.org' }, { setting: 'cloud' }, 'Could not find out'],
	['with an offline licence', { Site_Url: 'https://chat.example.org', Enterprise_License: licenceToken({ information: { offline: true } }) }, {}, 'Yes (likely, detected)'],
])('of what is %s, “Air-gapped” shows what is known', (_, overrides, declarations, says) => {
	expect(of(overrides, declarations)['status_air-gapped']).toBe(says);
});

test('a registration is as sure as it is', () => {
	for (const [name, posture] of postures) {
		const { state, confidence } = posture.deployment.registration;
		const words = { certain: '(certain)', likely: '(likely)', unclear: '(not clear)' };
		const says = state === 'unknown' ? 'Could not find out' : `${state === 'registered' ? 'Registered' : 'Not registered'} ${words[confidence]}`;
		expect([name, shown(posture)['status_registered']]).toEqual([name, says]);
	}
});

test('contradictions are counted, and that there are none is said only of what was read', () => {
	for (const [name, posture] of postures) {
		const { model, conflicts, unread } = posture.deployment;
		const label = shown(posture)['status_contradictions'];
		const count = conflicts.length < 5 ? String(conflicts.length) : '5+';
		const none = `Nothing that was read contradicts this${unread.length > 0 ? '; not everything could be read' : ''}.`;
		expect([name, label]).toEqual([name, model === 'unknown' ? 'Could not find out' : conflicts.length > 0 ? `⛔ ${count}, see /privacy-status` : none]);
	}
	const switches = Object.fromEntries(SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type === 'boolean').map((id) => [id, true]));
	expect(of({ ...switches, Cloud_Workspace_Client_Id: 'client' }, { setting: 'air-gapped' })['status_contradictions']).toBe('⛔ 5+, see /privacy-status');
});

test('the row of this workspace is one of the table below it', () => {
	const table = LABELS['ps_status_row_description'] ?? '';
	for (const [name, posture] of postures) {
		expect([name, table.includes(`\n| ${shown(posture)['status_row']} |`)]).toEqual([name, true]);
	}
	expect(of({ Site_Url: 'https://chat.example.org', Cloud_Workspace_Client_Id: 'client' })['status_row']).toBe('Self-managed, registered');
});

test('where nothing can be read, nothing is called no', () => {
	const labels = shown(judge(nothingRead('no-answer'), new Date(0), '1.2.3'));
	expect(Object.values(labels).filter((label) => /nobody|^no\b|not registered|^none/i.test(label))).toEqual([]);
});

test('the first step is the first one of all, with its reason and what to do', async () => {
	const { posture } = await judged(readWorkspace('air-gapped-gateway-on'));
	const [first = { key: 'failed' as const }, ...others] = statusTexts(posture, []).status_first;
	expect(others).toEqual([]);
	expect(english(first)).toMatch(/^Push notifications by gateway\. .+switch off/);
	expect(statusTexts(posture, []).status_objections.map((each) => english(each))).toEqual(['None.']);
});

test('each line has at most 64 options, that of user content, where all can come about; the others 40', () => {
	const counts = Object.fromEntries(SELECTIONS.map((id) => [id, STATUS_SELECTIONS[id].length]));
	expect(Object.entries(counts).filter(([, count]) => count > 40)).toEqual([['status_user-content', 64]]);
	expect(counts).toMatchObject({ 'status_app-data': 4, 'status_tracking': 16 });
});

test.each(LANGUAGES)('in %s the options of a line differ from each other, and labels say that they are shown only', (language) => {
	const texts = settingTexts(translator(language));
	for (const { id, i18nLabel, values = [] } of APP_SETTINGS.filter((setting) => setting.id.startsWith('status_'))) {
		const labels = values.map((value) => texts[value.i18nLabel]);
		expect([id, labels.filter((label, at) => label === undefined || labels.indexOf(label) !== at)]).toEqual([id, []]);
		expect([id, texts[i18nLabel]?.replace(/[\u2066-\u2069]/g, '')]).toEqual([id, expect.stringContaining(translator(language)('settings_shown').replace(/[\u2066-\u2069]|\{what\}/g, '').trim())]);
	}
});

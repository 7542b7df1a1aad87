import type { Organisation } from '../../src/settings/organisation';
import { translator } from '../../src/language/translate';
import { toFile } from '../../src/show/formats';
import { readCsv } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');

/** Article 30(1) of Regulation (EU) 2016/679, point by point, then what the app adds. */
const ARTICLE = [
	'Processing activity',
	'(a) the name of the controller',
	'(a) contact details of the controller',
	'(a) where applicable, the joint controller',
	"(a) where applicable, the controller's representative",
	'(a) where applicable, the data protection officer',
	'(b) the purposes of the processing',
	'(c) a description of the categories of data subjects',
	'(c) a description of the categories of personal data',
	'(d) the categories of recipients to whom the personal data have been or will be disclosed',
	'(d) recipients in third countries or international organisations',
	'(e) where applicable, transfers of personal data to a third country or an international organisation, including the identification of that third country or international organisation',
	'(e) in the case of transfers referred to in the second subparagraph of Article 49(1), the documentation of suitable safeguards',
	'(f) where possible, the envisaged time limits for erasure of the different categories of data',
	'(g) where possible, a general description of the technical and organisational security measures referred to in Article 32(1)',
	'State in this workspace',
	'Why',
	'Settings that decide',
];
const [ACTIVITY = '', NAME = '', CONTACT = '', JOINT = '', REPRESENTATIVE = '', OFFICER = '', PURPOSES = '', SUBJECTS = '', DATA = '', RECIPIENTS = '', ABROAD = '', TRANSFERS = '', SAFEGUARDS = '', ERASURE = '', SECURITY = '', STATE = '', WHY = '', SETTINGS = ''] = ARTICLE;

/** What no app can know of any activity. */
const NEVER_KNOWN = [NAME, JOINT, REPRESENTATIVE, OFFICER, SUBJECTS, ABROAD, TRANSFERS, SAFEGUARDS];

function registerOf(name: string, stated: Partial<Organisation> = {}): ReturnType<typeof readCsv> {
	return readCsv(toFile('register', postureOf(name), { ...NOTHING_STATED, ...stated }, english).content);
}

function workspaceRow(name: string, stated: Partial<Organisation> = {}): Record<string, string> {
	return registerOf(name, stated).rows[0] ?? {};
}

describe.each(Object.keys(POSTURES))('the register of a workspace that is %s', (name) => {
	const { columns, rows } = registerOf(name);
	const { flows } = postureOf(name);

	test('has its columns in the order of the article', () => {
		expect(columns).toEqual(ARTICLE);
	});

	test('has a row for the workspace, then one for each flow that is on or cannot be told, and for no other', () => {
		const wanted = flows.filter(({ state }) => state === 'on' || state === 'unknown').map(({ id }) => id);
		expect(rows[0]?.[ACTIVITY]).toContain('Running the Rocket.Chat workspace');
		expect(rows.slice(1).map((row) => row[ACTIVITY])).toEqual(wanted);
	});

	test('leaves blank what an app cannot know', () => {
		const filled = rows.flatMap((row) => [...NEVER_KNOWN, CONTACT].map((column) => row[column])).filter((cell) => cell !== '');
		expect(filled).toEqual([]);
		expect(rows[0]?.[PURPOSES]).toBe('');
		expect(rows.slice(1).flatMap((row) => [row[ERASURE], row[SECURITY]]).filter((cell) => cell !== '')).toEqual([]);
	});

	test('tells of each flow its state, why, its purpose and its recipient', () => {
		for (const row of rows.slice(1)) {
			const flow = flows.find(({ id }) => id === row[ACTIVITY]);
			const expected = flow?.state === 'unknown' ? 'could not find out: must be checked' : flow?.effect === 'attempted' ? 'only attempted' : flow?.effect === 'inside' ? 'stays in your network' : 'on';
			expect([flow?.id, row[STATE], row[WHY], row[PURPOSES]]).toEqual([flow?.id, expected, flow === undefined ? '' : english(flow.reason), flow === undefined ? '' : english(flow.purpose)]);
			expect(row[RECIPIENTS]).toContain(flow === undefined ? '' : english(flow.recipients[0].name));
			expect(row[RECIPIENTS]).toContain(flow?.recipients[0].host ?? '');
			const named = [...(flow?.decidedBy ?? []), ...(flow?.unreadable ?? [])];
			expect(row[SETTINGS]?.split('\n').filter((line) => line !== '').map((line) => line.split(': ')[0]).sort()).toEqual(named.filter((id) => flow?.settings.some((setting) => setting.id === id)).sort());
		}
	});
});

test('some of these registers have rows of every state', () => {
	const states = Object.keys(POSTURES).flatMap((name) => registerOf(name).rows.map((row) => row[STATE]));
	expect([...new Set(states)].sort()).toEqual(['could not find out: must be checked', 'on', 'only attempted', 'stays in your network']);
});

test('the contact that the organisation states stands in every row, since the controller is the same', () => {
	const { rows } = registerOf('every switch on', { contactEmail: 'dpo@example.org' });
	expect(new Set(rows.map((row) => row[CONTACT]))).toEqual(new Set(['dpo@example.org']));
});

test('a hosting provider is a recipient, and the place of the machines is told', () => {
	const row = workspaceRow('self-managed, not registered', { hostingProvider: 'Example Hosting', hostingLocation: 'Reykjavík' });
	expect(row[RECIPIENTS]).toBe('Hosting provider: Example Hosting');
	expect(row[ACTIVITY]).toBe('Running the Rocket.Chat workspace chat.example.org\nWhere its machines are: Reykjavík');
	expect(row[TRANSFERS]).toBe('');
});

test.each(['self', 'SELF'])('an organisation that runs its own machines (%s) has no provider as a recipient', (hostingProvider) => {
	const row = workspaceRow('air-gapped, declared, without contradiction', { hostingProvider });
	expect(row[RECIPIENTS]).toBe('');
	expect(row[ACTIVITY]).toContain('run by the organisation itself');
});

test.each([
	['in Rocket.Chat Cloud', 'Rocket.Chat, the company'],
	['the Open Server', 'Rocket.Chat, the company'],
	['self-managed, not registered', ''],
	['nothing readable', ''],
])('of a workspace that is %s the recipients by itself are "%s"', (name, expected) => {
	expect(workspaceRow(name)[RECIPIENTS]).toBe(expected);
});

test('time limits are told from the retention settings, encryption only where it was read', () => {
	const read = workspaceRow('self-managed, not registered');
	expect(read[ERASURE]).toContain(english('keeps_retention-off'));
	expect(read[ERASURE]).toContain(english('keeps_erasure-delete'));
	expect(read[ERASURE]).toContain(english('keeps_trash'));
	expect(read[ERASURE]).toContain(english('keeps_visitors-on'));
	expect(read[ERASURE]).toContain(english('keeps_visitor-conversations'));
	expect(read[SECURITY]).toMatch(/end-to-end encrypted/);
	const unread = workspaceRow('nothing readable');
	expect(unread[ERASURE]).toContain(english('keeps_retention-unknown'));
	expect(unread[ERASURE]).not.toContain('livechat');
	expect(unread[SECURITY]).toBe('');
	for (const row of [read, unread]) {
		expect(row[ERASURE]).not.toContain(english('keeps_audit'));
	}
});

test('the kinds of data of the workspace are those that its admins can reach', () => {
	expect(workspaceRow('self-managed, not registered')[DATA]?.split('\n')).toEqual(['account data', 'usage data', 'app data', 'user content', 'tracking']);
});

test('of the workspace the verdict is told with its confidence', () => {
	const { model, confidence, basis } = postureOf('air-gapped, declared by the environment, contradicted').deployment;
	expect([model, confidence, basis]).toEqual(['air-gapped', 'unclear', 'declared']);
	expect(workspaceRow('air-gapped, declared by the environment, contradicted')[WHY]).toBe(
		'Air-gapped — contradicted, declared',
	);
});

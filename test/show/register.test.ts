import fc from 'fast-check';

import { FLOWS } from '../../src/catalogue/flows';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { NOT_PERSONAL } from '../../src/catalogue/activities';
import { translator } from '../../src/language/translate';
import { unmarked } from '../../src/language/spans';
import type { Statement } from '../../src/language/statement';
import { judge } from '../../src/posture/judge';
import type { FlowFinding, Posture } from '../../src/posture/posture';
import type { Organisation } from '../../src/settings/organisation';
import { toFile } from '../../src/show/formats';
import { readWorkspace } from '../../tools/host';
import { judged } from '../posture/workspace-judged';
import { defaultSignals } from '../posture/signals';
import { attributesOf, elementsOf, only, readRegister, textOf } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');
const plain = (statement: Statement): string => unmarked(english.spans(statement));

/** Article 30(1) of Regulation (EU) 2016/679, point by point. */
const ARTICLE = [
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
];
const [NAME = '', CONTACT = '', JOINT = '', REPRESENTATIVE = '', OFFICER = '', PURPOSES = '', SUBJECTS = '', DATA = '', RECIPIENTS = '', ABROAD = '', TRANSFERS = '', SAFEGUARDS = '', ERASURE = '', SECURITY = ''] = ARTICLE;
const BLANK = 'to be filled in by you';
const REST = 'the rest: to be filled in by you';
const UNSURE = 'to be checked: could not find out whether it is on';

function csvOf(posture: Posture, stated: Partial<Organisation> = {}): string {
	return toFile('register', posture, { ...NOTHING_STATED, ...stated }, english).content;
}

function htmlOf(posture: Posture, stated: Partial<Organisation> = {}): string {
	return toFile('register-html', posture, { ...NOTHING_STATED, ...stated }, english).content;
}

function linesOf(row: Record<string, string> | undefined, column: string): string[] {
	return row?.[column]?.split('\n') ?? [];
}

/** The lines of one point of one activity. */
function pointOf(posture: Posture, activity: string, column: string, stated: Partial<Organisation> = {}): string[] {
	const { rows } = readRegister(csvOf(posture, stated));
	const found = rows.filter((row) => linesOf(row, 'Processing activity')[0] === activity);
	expect(found).toHaveLength(1);
	return linesOf(found[0], column);
}

const isPersonal = ({ sends }: FlowFinding): boolean => sends.some(({ key }) => !NOT_PERSONAL.some((word) => key === `sent_${word}`));
const counts = ({ state }: FlowFinding): boolean => state === 'on' || state === 'unknown';

/** How often each flow is named among the recipients of all activities. */
function timesNamed(posture: Posture): Record<string, number> {
	const lines = readRegister(csvOf(posture)).rows.flatMap((row) => linesOf(row, RECIPIENTS));
	return Object.fromEntries(posture.flows.map((flow) => [flow.id, lines.filter((line) => line.startsWith(`${plain(flow.name)} (`)).length]));
}

function timesWanted({ flows }: Posture): Record<string, number> {
	return Object.fromEntries(flows.map((flow) => [flow.id, counts(flow) && isPersonal(flow) ? 1 : 0]));
}

describe.each(Object.keys(POSTURES))('the draft for the record of a workspace that is %s', (name) => {
	const posture = postureOf(name);
	const { about, columns, rows } = readRegister(csvOf(posture));

	test('says what it is, of which workspace, when and by what it was made', () => {
		expect(about[0]).toEqual(['Draft for the record of processing activities (Article 30(1) GDPR)']);
		expect(about).toContainEqual(['Workspace', posture.workspaceHost ?? BLANK]);
		expect(about).toContainEqual(['Read at', '22 Nov 2026, 03:00 UTC']);
		expect(about).toContainEqual(['Version of the app Privacy Status', '1.2.3']);
		expect(about).toContainEqual(['Version of its catalogue', posture.catalogueVersion]);
		expect(about).toContainEqual(['Checked by, date', BLANK]);
		expect(about[1]?.[0]).toMatch(/^Deployment: /);
	});

	test('has the points of the article in its order and words, then why', () => {
		expect(columns).toEqual(['Processing activity', ...ARTICLE, 'Why']);
	});

	test('leaves no point empty, and marks what only the organisation knows', () => {
		expect(rows.flatMap((row) => ARTICLE.filter((column) => row[column] === ''))).toEqual([]);
		expect(rows.flatMap((row) => [NAME, CONTACT, JOINT, REPRESENTATIVE, OFFICER].map((column) => row[column])).filter((cell) => cell !== BLANK)).toEqual([]);
	});

	test('names each flow once that is on or unknown and carries personal data, and no other', () => {
		expect(timesNamed(posture)).toEqual(timesWanted(posture));
	});

	test('says what it left out, because it carries no personal data', () => {
		const left = posture.flows.filter((flow) => counts(flow) && !isPersonal(flow)).map((flow) => plain(flow.name));
		expect(about.flat().filter((line) => line.startsWith('Left out'))).toEqual(left.length === 0 ? [] : [`Left out, since they carry no personal data as far as this app knows: ${left.join(', ')}.`]);
	});

	test('tells of each flow who receives, with the host, and whether that is certain', () => {
		const lines = rows.flatMap((row) => linesOf(row, RECIPIENTS));
		for (const flow of posture.flows.filter((each) => counts(each) && isPersonal(each))) {
			const state = flow.state === 'unknown' ? UNSURE : flow.effect === 'attempted' ? 'only attempted' : 'on';
			const line = lines.find((each) => each.startsWith(`${plain(flow.name)} (${state}): to ${plain(flow.recipients[0].name)}`));
			expect([flow.id, line ?? lines]).toEqual([flow.id, expect.stringContaining(flow.recipients.map(({ host }) => host ?? '').at(0) ?? '')]);
		}
	});

	test('tells what is kept once, in the words of the legal view', () => {
		const elsewhere = /^keeps_(?:encryption|ldap|audit|open)/;
		const wanted = posture.keeping.map(({ statement }) => statement).filter(({ key }) => !elsewhere.test(key) && key !== 'keeps_visitors-off').map(plain);
		const found = rows.flatMap((row) => linesOf(row, ERASURE)).filter((line) => line !== BLANK && line !== REST && line !== plain({ key: 'keeps_visitors-off' }));
		expect(found.sort()).toEqual(wanted.sort());
	});

	test('has no mark of chat and no id of a flow in it', () => {
		const cells = rows.flatMap((row) => Object.values(row));
		expect(cells.filter((cell) => cell.includes('`') || /(^|\s)\*/.test(cell))).toEqual([]);
		expect(rows.flatMap((row) => linesOf(row, 'Processing activity')).filter((line) => FLOWS.some(({ id }) => line === id))).toEqual([]);
	});

	test('says the same as a table and as a document to print', () => {
		const elements = elementsOf(htmlOf(posture));
		const sections = elements.filter(({ tagName }) => tagName === 'section');
		expect(sections).toHaveLength(rows.length + 1);
		const told = (from: (typeof elements)[number] | undefined): [string, string][] =>
			(from === undefined ? [] : elementsOf(from)).filter(({ tagName, parentNode }) => tagName === 'div' && parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'dl').map((row) => {
				const [label, value] = elementsOf(row).filter(({ tagName }) => tagName === 'dt' || tagName === 'dd');
				const items = (value === undefined ? [] : elementsOf(value)).filter(({ tagName }) => tagName === 'li');
				return [label === undefined ? '' : textOf(label), (items.length === 0 && value !== undefined ? [value] : items).map((each) => textOf(each)).join('\n')];
			});
		rows.forEach((row, at) => {
			const points = Object.entries(row).filter(([column, cell]) => column !== 'Processing activity' && cell !== '');
			expect([...told(sections[0]), ...told(sections[at + 1])]).toEqual(points);
			expect(sections.slice(at + 1, at + 2).flatMap(elementsOf).filter(({ tagName }) => tagName === 'h2').map(textOf)).toEqual(linesOf(row, 'Processing activity').slice(0, 1));
		});
	});
});

test('some of these have flows of every kind', () => {
	const states = Object.values(POSTURES).flatMap((posture) => readRegister(csvOf(posture)).rows.flatMap((row) => linesOf(row, RECIPIENTS).map((line) => / \((on|only attempted|to be checked: .*?)\): to /.exec(line)?.[1] ?? 'no flow')));
	expect([...new Set(states)].sort()).toEqual(['no flow', 'on', 'only attempted', UNSURE]);
});

test('whatever is on or cannot be read, each flow with personal data is named once', () => {
	const switches = SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type === 'boolean');
	fc.assert(
		fc.property(fc.subarray(switches), fc.subarray([...SETTING_IDS]), fc.constantFrom('auto' as const, 'air-gapped' as const), (on, unread, setting) => {
			const overrides = { Site_Url: 'https://chat.example.org', ...Object.fromEntries(on.map((id) => [id, true])) };
			const posture = judge(defaultSignals(overrides, unread, { setting }), new Date(0), '1.2.3');
			expect(timesNamed(posture)).toEqual(timesWanted(posture));
		}),
		{ numRuns: 40 },
	);
});

describe('a registered self-managed workspace', () => {
	let posture: Posture;

	beforeAll(async () => {
		({ posture } = await judged(readWorkspace('self-managed-registered')));
	});

	test('has these activities', () => {
		expect(readRegister(csvOf(posture)).rows.map((row) => linesOf(row, 'Processing activity'))).toEqual([
			['Messages, rooms and files'],
			['Accounts and logins'],
			['Security logs'],
			['Notifications and e-mail'],
			['Support chat with visitors'],
			['Calls and video conferences', UNSURE],
			['Search, previews and translation'],
			['Registration and reports to Rocket.Chat'],
			['Monitoring of the server', UNSURE],
		]);
	});

	test('sends pushes to Rocket.Chat, Apple and Google, where the country is known and the rest is to be checked', () => {
		expect(pointOf(posture, 'Notifications and e-mail', RECIPIENTS)).toContain("Push notifications by gateway (on): to Rocket.Chat's push gateway (gateway.rocket.chat), Apple and Google");
		expect(pointOf(posture, 'Notifications and e-mail', ABROAD)).toEqual(
			expect.arrayContaining([
				"to be checked: Rocket.Chat's push gateway (United States, by the seat of the company)",
				'to be checked: Apple and Google (United States, by the seat of the company)',
				'to be checked: the mail server (place not known)',
			]),
		);
		expect(pointOf(posture, 'Notifications and e-mail', TRANSFERS)).toEqual(['to be checked: United States, by the seat of the company', 'to be checked: place not known']);
		expect(pointOf(posture, 'Notifications and e-mail', SAFEGUARDS)).toEqual(['to be checked: for each recipient in a third country']);
	});

	test('has its own retention for each activity', () => {
		expect(pointOf(posture, 'Messages, rooms and files', ERASURE)).toContain(plain({ key: 'keeps_retention-off' }));
		expect(pointOf(posture, 'Security logs', ERASURE)).toContain(plain({ key: 'keeps_logins-on' }));
		expect(pointOf(posture, 'Support chat with visitors', ERASURE)).toContain(plain({ key: 'keeps_visitors-on' }));
		expect(pointOf(posture, 'Notifications and e-mail', ERASURE)).toEqual([BLANK]);
	});

	test('has the visitors of its livechat as data subjects there, and nowhere else', () => {
		const subjects = readRegister(csvOf(posture)).rows.map((row) => [linesOf(row, 'Processing activity')[0], linesOf(row, SUBJECTS)] as const);
		expect(subjects.filter(([, lines]) => lines.includes('visitors of the livechat')).map(([activity]) => activity)).toEqual(['Support chat with visitors']);
		expect(subjects.filter(([, lines]) => !lines.includes('members and guests of the workspace') || !lines.includes(REST))).toEqual([]);
	});

	test('does not count as personal data what tells nothing of people', () => {
		const data = pointOf(posture, 'Registration and reports to Rocket.Chat', DATA);
		expect(data).toContain('ids of users');
		expect(data).not.toContain('counts of installed apps');
		expect(data).not.toContain('app data');
		expect(readRegister(csvOf(posture)).about.flat().find((line) => line.startsWith('Left out'))).toContain('Update check');
	});

	test('names admins and who runs the machines as recipients of what is stored, as far as that is stated', () => {
		expect(pointOf(posture, 'Security logs', RECIPIENTS)).toEqual(["This workspace's admins", `Who runs the machines: ${BLANK}`, REST]);
		expect(pointOf(posture, 'Security logs', RECIPIENTS, { hostingProvider: 'Example Hosting' })).toEqual(["This workspace's admins", 'Who runs the machines: Example Hosting', REST]);
		expect(pointOf(posture, 'Security logs', TRANSFERS, { hostingLocation: 'Reykjavík' })).toEqual(['Where the machines are: Reykjavík']);
	});

	test.each(['self', 'SELF'])('has no provider as a recipient if the organisation runs its own machines (%s)', (hostingProvider) => {
		expect(pointOf(posture, 'Security logs', RECIPIENTS, { hostingProvider })).toEqual(["This workspace's admins", REST]);
	});

	test('has the contact that is stated as one to be checked, since it need not be the officer’s', () => {
		const { rows } = readRegister(csvOf(posture, { contactEmail: 'dpo@example.org' }));
		expect(new Set(rows.map((row) => row[OFFICER]))).toEqual(new Set(['to be checked: dpo@example.org']));
		expect(new Set(rows.map((row) => row[CONTACT]))).toEqual(new Set([BLANK]));
	});

	test('marks blanks and what is to be checked in the document to print', () => {
		const marks = elementsOf(htmlOf(posture)).filter(({ tagName }) => tagName === 'b');
		expect(marks.filter((mark) => attributesOf(mark)['class'] === 'unknown').map(textOf)).toEqual(expect.arrayContaining([BLANK, REST]));
		expect(new Set(marks.filter((mark) => attributesOf(mark)['class'] === 'limited').map((mark) => textOf(mark).slice(0, 14)))).toEqual(new Set(['to be checked:']));
		expect(marks.filter((mark) => !/^(?:the rest: )?to be (?:filled in by you|checked: )/.test(textOf(mark))).map(textOf)).toEqual([]);
		expect(textOf(only(elementsOf(htmlOf(posture)), ({ tagName }) => tagName === 'title'))).toBe('Draft for the record of processing activities (Article 30(1) GDPR)');
	});
});

test('an air gap that is certain has no recipient abroad', async () => {
	const { posture } = await judged(readWorkspace('air-gapped-clean'));
	expect(posture.deployment.confidence).toBe('certain');
	expect(pointOf(posture, 'Registration and reports to Rocket.Chat', ABROAD)).toEqual([BLANK]);
	expect(pointOf(posture, 'Registration and reports to Rocket.Chat', RECIPIENTS)).toContain("Daily usage report (only attempted): to Rocket.Chat's statistics collector (collector.rocket.chat)");
});

test('where nothing could be read, nothing is said to be off, on or protected', () => {
	const posture = postureOf('nothing readable');
	const { rows } = readRegister(csvOf(posture));
	expect(linesOf(rows.find((row) => row['Processing activity']?.startsWith('Support chat')), 'Processing activity')).toEqual(['Support chat with visitors', UNSURE]);
	expect(pointOf(posture, 'Messages, rooms and files', ERASURE)).toContain(plain({ key: 'keeps_retention-unknown' }));
	expect(new Set(rows.map((row) => row[SECURITY]))).toEqual(new Set([BLANK]));
});

test('a livechat that is off, with nothing else for visitors, is no activity', () => {
	const posture = judge(defaultSignals({ Site_Url: 'https://chat.example.org', Livechat_enabled: false }), new Date(0), '1');
	const withoutFlows = { ...posture, flows: posture.flows.filter(({ activity }) => activity !== 'livechat') };
	expect(readRegister(csvOf(withoutFlows)).rows.filter((row) => row['Processing activity']?.startsWith('Support chat'))).toEqual([]);
});

test.each([
	['in Rocket.Chat Cloud', ['to be checked: Rocket.Chat, the company']],
	['the Open Server', ['to be checked: Rocket.Chat, the company']],
	['nothing readable', [`Who runs the machines: ${BLANK}`]],
])('of a workspace that is %s those who run the machines are told with the hedge of the verdict', (name, expected) => {
	expect(pointOf(postureOf(name), 'Security logs', RECIPIENTS)).toEqual(["This workspace's admins", ...expected, REST]);
});

describe('security measures', () => {
	const measures = (overrides: Parameters<typeof defaultSignals>[0]): string[] =>
		pointOf(judge(defaultSignals({ Site_Url: 'https://chat.example.org', ...overrides }), new Date(0), '1'), 'Messages, rooms and files', SECURITY);

	test('are never what is missing', () => {
		const lines = measures({ E2E_Enable: false, FileUpload_ProtectFiles: false, Accounts_AllowAnonymousRead: true });
		expect(lines).toEqual([BLANK]);
	});

	test('are encryption with what it leaves open, and what opens only after a login', () => {
		const lines = measures({ E2E_Enable: true, E2E_Allow_Unencrypted_Messages: true, FileUpload_ProtectFiles: true, Accounts_AllowAnonymousRead: false });
		expect(lines).toEqual(expect.arrayContaining([plain({ key: 'keeps_encryption-on' }), plain({ key: 'keeps_encryption-unencrypted-on' }), 'Files open only after a login.', 'Reading needs an account and a login.', REST]));
	});
});

test('the verdict is told with its confidence', () => {
	const name = 'air-gapped, declared by the environment, contradicted';
	expect(readRegister(csvOf(postureOf(name))).about[1]).toEqual(['Deployment: Air-gapped — contradicted, declared']);
});

test('purposes are those of the flows', () => {
	const posture = postureOf('every switch on');
	for (const flow of posture.flows.filter((each) => counts(each) && isPersonal(each))) {
		expect(readRegister(csvOf(posture)).rows.filter((row) => linesOf(row, PURPOSES).includes(plain(flow.purpose)))).not.toEqual([]);
	}
});

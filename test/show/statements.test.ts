import { NEWEST_RELEASE, RELEASES } from '../../src/catalogue/versions';
import type { Release } from '../../src/catalogue/versions';
import { serverWords } from '../../src/posture/server';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import type { MessageKey } from '../../src/language/statement';
import { toFile } from '../../src/show/formats';
import { reportSchema } from '../../src/show/as/report-schema';
import type { Report } from '../../src/show/as/report-schema';
import { confidenceOf, registrationConfidenceOf } from '../../src/show/tell/verdict';
import { attributesOf, elementsOf, only, readByGitHub, readByRocketChat, readCsv, textOf } from './documents';
import type { MarkdownBlock } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');
const NAMES = Object.keys(POSTURES);

const made = new Map<string, string>();

/** Made once: many tests look at the same document. */
function contentOf(format: Parameters<typeof toFile>[0], name: string): string {
	const key = `${format} ${name}`;
	const content = made.get(key) ?? toFile(format, postureOf(name), NOTHING_STATED, english).content;
	made.set(key, content);
	return content;
}

function reportOf(name: string): Report {
	return reportSchema.parse(JSON.parse(contentOf('json', name)));
}

/** A sentence as a reader sees it: its marks are gone. */
function seen(sentence: string): string {
	return squeezed(sentence.replace(/[`*]/g, ''));
}

function squeezed(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** All leaves of a report that are not null, each with its place; what stands in a list has its list's place. */
function leavesOf(value: unknown, place = ''): [place: string, leaf: string | number | boolean][] {
	if (Array.isArray(value)) {
		return value.flatMap((item) => leavesOf(item, place));
	}
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, place === '' ? key : `${place}.${key}`));
	}
	return value === null || value === undefined ? [] : [[place, value as string | number | boolean]];
}

/** Words of the contract, by their place, and the beginning of the key under which readers find them in their language. */
const LABELS: Readonly<Record<string, string>> = {
	'deployment.model': 'model_',
	'deployment.basis': 'basis_',
	'deployment.declared': 'model_',
	'deployment.registration.state': 'registration_',
	'deployment.licence.kind': 'licence_',
	'exposure.category': 'category_',
	'exposure.legalCategory': 'legal-category_',
	'exposure.party': 'party_',
	'exposure.state': 'exposure_',
	'flows.state': 'flow-state_',
	'flows.effect': 'report_effect-',
	'flows.recipients.party': 'party_',
	'flows.recipients.reach': 'reach_',
	'flows.categories': 'category_',
	'flows.kept': 'kept_',
	'legal.category': 'legal-category_',
	'keeping.category': 'legal-category_',
};

function releaseOf(version: string | null): Release | null {
	return RELEASES.find((release) => release === version) ?? null;
}

/** Told by something else: a setting that was not readable by what is shown of it, a baseline or a thing unseen by its statement. */
const TOLD_OTHERWISE = ['flows.settings.readable', 'unseen.id'];

/** Flows are told by their names, settings and variables without what they are. */
const NAMED = ['exposure.because.source', 'exposure.condition'];
const SOURCES = ['deployment.evidence.source', 'server.evidence.source', 'deployment.conflicts.sources'];

/** What a person finds in a document for one leaf of the report; null where another leaf says it. */
function expected(place: string, leaf: string | number | boolean, { deployment, server, flows }: Report): string | null {
	const label = LABELS[place];
	if (label !== undefined) {
		return english(`${label}${String(leaf)}` as MessageKey);
	}
	if (NAMED.includes(place)) {
		const nameOf = (id: string): string => flows.find((flow) => flow.id === id)?.name ?? id;
		return ['baseline', 'declared'].includes(String(leaf)) ? null : seen(String(leaf).replace(/(?:^flow:|`)([\w-]+)`?/g, (_all, id: string) => nameOf(id)));
	}
	if (SOURCES.includes(place)) {
		return String(leaf).replace(/^\w+:/, '');
	}
	switch (place) {
		case 'generatedAt':
			return english(say('report_time', { time: new Date(String(leaf)) }));
		case 'deployment.confidence':
			return english(confidenceOf(deployment));
		case 'deployment.registration.confidence':
			return english(registrationConfidenceOf(deployment));
		case 'deployment.reporting.state':
			return english(say(`reporting_${deployment.reporting.state}`, { days: deployment.reporting.daysLeft ?? 0 }));
		case 'deployment.reporting.daysLeft':
			// The sentence of the state tells the days, except that none is left.
			return leaf === 0 ? null : String(leaf);
		case 'server.atLeast':
		case 'server.below':
			return english(serverWords({ atLeast: releaseOf(server.atLeast), below: releaseOf(server.below) }));
		case 'server.verified':
			return english(say(leaf === true ? 'report_server-verified-yes' : 'report_server-verified-no', { newest: NEWEST_RELEASE }));
		case 'flows.optional':
			return english(leaf === true ? 'report_optional-yes' : 'report_optional-no');
		default:
			return TOLD_OTHERWISE.includes(place) ? null : seen(String(leaf));
	}
}

function missingIn(text: string, part: unknown, report: Report, place = ''): string[] {
	return leavesOf(part, place).flatMap(([at, leaf]) => {
		const wanted = expected(at, leaf, report);
		return wanted === null || text.includes(squeezed(wanted)) ? [] : [`${at}: ${wanted}`];
	});
}

/** What a document says, read back from it. */
interface ReadBack {
	readonly text: string;
	/** By id: its name and state, what is beside each label, and all that is said of the flow. */
	readonly flows: Readonly<Record<string, { name: string; state: string; facts: Readonly<Record<string, string>>; text: string }>>;
	/** By id: all that is said of a flow that has no part of its own. */
	readonly others: Readonly<Record<string, string>>;
	/** By category and party: the states of the table at a glance and of the cell, and all that is said of the cell. */
	readonly cells: Readonly<Record<string, { glance: string; state: string; text: string }>>;
}

/** Whether the HTML document tells of a flow in one row only: it is for people, who need to know why it is off and where that is set, and has to stay short enough to be filed. The other formats tell all of every flow. */
function isOther({ state }: Report['flows'][number]): boolean {
	return state === 'off' || state === 'not-applicable';
}

/** What the row of such a flow tells; a page that this server does not have is not told. */
function toldInRow({ id, name, reason, state, adminPage }: Report['flows'][number]): Partial<Report['flows'][number]> {
	return { id, name, reason, adminPage: state === 'off' ? adminPage : null };
}

function fromHtml(html: string, { exposure, flows }: Report): ReadBack {
	type Element = ReturnType<typeof elementsOf>[number];
	const elements = elementsOf(html);
	const body = only(elements, ({ tagName }) => tagName === 'body');
	const named = (id: string): Element => only(elements, ({ tagName }, attributes) => attributes['aria-labelledby'] === id && ['article', 'section'].includes(tagName));
	const inside = (element: Element, tag: string): Element[] => elementsOf(element).filter(({ tagName }) => tagName === tag);
	const told = (element: Element | undefined): string => (element === undefined ? '' : squeezed(textOf(element)));
	/** The text of the cells of a table, row by row, by their columns. */
	const table = (element: Element): Record<string, string>[] => {
		const [head, ...rows] = inside(element, 'tr').map((row) => elementsOf(row).filter(({ tagName }) => ['th', 'td'].includes(tagName)).map(told));
		return rows.map((row) => Object.fromEntries((head ?? []).map((column, at) => [column, row[at] ?? ''])));
	};
	const glance = table(named('matrix'));
	const others = inside(named('others'), 'tr').map((row) => ({ ids: inside(row, 'small').map(told), text: told(row) }));
	return {
		text: told(body),
		flows: Object.fromEntries(
			flows.filter((flow) => !isOther(flow)).map(({ id }) => {
				const article = named(`flow-${id}`);
				const facts = inside(article, 'dl').flatMap((list) => inside(list, 'div')).map((fact) => elementsOf(fact).slice(1, 3).map(told));
				const state = told(inside(article, 'p')[0]).replace(`${id} `, '');
				return [id, { name: told(inside(article, 'h3')[0]), state, facts: Object.fromEntries(facts.map(([label = '', value = '']) => [label, value])), text: told(article) }];
			}),
		),
		others: Object.fromEntries(flows.filter(isOther).map(({ id }) => [id, others.find(({ ids }) => ids.includes(id))?.text ?? ''])),
		cells: Object.fromEntries(
			exposure.map(({ category, party }) => {
				const [name, inRow] = [english(`party_${party}`), english(`category_${category}`)];
				const part = named(`exposure-${party}`);
				const row = table(part).find((candidate) => candidate[english('report_category')]?.split(', ').includes(inRow)) ?? {};
				const text = [name, inRow, ...inside(part, 'p').map(told), ...Object.values(row)].join(' ');
				return [`${category}/${party}`, { glance: glance.find((candidate) => candidate[english('report_party')] === name)?.[inRow] ?? '', state: row[english('report_exposed')] ?? '', text }];
			}),
		),
	};
}

function fromMarkdown(blocks: readonly MarkdownBlock[], { exposure, flows }: Report): ReadBack {
	/** The lines below a heading, up to the next one. */
	const below = (heading: string): string[] => {
		const start = blocks.findIndex(({ kind, text }) => kind.startsWith('heading') && text === heading) + 1;
		const rest = blocks.slice(start);
		const end = rest.findIndex(({ kind }) => kind.startsWith('heading'));
		return rest.slice(0, end === -1 ? rest.length : end).map(({ text }) => text);
	};
	const after = (line: string | undefined, label: string): string => new RegExp(`(?:^|; |: )${label}: ([^;]*)`).exec(line ?? '')?.[1] ?? '';
	return {
		text: squeezed(blocks.map(({ text }) => text).join(' ')),
		flows: Object.fromEntries(
			flows.map(({ id, name }) => {
				const [first = '', ...lines] = below(name);
				const facts = lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
				return [id, { name, state: first.replace(`${id} `, ''), facts: Object.fromEntries(facts) as Record<string, string>, text: squeezed([name, first, ...lines].join(' ')) }];
			}),
		),
		others: {},
		cells: Object.fromEntries(
			exposure.map(({ category, party }) => {
				const [name, inRow] = [english(`party_${party}`), english(`category_${category}`)];
				const glance = below(english('report_exposure')).find((line) => line.startsWith(`${name}: `));
				const lines = below(name);
				const line = lines.find((candidate) => candidate.slice(0, candidate.indexOf(': ')).split(', ').includes(inRow));
				const reasons = blocks.filter(({ kind, text }) => kind === 'paragraph' && lines.includes(text)).map(({ text }) => text);
				return [`${category}/${party}`, { glance: after(glance, inRow), state: after(line, english('report_exposed')), text: squeezed([name, ...reasons, line ?? ''].join(' ')) }];
			}),
		),
	};
}

const READERS: [name: string, isShort: boolean, read: (name: string, report: Report) => ReadBack][] = [
	['HTML', true, (name, report) => fromHtml(contentOf('html', name), report)],
	['Markdown, as GitHub reads it', false, (name, report) => fromMarkdown(readByGitHub(contentOf('markdown', name)), report)],
	['Markdown, as Rocket.Chat reads it', false, (name, report) => fromMarkdown(readByRocketChat(contentOf('markdown', name)), report)],
];

describe.each(NAMES)('a workspace that is %s', (name) => {
	const report = reportOf(name);

	describe.each(READERS)('%s', (_format, isShort, read) => {
		const document = read(name, report);
		const isWhole = (flow: Report['flows'][number]): boolean => !isShort || !isOther(flow);

		test('tells every statement of the report', () => {
			const flows = report.flows.map((flow) => (isWhole(flow) ? flow : toldInRow(flow)));
			expect(missingIn(document.text, { ...report, flows, exposure: report.exposure.map(({ because, ...cell }) => cell) }, report)).toEqual([]);
		});

		test('tells of each flow all that the report does, where it tells of that flow, and its state', () => {
			expect(Object.keys(document.flows)).toEqual(report.flows.filter(isWhole).map(({ id }) => id));
			for (const flow of report.flows.filter(isWhole)) {
				const { name: heading = '', state: told = '', facts = {}, text = '' } = document.flows[flow.id] ?? {};
				expect([flow.id, ...missingIn(text, flow, report, 'flows')]).toEqual([flow.id]);
				const state = english(`flow-state_${flow.state}`);
				const recipients = flow.recipients.map(({ party, host }) => [english(party === null ? 'report_party-inside' : `party_${party}`), host ?? '']);
				expect([flow.id, recipients.flat().filter((part) => facts[english('report_recipient')]?.includes(seen(part)) !== true)]).toEqual([flow.id, []]);
				expect([heading, told, facts[english('report_kept')], facts[english('report_optional')]]).toEqual([
					flow.name,
					flow.effect === null ? state : `${state}, ${english(`report_effect-${flow.effect}`)}`,
					english(`kept_${flow.kept}`),
					english(flow.optional ? 'report_optional-yes' : 'report_optional-no'),
				]);
				const turnOff = facts[english('report_turn-off')] ?? '';
				expect(turnOff.slice(0, seen(flow.turnOff).length)).toBe(seen(flow.turnOff));
				expect(flow.offBy.filter(({ setting, value }) => !turnOff.includes(`${setting}: ${value === '' ? '""' : String(value)}`))).toEqual([]);
			}
		});

		test('tells of every other flow its name, why it is off and where that is set', () => {
			const others = report.flows.filter((flow) => !isWhole(flow));
			expect(Object.keys(document.others)).toEqual(others.map(({ id }) => id));
			for (const flow of others) {
				expect([flow.id, ...missingIn(document.others[flow.id] ?? '', toldInRow(flow), report, 'flows')]).toEqual([flow.id]);
			}
		});

		test('names the kinds of data that each kind of legal requests covers', () => {
			for (const { category, legalCategory } of report.exposure) {
				expect(legalCategory === null || document.text.includes(`${english(`legal-category_${legalCategory}`)} (${english(`category_${category}`)})`) ? '' : category).toBe('');
			}
		});

		test('tells of each cell of the matrix its state twice alike, its condition, its reasons and its flows', () => {
			for (const cell of report.exposure) {
				const id = `${cell.category}/${cell.party}`;
				const told = document.cells[id] ?? { glance: '', state: '', text: '' };
				const state = english(`exposure_${cell.state}`);
				// Why a flow is on is told where the flow is, which the text above was searched for.
				const because = cell.because.map(({ source, statement }) => (source.startsWith('flow:') ? { source } : { source, statement }));
				expect([id, told.glance, told.state, ...missingIn(told.text, { ...cell, legalCategory: null, because }, report, 'exposure')]).toEqual([id, state, state]);
			}
		});
	});

	describe('CSV', () => {
		const { columns, rows } = readCsv(contentOf('csv', name));
		const part = (wanted: string): Record<string, string>[] => rows.filter((row) => row['part'] === wanted);

		test('holds every leaf of the report, in the words of the contract', () => {
			const cells = rows.flatMap((row) => columns.map((column) => row[column] ?? ''));
			const lines = new Set(cells.flatMap((cell) => [cell, cell.replace(/^'/, ''), ...cell.split('\n')]));
			const lacking = leavesOf(report).filter(([place, leaf]) => {
				const told = String(leaf);
				const isPart = ['exposure.because', 'flows.settings', 'flows.offBy'].some((list) => place.startsWith(list));
				return !(isPart ? [...lines].some((line) => line.includes(told)) : lines.has(told)) && place !== 'flows.settings.readable';
			});
			expect(lacking).toEqual([]);
		});

		test('has a row for each fact, and tells its state as the report does', () => {
			expect(part('exposure').map(({ id, state, party, category }) => [id, state, party, category])).toEqual(
				report.exposure.map(({ category, party, state }) => [`${category}/${party}`, state, party, category]),
			);
			expect(part('flow').map(({ id, state, effect, reason, optional }) => [id, state, effect, reason, optional])).toEqual(
				report.flows.map(({ id, state, effect, reason, optional }) => [id, state, effect ?? '', reason, String(optional)]),
			);
			expect(part('evidence').map(({ source, statement }) => [source, statement])).toEqual(report.deployment.evidence.map(({ source, statement }) => [source, statement]));
			expect(part('server-evidence')).toHaveLength(report.server.evidence.length);
			expect(part('conflict').map(({ id }) => id)).toEqual(report.deployment.conflicts.map(({ id }) => id));
			expect(part('unread').map(({ id }) => id)).toEqual(report.deployment.unread);
			expect(part('legal').map(({ id, heldBy }) => [id, heldBy])).toEqual(report.legal.map(({ category, heldBy }) => [category, heldBy]));
			expect(part('keeping').map(({ category, statement }) => [category, statement])).toEqual(report.keeping.map(({ category, statement }) => [category, statement]));
			expect(part('unseen').map(({ id, statement }) => [id, statement])).toEqual(report.unseen.map(({ id, statement }) => [id, statement]));
			const { model, basis, confidence, declared, registration, licence, reporting } = report.deployment;
			expect(part('deployment').map(({ id, value }) => [id, value])).toEqual([
				['model', model],
				['basis', basis],
				['confidence', confidence],
				['declared', declared ?? ''],
				['registration.state', registration.state],
				['registration.confidence', registration.confidence],
				['licence.kind', licence.kind],
				['reporting.state', reporting.state],
				['reporting.daysLeft', String(reporting.daysLeft ?? '')],
			]);
		});
	});

	test('Rocket.Chat and GitHub read the same lines, headings and list items in the Markdown', () => {
		const markdown = contentOf('markdown', name);
		expect(readByRocketChat(markdown)).toEqual(readByGitHub(markdown));
	});

	test('the documents have the flows in order: what leaves, what is open, what is tried, what stays inside, what could not be found out, the rest', () => {
		const order = ['sent', 'open', 'attempted', 'inside', 'unknown', 'off', 'not-applicable'];
		const isOpen = ({ effect, recipients }: Report['flows'][number]): boolean => effect === 'sent' && recipients.every(({ party }) => party === 'anyone' || party === 'workspace-admins');
		const rank = new Map(report.flows.map((flow) => [flow.id, order.indexOf(isOpen(flow) ? 'open' : (flow.effect ?? flow.state))]));
		const elements = elementsOf(contentOf('html', name));
		const parts = elements.flatMap((element) => (element.tagName === 'h3' ? [attributesOf(element)['id'] ?? ''] : [])).filter((id) => id.startsWith('flow-')).map((id) => id.replace('flow-', ''));
		const table = only(elements, ({ tagName }, attributes) => tagName === 'section' && attributes['aria-labelledby'] === 'others');
		const ids = [...parts, ...elementsOf(table).filter(({ tagName }) => tagName === 'th').flatMap((head) => elementsOf(head).filter(({ tagName }) => tagName === 'small').map(textOf))];
		const ranks = ids.map((id) => rank.get(id) ?? -1);
		expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
		expect([...ids].sort()).toEqual(report.flows.map(({ id }) => id).sort());
	});
});

import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { DECLARABLE_MODELS } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { toReport } from '../../src/show/as/report';
import { reportSchema } from '../../src/show/as/report-schema';
import type { Signals } from '../../src/workspace/signals';
import { defaultSignals, licenceToken } from '../posture/signals';
import { objections } from './schema-validator';

const NOW = new Date('2026-11-22T09:30:00.000Z');

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function reportOf(signals: Signals): Json {
	return JSON.parse(JSON.stringify(toReport(judge(signals, NOW, '1.2.3'), translator('en')))) as Json;
}

/** By whom a document is refused: zod, which the app itself uses, and ajv with the published schema. */
function refusals(document: Json): { zod: boolean; ajv: boolean } {
	return { zod: !reportSchema.safeParse(document).success, ajv: objections(document).length > 0 };
}

const BY_BOTH = { zod: true, ajv: true };
const BY_NONE = { zod: false, ajv: false };

/** Declared to be air-gapped, and contradicted by everything that can. */
const CONTRADICTED = defaultSignals(
	{
		Cloud_Workspace_Client_Id: 'something',
		Register_Server: true,
		Cloud_Service_Agree_PrivacyTerms: true,
		Push_enable: true,
		Push_enable_gateway: true,
		Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: 9,
		AutoTranslate_Enabled: true,
	},
	[],
	{ setting: 'air-gapped' },
);

describe('zod and an independent validator accept the report of', () => {
	const CASES: [what: string, signals: Signals][] = [
		['a fresh server', defaultSignals()],
		['a server of which nothing can be read', defaultSignals({}, SETTING_IDS)],
		['an offline licence', defaultSignals({ Enterprise_License: licenceToken({ information: { offline: true } }) })],
		['a contradicted declaration', CONTRADICTED],
		['an environment that declares', defaultSignals({}, [], { environment: { state: 'declared', model: 'cloud' }, hosting: 'third-party' })],
		['an environment that declares nonsense', defaultSignals({}, [], { settingIsInvalid: true, environment: { state: 'not-a-model' }, hosting: 'self' })],
		...DECLARABLE_MODELS.flatMap((setting): [string, Signals][] => [
			[`a fresh server declared ${setting}`, defaultSignals({}, [], { setting })],
			[`an unreadable server declared ${setting}`, defaultSignals({}, SETTING_IDS, { setting })],
		]),
	];

	test.each(CASES)('%s', (_, signals) => {
		const report = reportOf(signals);
		expect(objections(report)).toEqual([]);
		expect(refusals(report)).toEqual(BY_NONE);
	});
});

/** A report in which no list is empty at its first item, so that each kind of item can be spoilt. */
const good = reportOf(CONTRADICTED);

describe('zod and an independent validator refuse', () => {
	const CASES: [what: string, place: string, value: Json][] = [
		['another version of the contract', 'schemaVersion', '1'],
		['a version that is a number', 'schemaVersion', 1],
		['a day without a time', 'generatedAt', '2026-11-22'],
		['a time of no zone', 'generatedAt', '2026-11-22T09:30:00'],
		['a time of another zone', 'generatedAt', '2026-11-22T10:30:00+01:00'],
		['a day that does not exist', 'generatedAt', '2026-02-30T09:30:00Z'],
		['a host that is no text', 'workspace.host', 3000],
		['a version that is no word of the contract', 'server.atLeast', '9.x'],
		['a model that is no word of the contract', 'deployment.model', 'on-premises'],
		['a model in capitals', 'deployment.model', 'Cloud'],
		['no model', 'deployment.model', null],
		['a confidence that is no word of the contract', 'deployment.confidence', 'sure'],
		['a declaration that nobody can make', 'deployment.declared', 'unknown'],
		['a registration that is no word of the contract', 'deployment.registration.state', true],
		['more days than there are', 'deployment.reporting.daysLeft', 11],
		['fewer days than none', 'deployment.reporting.daysLeft', -1],
		['a part of a day', 'deployment.reporting.daysLeft', 2.5],
		['days as a text', 'deployment.reporting.daysLeft', '9'],
		['evidence of an unknown kind of source', 'deployment.evidence.0.source', 'file:settings'],
		['evidence of a setting without its kind', 'deployment.evidence.0.source', 'Site_Url'],
		['evidence of no setting', 'deployment.evidence.0.source', 'setting:'],
		['evidence of a setting with its value', 'deployment.evidence.0.source', 'setting:Site_Url=https://example.org'],
		['evidence with something after its source', 'deployment.evidence.0.source', 'declared by somebody'],
		['evidence of the server with a wrong source', 'server.evidence.0.source', 'flow:email'],
		['a contradiction with a wrong source', 'deployment.conflicts.0.sources.0', 'Env:HOME'],
		['a contradiction that is no word of the contract', 'deployment.conflicts.0.id', 'other'],
		['an unread setting with a space', 'deployment.unread', ['Site Url']],
		['a category that is no word of the contract', 'exposure.0.category', 'cookies'],
		['a party that is no word of the contract', 'exposure.0.party', 'everybody'],
		['a state of a cell that is one of a flow', 'exposure.0.state', 'on'],
		['a state of a flow that is one of a cell', 'flows.0.state', 'limited'],
		['an effect that is no word of the contract', 'flows.0.effect', 'blocked'],
		['a flow without a list of categories', 'flows.0.categories', null],
		['a category of a flow that is no word of the contract', 'flows.0.categories.0', 'content'],
		['a setting of a flow with a wrong id', 'flows.0.decidedBy', ['Push enable']],
		['a flow that keeps what is no word of the contract', 'flows.0.kept', true],
		['a flow that is optional as a text', 'flows.0.optional', 'yes'],
		['a legal category that is one of a cell', 'legal.0.category', 'account-data'],
		['something unseen that is no word of the contract', 'unseen.0.id', 'weather'],
	];

	test.each(CASES)('%s', (_, place, value) => {
		expect(refusals(put(good, place, () => value))).toEqual(BY_BOTH);
	});

	const CELLS: [what: string, change: (cells: Json[]) => Json[]][] = [
		['nineteen cells', (cells) => cells.slice(1)],
		['twenty-one cells', (cells) => [...cells, ...cells.slice(0, 1)]],
		['no cells', () => []],
	];

	test.each(CELLS)('%s', (_, change) => {
		expect(refusals(put(good, 'exposure', (cells) => change(Array.isArray(cells) ? cells : [])))).toEqual(BY_BOTH);
	});

	test.each<[string, Json]>([['nothing', null], ['a list', []], ['an empty report', {}], ['a text', '{}']])('%s', (_, document) => {
		expect(refusals(document)).toEqual(BY_BOTH);
	});

	test('a report that lacks any one of its fields', () => {
		const places = fieldsOf(good).filter((place) => !isItem(place));
		expect(places.length).toBeGreaterThan(70);
		const accepted = places.filter((place) => !isRefusedByBoth(put(good, place, () => undefined)));
		expect(accepted).toEqual([]);
	});

	test('a report with a field too many, wherever it stands', () => {
		const objects = ['', ...fieldsOf(good)].filter((place) => isObject(at(good, place)));
		expect(objects.length).toBeGreaterThan(15);
		const accepted = objects.filter((place) => !isRefusedByBoth(put(good, place === '' ? 'extra' : `${place}.extra`, () => 'anything')));
		expect(accepted).toEqual([]);
	});
});

test('what is spoilt in these tests is accepted before', () => {
	expect(refusals(good)).toEqual(BY_NONE);
	expect(refusals(put(good, 'workspace.host', () => null))).toEqual(BY_NONE);
});

function isRefusedByBoth(document: Json): boolean {
	const { zod, ajv } = refusals(document);
	return zod && ajv;
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place of a document, its fields and the first item of each list, which stands for all of them. */
function fieldsOf(node: Json, before = ''): string[] {
	const parts = Array.isArray(node) ? Object.entries(node.slice(0, 1)) : isObject(node) ? Object.entries(node) : [];
	return parts.flatMap(([name, part]) => [`${before}${name}`, ...fieldsOf(part, `${before}${name}.`)]);
}

function isItem(place: string): boolean {
	return place.endsWith('.0');
}

function at(document: Json, place: string): Json | undefined {
	return place.split('.').filter((name) => name !== '').reduce<Json | undefined>((node, name) => childOf(node, name), document);
}

function childOf(node: Json | undefined, name: string): Json | undefined {
	return Array.isArray(node) ? node[Number(name)] : isObject(node) ? node[name] : undefined;
}

/** The document with one place changed; undefined takes the place away. */
function put(document: Json, place: string, change: (present: Json | undefined) => Json | undefined): Json {
	const copy = structuredClone(document);
	const names = place.split('.');
	const last = names.pop() ?? '';
	const holder = at(copy, names.join('.'));
	const value = change(childOf(holder, last));
	if (Array.isArray(holder)) {
		holder.splice(Number(last), 1, ...(value === undefined ? [] : [value]));
	} else if (isObject(holder)) {
		if (value === undefined) {
			delete holder[last];
		} else {
			holder[last] = value;
		}
	} else {
		throw new Error(`There is no ${place} in the report.`);
	}
	return copy;
}

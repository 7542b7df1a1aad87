import { FLOWS } from '../../src/catalogue/flows';
import { APP_VARIABLE_PREFIX } from '../../src/catalogue/identity';
import { translator } from '../../src/language/translate';
import { APP_SETTING_IDS } from '../../src/settings/app-settings';
import { parsePolicy } from '../../src/settings/policy';
import { findIn, objectionsOf, settle } from '../../src/settings/stated';
import type { AppSettings } from '../../src/settings/stated';

const english = translator('en');
const VARIABLE = `${APP_VARIABLE_PREFIX}POLICY`;

/** What is read where a policy is stated on the settings page, and in the environment. */
function stated(setting: string | undefined, environment?: string): { policy: unknown; objections: string[] } {
	const found = Object.fromEntries(
		APP_SETTING_IDS.map((id) => [id, { setting: findIn(id, id === 'policy' ? setting : undefined), environment: findIn(id, id === 'policy' ? environment : undefined) }]),
	) as AppSettings['found'];
	return { policy: settle(found).policy, objections: objectionsOf({ found, tokenHashes: { kind: 'nothing' } }).map((each) => english(each)) };
}

const WHOLE = { 'gravatar': 'off', 'push-gateway': { accepted: 'Agreed with the works council', until: '2027-12-31' }, 'email': { accepted: 'Needed' }, '*': 'off' };

test('a policy is read whole', () => {
	expect(stated(JSON.stringify(WHOLE, null, 2))).toEqual({
		policy: { ...WHOLE, email: { accepted: 'Needed', until: null } },
		objections: [],
	});
});

test('the one on the settings page wins over the one in the environment', () => {
	expect(stated('{ "email": "off" }', '{ "gravatar": "off" }').policy).toEqual({ email: 'off' });
	expect(stated(undefined, '{ "gravatar": "off" }').policy).toEqual({ gravatar: 'off' });
	expect(stated('').policy).toBeNull();
});

test.each([['no json'], ['[]'], ['null'], ['"off"'], ['{"gravatar": "off",}'], [`{ "gravatar": { "accepted": "${'x'.repeat(50_000)}" } }`]])('%.40s is no policy, and says so once', (text) => {
	const { policy, objections } = stated(text);
	expect(policy).toBeNull();
	expect(objections).toEqual([expect.stringMatching(/^Not used, and counts as not stated: `policy` \(Your policy\)\. It should be JSON such as `\{ "push-gateway": \{ "accepted": .*longer than 50000 characters\.$/)]);
});

describe('of a policy that is wrong in parts', () => {
	const RULE = 'It should be "off", or have a reason and, if you like, a day: `{ "accepted": "Agreed with the works council", "until": "2027-12-31" }`.';

	test.each<[part: string, rule: unknown, reason: string]>([
		['gravitar', 'off', 'No flow has this id.'],
		['constructor', 'off', 'No flow has this id.'],
		['email', 'on', RULE],
		['email', {}, RULE],
		['email', { accepted: '' }, RULE],
		['email', { accepted: ' \u202E ' }, RULE],
		['email', { accepted: 7 }, RULE],
		['email', { accepted: 'Needed', until: '31.12.2027' }, RULE],
		['email', { accepted: 'Needed', until: '2027-02-29' }, RULE],
		['email', { accepted: 'Needed', untill: '2027-12-31' }, RULE],
		['email', null, RULE],
		['*', { accepted: 'All of it' }, 'For all that is not named it can only be "off".'],
	])('"%s": %j is named, and the rest is used', (part, rule, reason) => {
		const text = JSON.stringify({ gravatar: 'off', [part]: rule });
		const told = `(Your policy). ${reason}`;
		expect(stated(text)).toEqual({ policy: { gravatar: 'off' }, objections: [`Not used: “${part.replace('*', '·')}” in \`policy\` ${told}`] });
		expect(stated(undefined, text)).toEqual({ policy: { gravatar: 'off' }, objections: [`Not used: “${part.replace('*', '·')}” in \`${VARIABLE}\` ${told}`] });
	});

	test('no more than a short piece of it is repeated, without marks', () => {
		const [objection = ''] = stated(JSON.stringify({ [`@all *b* [x](y)${'z'.repeat(10_000)}`]: 'off' })).objections;
		expect(objection).toContain('“·all ·b· ·x··y·zzzz');
		expect(objection.length).toBeLessThan(200);
	});

	test('ten are named, and the others counted', () => {
		const many = (count: number): string => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`none-${at}`, 'off'])));
		expect(stated(many(10)).objections).toHaveLength(10);
		expect(stated(many(10)).objections.join()).not.toContain('further');
		expect(stated(many(11)).objections.at(-1)).toMatch(/“none-9”.*No flow has this id\. Another part cannot be used either\.$/);
		expect(stated(many(500)).objections.at(-1)).toMatch(/490 further parts cannot be used either\.$/);
		expect(stated(many(500)).objections).toHaveLength(10);
	});
});

test('a reason is cleaned and cut', () => {
	expect(parsePolicy(JSON.stringify({ email: { accepted: `Needed\n${'x'.repeat(10_000)}` } }))).toMatchObject({ value: { email: { accepted: `Needed ${'x'.repeat(493)}` } } });
});

test('every flow can be named', () => {
	const all = Object.fromEntries(FLOWS.map(({ id }) => [id, 'off']));
	expect(stated(JSON.stringify(all))).toEqual({ policy: all, objections: [] });
});

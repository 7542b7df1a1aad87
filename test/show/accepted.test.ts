import type { Policy } from '../../src/catalogue/agreement';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { againstPolicy } from '../../src/posture/accepted';
import type { Acceptance, Agreed } from '../../src/posture/accepted';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import { asMessages, MESSAGE_LIMIT } from '../../src/show/as/chat';
import { statusPanel } from '../../src/show/as/panel';
import { toReport } from '../../src/show/as/report';
import { reportSchema } from '../../src/show/as/report-schema';
import { toFile, toPlanFile } from '../../src/show/formats';
import { policyAnswer } from '../../src/show/tell/accepted';
import { meantSeveral } from '../../src/show/tell/help';
import { planAnswer, switchedOff } from '../../src/show/tell/plan';
import { planFor } from '../../src/posture/plan';
import { explanationLines, flowsAnswer } from '../../src/show/tell/flows';
import { statusAnswer } from '../../src/show/tell/status';
import { defaultSignals } from '../posture/signals';
import { readCsv } from './documents';
import { NOTHING_STATED } from './postures';

const english = translator('en');
const NOW = new Date('2026-11-22T09:30:00.000Z');
const AGREED: Acceptance = { flow: 'gravatar', reason: 'Agreed with the works council', until: '2027-03-05', by: 'some-user', at: '2026-01-01T00:00:00.000Z' };

function posture(agreed: Partial<Agreed>): Posture {
	return judge(defaultSignals({ Site_Url: 'https://chat.example.org' }, ['MapView_GMapsAPIKey']), NOW, '1.2.3', { accepted: [], unusable: 0, policy: null, ...agreed });
}

const flowOf = ({ flows }: Posture, wanted: string) => flows.find(({ id }) => id === wanted) ?? flows[0];
const explained = (agreed: Partial<Agreed>, id = 'gravatar'): string => {
	const flow = flowOf(posture(agreed), id);
	return flow === undefined ? '' : asMessages([explanationLines(flow)], english).join('\n');
};
const listed = (agreed: Partial<Agreed>, state: 'on' | 'off' | 'unknown'): string => asMessages(flowsAnswer(posture(agreed), state, english), english).join('\n');
const status = (agreed: Partial<Agreed>): string => asMessages(statusAnswer(posture(agreed)), english).join('\n');
const panel = (agreed: Partial<Agreed>): string => JSON.stringify(statusPanel(posture(agreed), english, 'app-id').blocks);
const file = (format: 'html' | 'markdown' | 'csv', agreed: Partial<Agreed>): string => toFile(format, posture(agreed), NOTHING_STATED, english).content;

/** Every switch on, so that as many flows as possible are. */
const wideOpen = () => defaultSignals(Object.fromEntries(SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type === 'boolean').map((id) => [id, true])));

const WORDS = 'accepted until 5 March 2027: Agreed with the works council';

test('a flow stays in every list, with that it was accepted', () => {
	const [on, off] = ['gravatar', 'matomo'].map((flow) => ({ accepted: [{ ...AGREED, flow }] }));
	expect(posture({}).flows.filter(({ id }) => id === 'gravatar' || id === 'matomo').map(({ state }) => state).sort()).toEqual(['off', 'on']);
	expect(listed(on ?? {}, 'on')).toContain(WORDS);
	expect(listed(off ?? {}, 'off')).toContain(WORDS);
	expect(explained(on ?? {})).toContain(`*Agreed:* ${WORDS}`);
	expect(file('html', on ?? {}).split(WORDS).length).toBeGreaterThan(3);
	expect(file('markdown', on ?? {})).toContain(WORDS);
	const names = (text: string): string[] => posture({}).flows.map(({ name }) => english(name)).filter((name) => text.includes(name));
	expect(names(listed(on ?? {}, 'on'))).toEqual(names(listed({}, 'on')));
});

describe('a flow that was accepted says so', () => {
	const signals = defaultSignals({ Site_Url: 'https://chat.example.org' });
	const [found, plain] = [{ accepted: [AGREED] }, {}].map((agreed) => judge(signals, NOW, '1.2.3', { unusable: 0, policy: null, accepted: [], ...agreed })) as [Posture, Posture];

	test('in a plan that closes it all the same, as text, page and file', () => {
		for (const told of [
			(posture: Posture) => asMessages(planAnswer(planFor(signals, posture, 'nothing-to-third-parties'), posture), english).join('\n'),
			(posture: Posture) => JSON.stringify(statusPanel(posture, english, 'app-id', { plan: planFor(signals, posture, 'nothing-to-third-parties') }).blocks),
			(posture: Posture) => toPlanFile(planFor(signals, posture, 'nothing-to-third-parties'), posture, english).content,
		]) {
			expect(told(found)).toContain('Gravatar pictures — accepted until 5 March 2027');
			expect(told(plain)).not.toContain('accepted');
			expect(told(found).replaceAll(' — accepted until 5 March 2027', '')).toBe(told(plain));
		}
	});

	test('in what would change by its switch', () => {
		const change = { setting: 'Accounts_AvatarExternalProviderUrl', value: 'x' } as const;
		const told = (posture: Posture): string => asMessages([switchedOff({ change, flows: posture.flows.filter(({ id }) => id === 'gravatar'), after: posture }, posture)], english).join('\n');
		expect(told(found)).toContain('Gravatar pictures — accepted until 5 March 2027 (on)');
		expect(told(plain)).toContain('Gravatar pictures (on)');
	});

	test('among several that a word means', () => {
		const told = (posture: Posture): string => asMessages([meantSeveral(posture.flows, 'a')], english).join('\n');
		expect(told(found)).toMatch(new RegExp(`- \\*Gravatar pictures\\* \\(on\\): to .* — ${WORDS}`));
		expect(told(plain)).not.toContain('accepted');
	});

	test('in the HTML table of those that are off', () => {
		const off = file('html', { accepted: [{ ...AGREED, flow: 'matomo' }] });
		expect(off.slice(off.indexOf('id="others"'))).toContain(WORDS);
	});
});

test('reasons of full length on every flow make no message too long; an explanation has them whole', () => {
	const reason = 'x'.repeat(500);
	const all = judge(wideOpen(), NOW, '1.2.3', { accepted: posture({}).flows.map(({ id }) => ({ ...AGREED, flow: id, reason })), unusable: 0, policy: null });
	const messages = asMessages([...flowsAnswer(all, null, english), ...statusAnswer(all)], english);
	expect(messages.join()).toContain(`${'x'.repeat(80)}…`);
	expect(messages.filter((message) => message.length > MESSAGE_LIMIT)).toEqual([]);
	expect(explained({ accepted: [{ ...AGREED, reason }] })).toContain(reason);
});

test('whose day has passed is said to have passed', () => {
	expect(explained({ accepted: [{ ...AGREED, until: '2026-11-21' }] })).toContain('*Agreed:* accepted until 21 November 2026, which has passed: Agreed');
});

test('an explanation says how to accept, of what is on or may be and was not accepted', () => {
	const how = 'To accept it: `/privacy-status accept gravatar until <YYYY-MM-DD> <reason>`; without `until` it has no end.';
	expect(explained({})).toContain(how);
	expect(explained({ accepted: [AGREED] })).not.toContain('To accept it');
	expect(explained({}, 'matomo')).not.toContain('To accept it');
	expect(explained({ accepted: [{ ...AGREED, until: '2026-11-21' }] })).toContain(how);
});

test('markup in a reason is no markup anywhere', () => {
	const agreed = { accepted: [{ ...AGREED, reason: '*bold* @all #general <script>alert(1)</script> `x` [a](https://evil.example)\u202E' }] };
	for (const text of [explained(agreed), listed(agreed, 'on'), file('html', agreed), file('markdown', agreed)]) {
		expect(text).toContain('·bold· ·all ·general ·script·');
		expect(text).not.toContain('<script>alert');
		expect(text).not.toContain('\u202E');
	}
});

describe('that it could not be read what was accepted', () => {
	const sentence = 'Could not read what was accepted, so the advice may repeat it.';

	test('is said, and never that nothing is accepted', () => {
		for (const told of [status, panel, (agreed: Partial<Agreed>) => file('html', agreed), (agreed: Partial<Agreed>) => asMessages(policyAnswer(posture(agreed)), english).join('\n')]) {
			expect(told({ accepted: null })).toContain(sentence);
			expect(told({})).not.toContain(sentence);
		}
		expect(toReport(posture({ accepted: null }), english).accepted).toBeNull();
	});

	test('costs nothing else', () => {
		expect(status({ accepted: null }).replace(`${sentence}\n`, '').replace(`\n${sentence}`, '')).toBe(status({}));
	});
});

test('where nothing was agreed no answer says a word of it', () => {
	for (const text of [status({}), panel({}), file('html', {}), file('markdown', {}), file('csv', {})]) {
		expect([text.includes('Accepted:'), text.includes('accepted until'), text.includes(' deviate, '), text.includes('What was accepted, and')]).toEqual([false, false, false, false]);
	}
});

test('one line in the panel and in the answer counts what was accepted, and what is broken', () => {
	const agreed = { accepted: [AGREED, { ...AGREED, flow: 'email', until: '2026-01-31' }], unusable: 2 };
	for (const text of [status(agreed), panel(agreed)]) {
		expect(text).toContain('Accepted: 1; expired: 1. `/privacy-status accept list` shows them.');
		expect(text).toContain('2 records of what was accepted cannot be used: broken, or of a newer version of this app. Kept as they are.');
	}
});

describe('the policy', () => {
	const policy: Policy = { 'gravatar': { accepted: 'Agreed', until: null }, 'matomo': 'off', 'marketplace': 'off', 'maps': 'off' };
	const answer = (agreed: Partial<Agreed>): string => asMessages(policyAnswer(posture(agreed)), english).join('\n');

	test('is held against each flow: what deviates first, then what could not be found out', () => {
		const text = answer({ policy });
		expect(text.match(/^\*.*: \d+\*$/gm)).toEqual(['*deviates: 1*', '*could not find out: 1*', '*accepted: 1*', '*conforms: 1*', expect.stringMatching(/^\*On, and not named in the policy: \d+\*$/)]);
		expect(status({ policy })).toContain('Policy: 1 conform, 1 deviate, 1 accepted, 1 could not be found out. `/privacy-status policy` lists them.');
	});

	test('with a rule for everything leaves nothing unnamed', () => {
		expect(answer({ policy: { ...policy, '*': 'off' } })).not.toContain('not named');
	});

	test('is said to be missing, and where to state it', () => {
		expect(answer({})).toBe("No policy is stated. An admin can state one in the app's settings, under “Your policy”.");
	});
});

test('a report can be held against a policy as it is: what admins accepted counts, what its own policy accepted does not', () => {
	const report = toReport(posture({ accepted: [AGREED], policy: { marketplace: { accepted: 'Needed', until: null } } }), english);
	expect(againstPolicy(report, { gravatar: 'off', marketplace: 'off', maps: 'off', matomo: 'off' }, NOW).map(({ flow, standing }) => `${flow} ${standing}`).sort()).toEqual(['gravatar accepted', 'maps unknown', 'marketplace deviates', 'matomo conforms']);
});

describe('the CSV report', () => {
	const row = (agreed: Partial<Agreed>, wanted: string): Record<string, string> | undefined => readCsv(file('csv', agreed)).rows.find(({ part, id }) => part === 'flow' && id === wanted);
	const policy: Policy = { 'link-previews': { accepted: 'Needed', until: '2026-11-21' }, 'marketplace': { accepted: '=Agreed', until: null }, 'matomo': 'off' };

	test('has beside each flow what was accepted, and how it is against the policy', () => {
		const agreed = { accepted: [AGREED], policy };
		expect(row(agreed, 'gravatar')).toMatchObject({ accepted: 'Agreed with the works council', until: '2027-03-05', by: 'some-user', at: AGREED.at, isExpired: 'false', standing: '', flow: '' });
		expect(row(agreed, 'link-previews')).toMatchObject({ accepted: 'Needed', until: '2026-11-21', by: '', at: '', isExpired: 'true', standing: 'deviates' });
		expect(row(agreed, 'marketplace')).toMatchObject({ accepted: "'=Agreed", until: '', isExpired: 'false', standing: 'accepted' });
		expect(row(agreed, 'matomo')).toMatchObject({ accepted: '', until: '', isExpired: '', standing: 'conforms' });
	});

	test('leaves these empty where nothing was agreed', () => {
		for (const { accepted, until, by, at, isExpired, standing } of readCsv(file('csv', {})).rows) {
			expect([accepted, until, by, at, isExpired, standing]).toEqual(['', '', '', '', '', '']);
		}
	});

	test('says of each that it could not be read what was accepted', () => {
		expect(row({ accepted: null, policy }, 'gravatar')).toMatchObject({ accepted: 'could not find out', isExpired: '', standing: '' });
		expect(row({ accepted: null, policy }, 'marketplace')).toMatchObject({ accepted: 'could not find out', standing: 'accepted' });
		expect(readCsv(file('csv', { accepted: null })).rows).toContainEqual(expect.objectContaining({ part: 'report', id: 'accepted', value: 'unknown', statement: 'Could not read what was accepted, so the advice may repeat it.' }));
	});
});

test('the report has it as the contract says', () => {
	const report = JSON.parse(JSON.stringify(toReport(posture({ accepted: [AGREED], unusable: 1, policy: { gravatar: 'off', email: { accepted: 'Needed', until: '2026-12-31' } } }), english))) as unknown;
	expect(reportSchema.safeParse(report).error).toBeUndefined();
	expect(report).toMatchObject({
		accepted: [
			{ flow: 'email', reason: 'Needed', until: '2026-12-31', by: null, at: null, isExpired: false },
			{ flow: 'gravatar', reason: 'Agreed with the works council', until: '2027-03-05', by: 'some-user', at: AGREED.at, isExpired: false },
		],
		policy: expect.arrayContaining([{ flow: 'gravatar', standing: 'accepted', until: '2027-03-05' }]) as unknown,
	});
});

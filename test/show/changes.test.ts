import { toReport } from '../../src/show/as/report';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { differenceSince, lastDifference, snapshotOf } from '../../src/posture/snapshot';
import type { Snapshot } from '../../src/posture/snapshot';
import type { Memory, Posture } from '../../src/posture/posture';
import type { SettingId } from '../../src/catalogue/server-settings';
import { toFile } from '../../src/show/formats';
import { statusPanel } from '../../src/show/as/panel';
import { changeLines, changesAnswer, changesIfAny, changesLine } from '../../src/show/tell/changes';
import { statusTexts } from '../../src/show/tell/status-lines';
import { statusAnswer } from '../../src/show/tell/status';
import { asMessages } from '../../src/show/as/chat';
import { defaultSignals } from '../posture/signals';
import type { Overrides } from '../posture/signals';
import { NOTHING_STATED } from './postures';

const english = translator('en');
const SITE: Overrides = { Site_Url: 'https://chat.example.org', Push_enable: false, API_Embed: false };

function postureOn(day: number, overrides: Overrides = {}, unreadable: readonly SettingId[] = []): Posture {
	return judge(defaultSignals({ ...SITE, ...overrides }, unreadable), new Date(Date.UTC(2026, 2, day, 9, 30)), '1.2.3');
}

function snapshotOn(...look: Parameters<typeof postureOn>): Snapshot {
	return snapshotOf(postureOn(...look), null);
}

const memory = (difference: Memory['difference']): Memory => ({ isReadable: true, unusable: 0, difference });

/** On 3 March the previews were switched on, and a setting could not be read any more. */
const BEFORE = snapshotOn(1);
const AFTER: Parameters<typeof postureOn> = [3, { API_Embed: true }, ['Accounts_AvatarExternalProviderUrl']];
const changed = memory(lastDifference([BEFORE], snapshotOn(...AFTER)));
const posture: Posture = { ...postureOn(...AFTER), memory: changed };

test('one line says since when, and how much changed', () => {
	expect(english(changesLine(changed))).toMatch(/^Since 3 March 2026: 1 new way out, /);
	expect(english(changesLine(changed))).toContain('not found out any more');
});

test('every change has a line, with the settings before and after', () => {
	expect(changed.difference && changeLines(changed.difference).map((line) => english(line))).toContain('*Link previews*: from off to on. Settings: `API_Embed` from false to true');
});

test('the answer names the look that it is compared with', () => {
	const text = asMessages(changesAnswer(changed, false), english).join('\n');
	expect(text).toContain('- *Link previews*: from off to on');
	expect(text).toContain('Compared with what was found at 1 Mar 2026, 09:30 UTC.');
	expect(asMessages(changesAnswer(changed, true), english).join('\n')).toContain('Nothing older is kept.');
});

test('what could not be read before is never told as new', () => {
	const read = memory(lastDifference([snapshotOn(1, {}, ['API_Embed'])], snapshotOn(2, { API_Embed: true })));
	expect(english(changesLine(read))).toBe('Since 2 March 2026: 1 that could not be found out before');
	expect(read.difference && changeLines(read.difference).map((line) => english(line))).toEqual([expect.stringMatching(/^\*Link previews\*: from unknown to on/)]);
});

test('nothing is said in panel and answer where nothing differs, and the answer to `changes` says so', () => {
	expect(changesIfAny(null)).toEqual([]);
	expect(changesIfAny(memory(null))).toEqual([]);
	expect(asMessages(changesAnswer(memory(null), false), english)).toEqual(['Nothing differs from what this app has kept of earlier looks.']);
});

test('earlier looks that could not be read are told as that, not as no change', () => {
	const unread: Memory = { isReadable: false, unusable: 0, difference: null };
	expect(changesIfAny(unread).map((line) => english(line))).toEqual(['What was kept of earlier looks could not be read, so what changed is not known.']);
	expect(toReport({ ...posture, memory: unread }, english).changes).toMatchObject({ state: 'unknown', flows: [] });
});

test('kept looks that cannot be used are counted', () => {
	expect(asMessages(changesAnswer({ ...changed, unusable: 2 }, false), english).join('\n')).toContain('2 of the kept looks cannot be used');
});

test('an update of the app in between is told, since what no setting explains may come from it', () => {
	const older = { ...BEFORE, catalogue: 'older' };
	expect(asMessages(changesAnswer(memory(lastDifference([older], snapshotOn(...AFTER))), false), english).join('\n')).toContain('This app was updated since then');
});

test('panel, answer, settings page and documents say the same line', () => {
	const line = english(changesLine(changed));
	expect(JSON.stringify(statusPanel(posture, english, 'app').blocks)).toContain(line);
	expect(asMessages(statusAnswer(posture), english).join('\n')).toContain(line);
	expect(statusTexts(posture, []).status_changes.map((text) => english(text))).toEqual([line]);
	expect(toFile('html', posture, NOTHING_STATED, english).content).toContain(line);
	expect(toFile('markdown', posture, NOTHING_STATED, english).content).toContain('Since 3 March 2026');
	expect(JSON.stringify(statusPanel(posture, english, 'app', { page: 'changes' }).blocks)).toContain('`API_Embed` from false to true');
});

test('the JSON report has what changed, flow by flow', () => {
	expect(toReport(posture, english).changes).toMatchObject({
		state: 'differs',
		comparedWith: BEFORE.at,
		seenAt: '2026-03-03T09:30:00.000Z',
		flows: expect.arrayContaining([{ id: 'link-previews', kind: 'new', before: 'off', after: 'sent', agreement: null, settings: [{ id: 'API_Embed', before: 'false', after: 'true' }] }]) as unknown,
	});
	expect(toReport({ ...posture, memory: null }, english).changes).toBeNull();
});

test('the JSON report keeps what is to be known of the changes: that the app was updated in between, and what of the kept looks cannot be used', () => {
	const updated: Memory = { ...memory(lastDifference([{ ...BEFORE, catalogue: 'older' }], snapshotOn(...AFTER))), unusable: 2 };
	expect(toReport({ ...posture, memory: updated }, english).changes?.statements).toEqual(
		expect.arrayContaining([expect.stringContaining('*Link previews*: from off to on'), expect.stringContaining('This app was updated since then'), expect.stringContaining('2 of the kept looks cannot be used')]),
	);
	expect(toReport({ ...posture, memory: { ...memory(null), unusable: 2 } }, english).changes).toMatchObject({ state: 'none', statements: [expect.stringContaining('2 of the kept looks cannot be used')] });
	expect(toReport({ ...posture, memory: memory(null) }, english).changes?.statements).toEqual([]);
});

test('since a day: the newest that was kept before it began, or else the oldest', () => {
	const [first, second, now] = [snapshotOn(1), snapshotOn(5, { API_Embed: true }), snapshotOn(9, { API_Embed: true, Accounts_AvatarExternalProviderUrl: 'https://avatars.example.net/{username}' })];
	expect(differenceSince([second, first], now, '2026-03-06')).toMatchObject({ from: second.at });
	expect(differenceSince([second, first], now, '2026-03-05')).toMatchObject({ from: first.at });
	expect(differenceSince([second, first], now, '2020-01-01')).toMatchObject({ from: first.at });
	expect(differenceSince([], now, '2026-03-05')).toBeNull();
});

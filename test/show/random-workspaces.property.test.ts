import { FLOWS } from '../../src/catalogue/flows';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import { RELEASES } from '../../src/catalogue/versions';
import { GOALS, PARTIES } from '../../src/catalogue/vocabulary';
import { LANGUAGES } from '../../src/language/languages';
import { translator } from '../../src/language/translate';
import type { Translate } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { judgeInShort } from '../../src/posture/in-short';
import { judgeNotice, unwrittenPages } from '../../src/posture/notice';
import { planFor } from '../../src/posture/plan';
import type { Posture } from '../../src/posture/posture';
import { whatRegisteringChanges } from '../../src/posture/transition';
import { asMessages } from '../../src/show/as/chat';
import { noticeMessages, noticeModal } from '../../src/show/as/notice';
import { statusPanel } from '../../src/show/as/panel';
import { FORMATS, toFile, toPlanFile } from '../../src/show/formats';
import { explanationLines, flowsAnswer } from '../../src/show/tell/flows';
import { legalAnswer } from '../../src/show/tell/legal';
import { planAnswer } from '../../src/show/tell/plan';
import { statusAnswer } from '../../src/show/tell/status';
import type { Declarations, Signal, Signals, SettingValue } from '../../src/workspace/signals';
import { definitionsFor } from '../../tools/host/server/definitions';
import { tellingValues } from '../posture/assignments';
import { licenceToken } from '../posture/signals';
import { NOTHING_STATED } from './postures';
import { objections } from './schema-validator';

/** How many workspaces are made up, and which is the first: one that failed is made again by its number alone. */
const COUNT = Number(process.env['RANDOM_WORKSPACES'] ?? 100);
const FIRST = Number(process.env['RANDOM_WORKSPACES_FROM'] ?? 0);

/** Completions of what was not read, for each workspace. */
const COMPLETIONS = 3;

/** What Rocket.Chat takes as one message while its own setting is the default. */
const LONGEST_MESSAGE = 5000;

/** Stands in everything of which nothing may be shown, or no more than the host. */
const CANARY = 'canary7secret';

const NOW = new Date('2026-11-22T03:00:00Z');
const HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uE000-\uE002]/u;

/** Numbers between 0 and 1 that are always the same for one seed (mulberry32). */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Chance = ReturnType<typeof chance>;

function pick<T>(random: Chance, from: readonly [T, ...T[]] | readonly T[]): T {
	return from[Math.floor(random() * from.length)] as T;
}

const TELLING = new Map(SETTING_IDS.map((id) => [id, [...new Set(FLOWS.flatMap(({ when, unknownWhen }) => [when, unknownWhen].flatMap((condition) => (condition === undefined ? [] : tellingValues(condition, id)))))]] as const));

/** Texts that nobody's host is, for settings of which at most that may be shown. */
const HOSTILE = [
	CANARY,
	`https://user:${CANARY}@host.example/${CANARY}?${CANARY}#${CANARY}`,
	`//${CANARY}.example/x`,
	`${CANARY}\u0000\u202E\u2066<b>@all</b> \`x\` [a](https://evil.example) =cmd()`,
	`{"key": "${CANARY}", "__proto__": {}}`,
	`x${CANARY} `.repeat(1000),
	`\uD800${CANARY}`,
];

/** Odd texts without a canary, for what is shown by its value or host. */
const ODD = ['', ' ', '__proto__', 'constructor', 'toString', '<script>', '\u202Egnp.exe', '\uD800', '\u0000', '@all', '*'.repeat(10_000), 'https://host.example', 'https://localhost', 'http://10.0.0.5:8080/x', 'http://[::1]', 'https://xn--e1afmkfd.example'];

const SITES = ['https://open.rocket.chat', 'https://acme.rocket.chat', 'https://chat.example.org', 'https://10.0.0.5', 'http://localhost', '', 'no address', `https://user:${CANARY}@chat.example.org/${CANARY}`, 'https://rocket.chat.evil.example'];
const LICENCES = ['', licenceToken({ information: { offline: true } }), licenceToken({ information: { offline: false } }), licenceToken({ information: { offline: CANARY } }), licenceToken([CANARY]), `RCV3_${CANARY}`, CANARY];

function valueFor(id: SettingId, fresh: SettingValue, random: Chance): SettingValue {
	if (id === 'Site_Url') {
		return pick(random, SITES);
	}
	if (id === 'Enterprise_License') {
		return pick(random, LICENCES);
	}
	const { type, shown } = SERVER_SETTINGS[id];
	if (type === 'boolean') {
		return random() < 0.5;
	}
	if (type === 'number') {
		return pick(random, [-1, 0, 1, 5, 30, 9e15, -9e15, 0.5, Number.NaN]);
	}
	const telling = TELLING.get(id) ?? [];
	return random() < 0.5 ? pick(random, [fresh, ...telling]) : pick(random, shown === 'value' ? ODD : [...ODD, ...HOSTILE]);
}

interface RandomWorkspace {
	readonly signals: Signals;
	/** What this server has and nobody could read. */
	readonly unread: readonly SettingId[];
	/** The same with something read in these places. */
	complete(random: Chance): Signals;
}

const definitions = new Map(RELEASES.map((release) => [release, definitionsFor(release)]));

function workspaceOf(random: Chance): RandomWorkspace {
	const known = definitions.get(pick(random, RELEASES)) ?? definitionsFor('7.7');
	const unreadShare = pick(random, [0, 0.02, 0.3, 1]);
	const changedShare = pick(random, [0.05, 0.5, 1]);
	const unread: SettingId[] = [];
	const freshOf = (id: SettingId): SettingValue => (known.get(id)?.default ?? '') as SettingValue;
	const settings = Object.fromEntries(
		SETTING_IDS.map((id): [SettingId, Signal] => {
			if (!known.has(id)) {
				return [id, { readable: false, reason: 'refused' }];
			}
			if (random() < unreadShare) {
				unread.push(id);
				return [id, { readable: false, reason: pick(random, ['no-answer', 'timed-out', 'wrong-type']) }];
			}
			const value = random() < changedShare ? valueFor(id, freshOf(id), random) : freshOf(id);
			return [id, { readable: true, value, isDefault: value === freshOf(id) }];
		}),
	) as Record<SettingId, Signal>;
	const declarations: Declarations = {
		setting: pick(random, ['auto', 'auto', 'cloud', 'open-server', 'self-managed', 'air-gapped']),
		settingIsInvalid: random() < 0.1,
		environment: pick<Declarations['environment']>(random, [{ state: 'absent' }, { state: 'unreadable' }, { state: 'declared', model: 'air-gapped' }]),
		hosting: pick(random, ['unstated', 'self', 'third-party']),
		hasContact: random() < 0.5,
		ownDomains: random() < 0.5 ? [] : ['host.example'],
	};
	const signals = { settings, declarations };
	const complete = (other: Chance): Signals => ({
		declarations,
		settings: {
			...settings,
			...Object.fromEntries(
				unread.map((id) => {
					const value = valueFor(id, freshOf(id), other);
					return [id, { readable: true, value, isDefault: value === freshOf(id) }];
				}),
			),
		},
	});
	return { signals, unread, complete };
}

const judged = (signals: Signals): Posture => judge(signals, NOW, '1.2.3');

function isBroken(text: string, { direction }: Translate): boolean {
	// A value among text that is written from the right is isolated.
	const shown = text.replace(direction === 'rtl' ? /[\n\r\u2066-\u2069]/g : /[\n\r]/g, '');
	return HIDDEN.test(shown);
}

/** Everything that people and programs can read of a workspace, each with where that is. */
function* shownOf(signals: Signals, posture: Posture, translate: Translate, random: Chance): Generator<readonly [where: string, text: string]> {
	const other = pick(random, FORMATS).id;
	for (const id of new Set(['json', other] as const)) {
		yield [`file ${id}`, toFile(id, posture, NOTHING_STATED, translate).content];
	}
	const plan = planFor(signals, posture, pick(random, GOALS));
	yield ['file of the plan', toPlanFile(plan, posture, translate).content];
	const flow = pick(random, posture.flows);
	const notice = {
		notice: judgeNotice(posture.deployment),
		deployment: posture.deployment,
		inShort: random() < 0.5 ? null : judgeInShort(signals, posture),
		organisation: NOTHING_STATED,
		admin: random() < 0.5 ? null : { pages: unwrittenPages(signals.settings), objections: [], transition: whatRegisteringChanges(signals, posture) },
	};
	const messages = [
		...asMessages(statusAnswer(posture), translate),
		...asMessages(flowsAnswer(posture, null, translate), translate),
		...asMessages([explanationLines(flow)], translate),
		...asMessages(legalAnswer(posture, null), translate),
		...asMessages(planAnswer(plan, posture), translate),
		...noticeMessages(notice, translate),
	];
	for (const message of messages) {
		yield ['message', message];
	}
	const views = [{ page: pick(random, ['overview', 'flows-on', 'flows-unknown', 'changes', 'how'] as const) }, { explained: flow }, { why: pick(random, PARTIES) }, { plan }, { legal: { contact: null } }];
	for (const content of [...views.map((view) => statusPanel(posture, translate, 'app', view)), noticeModal(notice, translate, 'app')]) {
		expect(content.blocks.length).toBeLessThanOrEqual(100);
		for (const text of textsOf(content)) {
			yield ['surface', text];
		}
	}
}

function textsOf(part: unknown): string[] {
	if (typeof part !== 'object' || part === null) {
		return typeof part === 'string' ? [part] : [];
	}
	return Object.values(part).flatMap(textsOf);
}

/** What is said with certainty, and no later reading may take back. */
function claimsOf({ flows, exposure }: Posture): { readonly [Kind in 'on' | 'off' | 'no']: readonly string[] } {
	const inState = (wanted: string): string[] => flows.filter(({ state }) => state === wanted).map(({ id }) => id);
	return { on: inState('on'), off: inState('off'), no: exposure.filter(({ state }) => state === 'no').map(({ party, category }) => `${party}: ${category}`) };
}

const HUNDREDS = Array.from({ length: Math.ceil(COUNT / 100) }, (_, at) => FIRST + at * 100);

test.each(HUNDREDS)('a hundred workspaces made up by chance, from number %i on: nothing breaks, nothing is too long, no secret is shown, and no claim is taken back', (first) => {
	const faults: string[] = [];
	const claimed = { on: 0, off: 0, no: 0 };
	for (let number = first; number < Math.min(first + 100, FIRST + COUNT); number++) {
		const random = chance(number);
		const fault = (what: string): void => void faults.push(`workspace ${number}: ${what}`);
		try {
			const { signals, unread, complete } = workspaceOf(random);
			const posture = judged(signals);
			const translate = translator(pick(random, LANGUAGES));
			for (const [where, text] of shownOf(signals, posture, translate, random)) {
				if (text.toLowerCase().includes(CANARY)) {
					fault(`a secret in the ${where}`);
				}
				if (isBroken(text, translate)) {
					fault(`a hidden sign in the ${where}`);
				}
				if (where === 'message' && text.length > LONGEST_MESSAGE) {
					fault(`a message of ${text.length} characters`);
				}
				if (where === 'file json') {
					objections(JSON.parse(text)).forEach((objection) => fault(`the schema: ${objection}`));
				}
			}
			const claims = claimsOf(posture);
			for (let round = 0; unread.length > 0 && round < COMPLETIONS; round++) {
				const completed = claimsOf(judged(complete(random)));
				claimed.on += claims.on.length;
				claimed.off += claims.off.length;
				claimed.no += claims.no.length;
				claims.on.filter((id) => completed.off.includes(id)).forEach((id) => fault(`${id} is on, and then off`));
				claims.off.filter((id) => completed.on.includes(id)).forEach((id) => fault(`${id} is off, and then on`));
				claims.no.filter((cell) => !completed.no.includes(cell)).forEach((cell) => fault(`"no" is taken back: ${cell}`));
			}
		} catch (reason) {
			fault(`throws ${reason instanceof Error ? (reason.stack ?? '').split('\n').slice(0, 4).join(' ') : String(reason)}`);
		}
	}
	expect(faults).toEqual([]);
	// Else nothing was tried.
	expect(COUNT < 100 ? 1 : Math.min(...Object.values(claimed))).toBeGreaterThan(0);
});

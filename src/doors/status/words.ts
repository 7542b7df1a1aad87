import { GOALS } from '../../catalogue/vocabulary';
import type { FlowState, Goal } from '../../catalogue/vocabulary';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { FORMATS } from '../../show/formats';
import type { ReportFormat } from '../../show/formats';
import { wrongDay } from '../../show/tell/changes';
import { statusHelp, unknownFormat, unknownState, unknownWord } from '../../show/tell/help';
import type { Passage } from '../../show/tell/passage';
import { whichGoal } from '../../show/tell/plan';
import { askAgain, pickFormat, pickGoal } from '../../show/as/next';
import { answer, answerWithNext } from '../asking/answer';
import { closest } from '../asking/closest';
import type { Parsed } from '../asking/parsed';
import { monitor, parseMonitor } from '../daily/monitor';
import { parseTokenRequest, TOKEN_USAGE } from '../scripts/token-words';
import { answerTokenRequest } from '../scripts/tokens';
import { ACCEPT_USAGE, answerAccept, parseAccept } from './accept';
import { explainMeant, exportPlan, exportReport, listFlows, showChanges, showLegal, showPlan, showPolicy, showStatus, tellStatus } from './answers';
import type { Question } from './answers';

/** A word that `/privacy-status` understands: how it is typed, what is told of it, how what follows is read, what answers. */
interface Word<Wanted> {
	readonly word: string;
	/** What may follow it, as the clients' list of commands shows it. */
	readonly follows?: string;
	readonly help: Statement;
	/** @param words what is typed behind it; letter case does not matter, words too many are passed over. Never throws. */
	readonly parse: (words: readonly string[]) => Parsed<Wanted>;
	readonly answer: (question: Question, wanted: Wanted) => Promise<void>;
}

/** The same, once it is known what is wanted. */
interface KnownWord extends Pick<Word<unknown>, 'word' | 'follows' | 'help' | 'parse'> {
	readonly respond: (question: Question, words: readonly string[]) => Promise<void>;
}

function word<Wanted>(row: Word<Wanted>): KnownWord {
	return {
		...row,
		respond: async (question, words) => {
			const parsed = row.parse(words);
			await ('answer' in parsed
				? answerWithNext(question.request, question.app, parsed.answer, parsed.next ?? (() => []))
				: row.answer(question, parsed.wanted));
		},
	};
}

/** The states that a reader can ask for by themselves. */
const LISTED_STATES = ['on', 'off', 'unknown'] as const satisfies readonly FlowState[];

const FORMAT_IDS: readonly ReportFormat[] = FORMATS.map(({ id }) => id);

const nothing = (): Parsed<null> => ({ wanted: null });

/** Every word, in the order of the help text. */
export const WORDS: readonly KnownWord[] = [
	word({ word: 'text', help: say('help_text'), parse: nothing, answer: tellStatus }),
	word({ word: 'flows', follows: `[${LISTED_STATES.join('|')}]`, help: say('help_flows'), parse: parseState, answer: listFlows }),
	word({ word: 'explain', follows: '<flow, host, setting or recipient>', help: say('help_explain'), parse: parseMeant, answer: explainMeant }),
	word({ word: 'plan', follows: GOALS.join('|'), help: say('help_plan', { goals: GOALS.map(code) }), parse: parseGoal, answer: showPlan }),
	word({ word: 'changes', follows: '[since <day>]', help: say('help_changes'), parse: parseDay, answer: answerChanges }),
	word({ word: 'monitor', follows: 'on|off', help: say('help_monitor'), parse: parseMonitor, answer: ({ request, app, own }, isOn) => monitor(request, app, own, isOn) }),
	word({ word: 'legal', help: say('help_legal'), parse: nothing, answer: showLegal }),
	word({ word: 'accept', follows: ACCEPT_USAGE, help: say('accept_help'), parse: parseAccept, answer: answerAccept }),
	word({ word: 'policy', help: say('policy_help'), parse: nothing, answer: showPolicy }),
	word({ word: 'export', follows: FORMAT_IDS.join('|'), help: say('help_export', { formats: FORMAT_IDS.join('|') }), parse: parseFormat, answer: (question, wanted) => (typeof wanted === 'string' ? exportReport(question, wanted) : exportPlan(question, wanted.plan)) }),
	word({ word: 'token', follows: TOKEN_USAGE, help: say('token_help'), parse: parseTokenRequest, answer: ({ request, app, own }, wanted) => answerTokenRequest(request, app, own, wanted) }),
	word({ word: 'help', help: say('help_help'), parse: nothing, answer: ({ request }) => answer(request, help()) }),
];

/** The words as the clients' list of commands shows them. */
export const USAGE = WORDS.map(({ word: name, follows }) => (follows === undefined ? name : `${name} ${follows}`)).join(' | ');

/** What to ask anew where an answer could not be finished; null where that is another thing than asking twice: a token may have been made. A button cannot carry a whole reason. */
export function again(words: readonly string[]): string | null {
	return words[0] === 'token' || words[0] === 'accept' ? null : words.join(' ');
}

/** Answers what is typed behind the command. */
export async function respond(question: Question, typed: readonly string[]): Promise<void> {
	const [first = '', ...rest] = typed;
	if (first === '') {
		await showStatus(question);
		return;
	}
	const known = WORDS.find(({ word: name }) => name === first.toLowerCase());
	if (known === undefined) {
		const suggestion = suggestionFor(first);
		await answerWithNext(question.request, question.app, unknown(first), (frame) => (suggestion === null ? [] : askAgain(`/privacy-status ${suggestion}`, suggestion, frame)));
		return;
	}
	await known.respond(question, rest);
}

function help(): Passage {
	return statusHelp(WORDS.map((row) => row.help));
}

/** The answer to a first word that nobody knows. */
export function unknown(typed: string): Passage[] {
	return unknownWord(typed, suggestionFor(typed), help());
}

function suggestionFor(typed: string): string | null {
	return closest(typed.toLowerCase(), WORDS.map(({ word: name }) => name));
}

function parseState([typed]: readonly string[]): Parsed<FlowState | null> {
	const state = LISTED_STATES.find((candidate) => candidate === typed?.toLowerCase());
	return typed !== undefined && state === undefined ? { answer: [unknownState(typed)], next: (frame) => LISTED_STATES.flatMap((known) => askAgain(`/privacy-status flows ${known}`, `flows ${known}`, frame)) } : { wanted: state ?? null };
}

function parseMeant(words: readonly string[]): Parsed<string> {
	return { wanted: words.join(' ') };
}

/** The word before the day may be left out. */
function parseDay([first, second]: readonly string[]): Parsed<string | null> {
	const typed = first?.toLowerCase() === 'since' ? (second ?? '') : first;
	return typed === undefined || isDay(typed) ? { wanted: typed ?? null } : { answer: [wrongDay(typed)] };
}

/** ISO 8601, and a day that exists. */
function isDay(typed: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(typed) && new Date(`${typed}T00:00:00Z`).getUTCDate() === Number(typed.slice(8));
}

/** A day that is still to come is none to begin with, and only the clock tells. */
async function answerChanges(question: Question, day: string | null): Promise<void> {
	await (day !== null && day > question.app.now().toISOString() ? answer(question.request, wrongDay(day)) : showChanges(question, day));
}

/** A plan has a file for each goal. */
function parseFormat([typed, ...rest]: readonly string[]): Parsed<ReportFormat | { readonly plan: Goal }> {
	if (typed?.toLowerCase() === PLAN) {
		const parsed = parseGoal(rest);
		return 'wanted' in parsed ? { wanted: { plan: parsed.wanted } } : parsed;
	}
	const format = FORMAT_IDS.find((candidate) => candidate === typed?.toLowerCase());
	return format === undefined ? { answer: [unknownFormat(typed, [...FORMAT_IDS, `${PLAN} <goal>`])], next: pickFormat } : { wanted: format };
}

const PLAN = 'plan';

function parseGoal([typed]: readonly string[]): Parsed<Goal> {
	const wanted = typed?.toLowerCase();
	const goal = GOALS.find((candidate) => candidate === wanted);
	return goal === undefined ? { answer: [whichGoal(typed, GOALS.find((candidate) => candidate === closest(wanted ?? '', GOALS)) ?? null)], next: pickGoal } : { wanted: goal };
}

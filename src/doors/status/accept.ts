import * as z from 'zod/mini';

import { plainReason, REASON_LIMIT } from '../../catalogue/agreement';
import { translator } from '../../language/translate';
import { flowsMeant } from '../../posture/matching';
import type { Meant } from '../../posture/matching';
import type { FlowFinding } from '../../posture/posture';
import { asMessages } from '../../show/as/chat';
import { pickEnd, pickFlow, pressEnd } from '../../show/as/next';
import type { NextFrame } from '../../show/as/next';
import { acceptedAnswer, acceptedList, endedAnswer, lateAnswer, misdated, notAccepted, notHere, unexplained, whichAccept } from '../../show/tell/accept';
import { meantNothing, meantSeveral } from '../../show/tell/help';
import type { Passage } from '../../show/tell/passage';
import { endAccepted, keepAccepted } from '../../store/accepted';
import { READ_LIMIT, withTimeout } from '../../workspace/timeout';
import { tellAll } from '../asking/answer';
import type { Next } from '../asking/answer';
import { findObjections } from '../asking/authorise';
import { closest } from '../asking/closest';
import { Failure } from '../asking/failure';
import type { Parsed } from '../asking/parsed';
import { readAndJudge, readFor } from '../asking/read-and-judge';
import type { Reading } from '../asking/read-and-judge';
import { usernames } from '../scripts/tokens';
import type { Question } from './answers';

/** What a person asked `/privacy-status accept` for. */
type AcceptRequest = { readonly kind: 'list' } | { readonly kind: 'accept' | 'end'; readonly words: readonly string[] };

/** What may follow `accept`, as the clients' list of commands shows it. */
export const ACCEPT_USAGE = '<flow> [until <date>] <reason>|list|end <flow>';

const daySchema = z.iso.date();

/** Reads the words after `accept`. Never throws. */
export function parseAccept(words: readonly string[]): Parsed<AcceptRequest> {
	const verb = words[0]?.toLowerCase();
	if (verb === 'list') {
		return { wanted: { kind: 'list' } };
	}
	return words.length === 0 || (verb === 'end' && words.length === 1) ? { answer: [whichAccept()] } : { wanted: verb === 'end' ? { kind: verb, words: words.slice(1) } : { kind: 'accept', words } };
}

/** `/privacy-status accept`: agrees to a flow, shows what was agreed, ends it. */
export async function answerAccept(question: Question, wanted: AcceptRequest): Promise<void> {
	const { request, app, own } = question;
	const reading = await readFor(request, app, own);
	const frame: NextFrame = { translate: reading.translate, appId: app.id, threadId: request.threadId };
	const { passages, next, isDone } = wanted.kind === 'list' ? await listed(question, reading) : await changed(question, reading, wanted.kind, wanted.words);
	await tellAll(request, asMessages(passages, reading.translate), reading.appUser, next?.(frame));
	if (isDone) {
		const [judged, objections] = await Promise.all([readAndJudge(request.read, app, own), findObjections(own, request.read)]);
		await question.statusPage.follow(request.read, app, judged, objections);
	}
}

interface Answered {
	readonly passages: readonly Passage[];
	readonly next?: Next;
	/** Whether something else is accepted now than before. */
	readonly isDone?: true;
}

async function listed({ request }: Question, { posture }: Reading): Promise<Answered> {
	const accepted = posture.flows.filter(({ accepted: each }) => each !== null);
	const makers = await usernames(request, accepted.flatMap((flow) => flow.accepted?.by ?? []));
	return { passages: acceptedList(posture, makers), next: (frame) => pickEnd(accepted.filter((flow) => typeof flow.accepted?.by === 'string'), frame) };
}

async function changed(question: Question, reading: Reading, kind: 'accept' | 'end', words: readonly string[]): Promise<Answered> {
	const { meant, typed, rest } = meantIn(words, reading);
	const [flow, ...others] = meant.kind === 'flows' ? meant.flows : [];
	const { flows } = reading.posture;
	if (flow === undefined) {
		return { passages: [meantNothing(meant, typed, closest(typed.toLowerCase(), flows.map(({ id }) => id)), 'accept')], next: (frame) => pickFlow(flows.filter(({ state }) => state === 'on' || state === 'unknown'), frame) };
	}
	if (others.length > 0) {
		return { passages: [meantSeveral([flow, ...others], typed, 'accept')], next: (frame) => pickFlow([flow, ...others], frame) };
	}
	return kind === 'end' ? end(question, flow) : accept(question, flow, rest);
}

/** What the words mean, and those behind: the longest beginning that is a flow's name, in English or the reader's language, else the first word as `explain` reads it. */
function meantIn(words: readonly string[], { posture, translate }: Reading): { readonly meant: Meant; readonly typed: string; readonly rest: readonly string[] } {
	const english = translator('en');
	for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
		const typed = words.slice(0, count).join(' ');
		const flows = posture.flows.filter(({ id, name }) => [id, translate(name), english(name)].some((called) => called.toLowerCase() === typed.toLowerCase()));
		if (flows.length > 0) {
			return { meant: { kind: 'flows', flows }, typed, rest: words.slice(count) };
		}
	}
	const [typed = '', ...rest] = words;
	return { meant: flowsMeant(posture, typed, (name) => [translate(name), english(name)]), typed, rest };
}

/** Words that a flow's name may have. */
const MOST_WORDS = 8;

async function accept({ request, app }: Question, flow: FlowFinding, rest: readonly string[]): Promise<Answered> {
	if (flow.state === 'not-applicable') {
		return { passages: [notHere(flow)] };
	}
	const now = app.now();
	const hasDay = rest[0]?.toLowerCase() === 'until';
	const until = hasDay ? (rest[1] ?? '') : null;
	if (until !== null && (!daySchema.safeParse(until).success || until < now.toISOString().slice(0, 10))) {
		return { passages: [misdated(until, flow)] };
	}
	const { reason, isCut } = plainReason(rest.slice(hasDay ? 2 : 0).join(' '));
	if (reason === '') {
		return { passages: [unexplained(flow)] };
	}
	const record = { id: app.randomHex(8), flow: flow.id, reason, until, by: request.user.id, at: now.toISOString() };
	const isKept = await inTime(keepAccepted(request.read.getPersistenceReader(), request.persistence, record));
	if (isKept === 'late') {
		return { passages: [lateAnswer()] };
	}
	if (!isKept) {
		throw new Failure('what was accepted was not kept');
	}
	return { passages: [acceptedAnswer(flow, { reason, until, by: record.by, at: record.at, isExpired: false }, isCut ? REASON_LIMIT : null)], next: (frame) => pressEnd(flow, frame), isDone: true };
}

async function end({ request }: Question, flow: FlowFinding): Promise<Answered> {
	const count = await inTime(endAccepted(request.read.getPersistenceReader(), request.persistence, flow.id));
	if (count === 'late') {
		return { passages: [lateAnswer()] };
	}
	if (count === null) {
		throw new Failure('what was accepted was not ended');
	}
	if (count === 0) {
		return { passages: [notAccepted(flow)] };
	}
	return { passages: [endedAnswer(flow)], isDone: true };
}

/** What the database answers, unless that takes too long: then nobody knows what becomes of it. */
async function inTime<T>(answer: Promise<T>): Promise<T | 'late'> {
	return withTimeout<T | 'late'>(READ_LIMIT, answer, () => 'late');
}

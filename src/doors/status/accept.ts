import * as z from 'zod/mini';

import { plainReason, REASON_LIMIT } from '../../catalogue/agreement';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { translator } from '../../language/translate';
import { isAcceptedByAdmin } from '../../posture/accepted';
import { flowsMeant } from '../../posture/matching';
import type { Meant } from '../../posture/matching';
import type { FlowFinding } from '../../posture/posture';
import { acceptForm } from '../../show/as/accept-form';
import type { AcceptField } from '../../show/as/accept-form';
import { asMessages } from '../../show/as/chat';
import { askedWords, pickEnd, pickFlow, pressEnd } from '../../show/as/next';
import { statusPanel } from '../../show/as/panel';
import { IN_PANEL } from '../../show/as/panel-actions';
import { acceptedAnswer, acceptedList, endedAnswer, lostAnswer, misdated, notAccepted, notHere, unfit, whichAccept } from '../../show/tell/accept';
import { meantNothing, meantSeveral } from '../../show/tell/help';
import { lines } from '../../show/tell/passage';
import type { Passage } from '../../show/tell/passage';
import { endAccepted, keepAccepted } from '../../store/accepted';
import { findNamedRoom } from '../../workspace/rooms';
import { isOpened, openModal, openPanel, tellAll } from '../asking/answer';
import type { Next } from '../asking/answer';
import { findObjections } from '../asking/authorise';
import { closest } from '../asking/closest';
import { failureLine, unlessLost } from '../asking/failure';
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
	await conclude(question, reading, wanted.kind === 'list' ? await listed(question, reading) : await changed(question, reading, wanted.kind, wanted.words));
}

/** "Accept …" was pressed: opens the form. A flow that the app does not have is passed over. */
export async function openAcceptForm({ request, app, own }: Question, pressed: string | undefined): Promise<void> {
	const { words: [id, where = ''], threadId } = askedWords(pressed);
	const { posture, translate } = await readFor(request, app, own);
	const flow = posture.flows.find((known) => known.id === id);
	if (flow !== undefined) {
		const frame = { translate, appId: app.id, threadId: request.threadId ?? threadId };
		await openModal(request, app, acceptForm(flow, frame, `${app.newViewId()} ${request.room?.id ?? NO_ROOM} ${flow.id} ${where}`));
	}
}

/** The server passes the room of nothing that is sent from a form (Rocket.Chat, uikit.ts), so the form's id carries it. */
const NO_ROOM = '?';

/** What a client sends with a form; a phone sends nothing else. */
export const sentSchema = z.object({ id: z.string(), state: z.unknown() });

const entered = z.optional(z.nullable(z.string()));

/** What was typed. If a part of it is no text, all counts as left empty: a day must not get lost. */
const stateSchema = z.object({ reason: z.optional(z.object({ reason: entered })), until: z.optional(z.object({ until: entered })) } satisfies Record<AcceptField, unknown>);

/**
 * The form was sent.
 *
 * @returns what does not fit, by field: then nothing was kept, and the form stays as it was filled in
 */
export async function acceptByForm(question: Question, { id, state }: z.infer<typeof sentSchema>): Promise<Readonly<Record<string, string>>> {
	const { app, own } = question;
	const { words: [, roomId = NO_ROOM, flowId, where], threadId } = askedWords(id);
	const [reading, room] = await Promise.all([readFor(question.request, app, own), roomId === NO_ROOM ? undefined : findNamedRoom(roomId, question.request.read)]);
	const flow = reading.posture.flows.find((known) => known.id === flowId);
	if (flow === undefined) {
		return {};
	}
	const asked = { ...question, request: { ...question.request, room, threadId } };
	const { reason, until } = stateSchema.safeParse(state).data ?? {};
	const answered = await accept(asked, flow, until?.until?.trim() || null, reason?.reason ?? '', true).catch((thrown: unknown): Answered => {
		app.logger.error(failureLine('accepting', thrown));
		return { passages: [], unfit: { reason: say('failed') } };
	});
	if (answered.unfit === undefined || answered.isLost) {
		await conclude(asked, reading, answered, where === IN_PANEL || room === undefined ? flow.id : undefined);
	}
	return Object.fromEntries(Object.entries(answered.unfit ?? {}).map(([field, objection]) => [field, reading.translate(objection)]));
}

/** "No longer accept" was pressed in the panel. */
export async function endInPanel(question: Question, id: string | undefined): Promise<void> {
	const reading = await readFor(question.request, question.app, question.own);
	const flow = reading.posture.flows.find((known) => known.id === id);
	if (flow !== undefined) {
		await conclude(question, reading, await end(question, flow), flow.id);
	}
}

/**
 * Says in the room what became of it, then brings up to date what shows it.
 *
 * @param shown the flow whose page the panel shows; without a room, the answer is there
 */
async function conclude({ request, app, own, statusPage }: Question, { translate, appUser }: Reading, { passages, next, isDone }: Answered, shown?: FlowFinding['id']): Promise<void> {
	await tellAll(request, asMessages(passages, translate), appUser, next?.({ translate, appId: app.id, threadId: request.threadId }));
	if (isDone === undefined && shown === undefined) {
		return;
	}
	const [judged, objections] = await Promise.all([readAndJudge(request.read, app, own), findObjections(own, request.read)]);
	const explained = judged.posture.flows.find(({ id }) => id === shown);
	if (explained !== undefined) {
		const opening = openPanel(request, app, statusPanel(judged.posture, translate, app.id, { explained }, request.room === undefined ? passages.flat() : []));
		// What became of it was said in the room, if there is one.
		await (request.room === undefined ? opening : isOpened(opening, app));
	}
	if (isDone) {
		await statusPage.follow(request.read, app, judged, objections);
	}
}

interface Answered {
	readonly passages: readonly Passage[];
	readonly next?: Next;
	/** Whether something else is accepted now than before. */
	readonly isDone?: true;
	/** Whether nobody knows what became of it. */
	readonly isLost?: true;
	/** What of the terms does not fit, by field of the form. */
	readonly unfit?: Readonly<Partial<Record<AcceptField, Statement>>>;
}

async function listed({ request }: Question, { posture }: Reading): Promise<Answered> {
	const accepted = posture.flows.filter(({ accepted: each }) => each !== null);
	const makers = await usernames(request, accepted.flatMap((flow) => flow.accepted?.by ?? []));
	return { passages: acceptedList(posture, makers), next: (frame) => pickEnd(accepted.filter(isAcceptedByAdmin), frame) };
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
	const hasDay = rest[0]?.toLowerCase() === 'until';
	return kind === 'end' ? end(question, flow) : accept(question, flow, hasDay ? (rest[1] ?? '') : null, rest.slice(hasDay ? 2 : 0).join(' '));
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

/**
 * Accepts a flow on terms that fit.
 *
 * @param until null where it is to have no end
 * @param isForm whether a reason that is too long can be shortened by whoever wrote it
 */
async function accept({ request, app }: Question, flow: FlowFinding, until: string | null, typed: string, isForm = false): Promise<Answered> {
	if (flow.state === 'not-applicable') {
		return { passages: [notHere(flow)] };
	}
	const now = app.now();
	const { reason, isCut } = plainReason(typed);
	const objections = {
		...(until !== null && (!daySchema.safeParse(until).success || until < now.toISOString().slice(0, 10)) ? { until: misdated(until) } : {}),
		...(reason === '' ? { reason: say('accept_unexplained') } : isForm && isCut ? { reason: say('accept_long', { limit: REASON_LIMIT }) } : {}),
	};
	const [objection] = Object.values(objections);
	if (objection !== undefined) {
		return { passages: [unfit(objection, flow)], unfit: objections };
	}
	const record = { id: app.randomHex(8), flow: flow.id, reason, until, by: request.user.id, at: now.toISOString() };
	if ((await unlessLost('accepting', keepAccepted(request.read.getPersistenceReader(), request.persistence, record), app)) !== true) {
		// In the form, which stays as it was filled in, and in the room: a client does not wait for a form as long as that can take.
		return { passages: [lines(lostAnswer())], isLost: true, ...(isForm ? { unfit: { reason: lostAnswer() } } : {}) };
	}
	return { passages: [acceptedAnswer(flow, { reason, until, by: record.by, at: record.at, isExpired: false }, isCut ? REASON_LIMIT : null)], next: (frame) => pressEnd(flow, frame), isDone: true };
}

async function end({ request, app }: Question, flow: FlowFinding): Promise<Answered> {
	const count = await unlessLost('no longer accepting', endAccepted(request.read.getPersistenceReader(), request.persistence, flow.id), app);
	if (count === 'lost' || count === null) {
		return { passages: [lines(lostAnswer())] };
	}
	if (count === 0) {
		return { passages: [notAccepted(flow)] };
	}
	return { passages: [endedAnswer(flow)], isDone: true };
}

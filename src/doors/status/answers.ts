import type { FlowState } from '../../catalogue/vocabulary';
import { organisationOf } from '../../settings/organisation';
import { translator } from '../../language/translate';
import { flowsMeant } from '../../posture/matching';
import type { AppSettings } from '../../settings/stated';
import { pickedFlow, pickFlow } from '../../show/as/pick';
import { meantNothing, meantSeveral, whichFlow } from '../../show/tell/help';
import { asMessages } from '../../show/as/chat';
import { statusPanel } from '../../show/as/panel';
import { toFile } from '../../show/formats';
import type { ReportFormat } from '../../show/formats';
import { insteadOfFile } from '../../show/as/instead-of-file';
import { explanationOf, flowsAnswer } from '../../show/tell/flows';
import { legalAnswer } from '../../show/tell/legal';
import { lines } from '../../show/tell/passage';
import type { Passage } from '../../show/tell/passage';
import { statusAnswer } from '../../show/tell/status';
import { openPanel, tell, tellAll } from '../asking/answer';
import { findObjections } from '../asking/authorise';
import { closest } from '../asking/closest';
import { readFor } from '../asking/read-and-judge';
import type { Reading } from '../asking/read-and-judge';
import type { AppFacts, Request } from '../asking/request';
import type { StatusPage } from '../settings-page/status-page';
import { handOver } from './hand-over';

/** A question of somebody who may ask. */
export interface Question {
	readonly request: Request;
	readonly app: AppFacts;
	readonly own: AppSettings;
	readonly statusPage: StatusPage;
}

/** Reads the workspace and answers in text and in the panel; the settings page then says the same. */
export async function showStatus({ request, app, own, statusPage }: Question): Promise<void> {
	const [reading, objections] = await Promise.all([readFor(request, app, own), findObjections(own, request.read)]);
	const { posture, translate, appUser } = reading;
	const text = [...asMessages([lines(...objections)], translate), asMessages(statusAnswer(posture), translate).join('\n\n')].join('\n\n');
	await Promise.all([openPanel(request, app, statusPanel(posture, translate, app.id)), tell(request, text, appUser)]);
	await statusPage.follow(request.read, app, reading, objections);
}

export async function listFlows(question: Question, state: FlowState | null): Promise<void> {
	await answerFrom(question, ({ posture, translate }) => flowsAnswer(posture, state, translate));
}

/** Explains the flow that is meant; where several are, lists them, with a selection to pick one. */
export async function explainMeant({ request, app, own }: Question, typed: string): Promise<void> {
	const { posture, translate, appUser } = await readFor(request, app, own);
	const english = translator('en');
	const meant = flowsMeant(posture, typed, (recipient) => [translate(recipient), english(recipient)]);
	const [first, ...others] = meant.kind === 'flows' ? meant.flows : [];
	if (first === undefined) {
		await tellAll(request, asMessages([meantNothing(meant, typed, closest(typed.toLowerCase(), posture.flows.map(({ id }) => id)))], translate), appUser);
	} else if (others.length === 0) {
		await tellAll(request, asMessages([lines(...explanationOf(first))], translate), appUser);
	} else {
		await tell(request, asMessages([meantSeveral([first, ...others], typed)], translate).join('\n\n'), appUser, [pickFlow([first, ...others], translate, app.id, request.threadId)]);
	}
}

/** A flow was picked in a message: the explanation follows in the room and the thread of the message. */
export async function explainPicked(request: Request, app: AppFacts, own: AppSettings, value: string | undefined): Promise<void> {
	const { posture, translate, appUser } = await readFor(request, app, own);
	const [id, threadId] = pickedFlow(value);
	const flow = posture.flows.find((candidate) => candidate.id === id);
	await tellAll({ ...request, threadId: request.threadId ?? threadId }, asMessages([flow === undefined ? whichFlow() : lines(...explanationOf(flow))], translate), appUser);
}

export async function showLegal(question: Question): Promise<void> {
	await answerFrom(question, ({ posture }) => legalAnswer(posture, question.own.values.contact_email));
}

export async function exportReport({ request, app, own }: Question, format: ReportFormat): Promise<void> {
	const reading = await readFor(request, app, own);
	const { posture, translate } = reading;
	const file = toFile(format, posture, organisationOf(own.values), translate);
	const { isDone, outcome } = await handOver(request, app, file, reading);
	const { lead, answer } = insteadOfFile(file.content, posture);
	await tellAll(request, [translate(outcome), ...(isDone ? [] : [...asMessages([lead], translate), ...asMessages(answer, translate)])]);
}

async function answerFrom({ request, app, own }: Question, passages: (reading: Reading) => readonly Passage[]): Promise<void> {
	const reading = await readFor(request, app, own);
	await tellAll(request, asMessages(passages(reading), reading.translate));
}

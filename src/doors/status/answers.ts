import type { FlowId } from '../../catalogue/flows';
import type { FlowState } from '../../catalogue/vocabulary';
import { organisationOf } from '../../settings/organisation';
import type { AppSettings } from '../../settings/stated';
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

export async function explainFlow(question: Question, id: FlowId): Promise<void> {
	await answerFrom(question, ({ posture }) => posture.flows.filter((flow) => flow.id === id).map((flow) => lines(...explanationOf(flow))));
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

import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { SETTING_IDS } from '../../catalogue/server-settings';
import type { FlowState, Goal } from '../../catalogue/vocabulary';
import { organisationOf } from '../../settings/organisation';
import type { Statement } from '../../language/statement';
import { translator } from '../../language/translate';
import { flowsMeant } from '../../posture/matching';
import { planFor } from '../../posture/plan';
import { ifSwitchedOff } from '../../posture/what-if';
import { differenceSince } from '../../posture/snapshot';
import type { AppSettings } from '../../settings/stated';
import { meantNothing, meantSeveral, whichFlow } from '../../show/tell/help';
import { asMessages } from '../../show/as/chat';
import { nextToFlow, nextToLegal, nextToPanel, nextToPlan, nextToStatus, pickFlow } from '../../show/as/next';
import type { NextFrame } from '../../show/as/next';
import { statusPanel } from '../../show/as/panel';
import { toFile, toPlanFile } from '../../show/formats';
import type { ReportFormat } from '../../show/formats';
import { insteadOfFile } from '../../show/as/instead-of-file';
import { policyAnswer } from '../../show/tell/accepted';
import { explanationLines, flowsAnswer } from '../../show/tell/flows';
import { legalAnswer } from '../../show/tell/legal';
import { lines } from '../../show/tell/passage';
import type { Passage } from '../../show/tell/passage';
import { planAnswer, switchedOff } from '../../show/tell/plan';
import { changesAnswer } from '../../show/tell/changes';
import { panelOpened, statusAnswer } from '../../show/tell/status';
import { isOpened, openPanel, tell, tellAll } from '../asking/answer';
import { findObjections } from '../asking/authorise';
import { closest } from '../asking/closest';
import { lookFor } from '../asking/look';
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

/** Reads the workspace and answers in the panel, with a line in the room; in text alone where none can be opened. The settings page then says the same. */
export async function showStatus(question: Question): Promise<void> {
	const { request, app, own } = question;
	if (request.triggerId === undefined) {
		await tellStatus(question);
		return;
	}
	const [reading, objections] = await Promise.all([lookFor(request, app, own), findObjections(own, request.read)]);
	const { posture, translate, appUser } = reading;
	await ((await isOpened(openPanel(request, app, statusPanel(posture, translate, app.id)), app))
		? tell(request, asMessages([lines(...objections), panelOpened(posture)], translate).join('\n\n'), appUser, nextToPanel(frameOf(question, reading)))
		: tellWhole(question, reading, objections));
	await question.statusPage.follow(request.read, app, reading, objections);
}

/** The whole answer in text. */
export async function tellStatus(question: Question): Promise<void> {
	const { request, app, own, statusPage } = question;
	const [reading, objections] = await Promise.all([lookFor(request, app, own), findObjections(own, request.read)]);
	await tellWhole(question, reading, objections);
	await statusPage.follow(request.read, app, reading, objections);
}

async function tellWhole(question: Question, reading: Reading, objections: readonly Statement[]): Promise<void> {
	const { posture, translate, appUser } = reading;
	await tellAll(question.request, asMessages([lines(...objections), ...statusAnswer(posture)], translate), appUser, nextToStatus(posture, frameOf(question, reading)));
}

export async function listFlows(question: Question, state: FlowState | null): Promise<void> {
	await answerFrom(
		question,
		({ posture, translate }) => flowsAnswer(posture, state, translate),
		({ posture: { flows } }, frame) => pickFlow(flows.filter((flow) => (state === null ? flow.state === 'on' || flow.state === 'unknown' : flow.state === state)), frame),
	);
}

/** Explains the flow that is meant; where several are, or none is, offers a selection. Of a switch it says what would change without it. */
export async function explainMeant(question: Question, typed: string): Promise<void> {
	const { request, app, own } = question;
	const reading = await lookFor(request, app, own);
	const { posture, translate, appUser } = reading;
	const frame = frameOf(question, reading);
	const english = translator('en');
	const meant = flowsMeant(posture, typed, (recipient) => [translate(recipient), english(recipient)]);
	const [first, ...others] = meant.kind === 'flows' ? meant.flows : [];
	const [passage, next] =
		first === undefined
			? [typed === '' ? whichFlow() : meantNothing(meant, typed, closest(typed.toLowerCase(), posture.flows.map(({ id }) => id))), pickFlow(posture.flows.filter(({ state }) => state === 'on' || state === 'unknown'), frame)]
			: others.length === 0
				? [explanationLines(first), nextToFlow(posture, first, frame)]
				: [meantSeveral([first, ...others], typed), pickFlow([first, ...others], frame)];
	const setting = SETTING_IDS.find((id) => id.toLowerCase() === typed.trim().toLowerCase());
	const found = setting === undefined ? null : ifSwitchedOff(reading.signals, posture, setting);
	await tellAll(request, asMessages([passage, found === null ? [] : switchedOff(found, posture)], translate), appUser, next);
}

/** How this workspace is against the organisation's policy. */
export async function showPolicy(question: Question): Promise<void> {
	await answerFrom(question, ({ posture }) => policyAnswer(posture), ({ posture: { flows, agreed } }, frame) => pickFlow(flows.filter(({ id }) => agreed.policy?.some(({ flow, standing }) => flow === id && (standing === 'deviates' || standing === 'unknown'))), frame));
}

export async function showLegal(question: Question): Promise<void> {
	await answerFrom(question, ({ posture }) => legalAnswer(posture, question.own.values.contact_email), (_, frame) => nextToLegal(frame));
}

/** The steps to a goal. */
export async function showPlan(question: Question, goal: Goal): Promise<void> {
	const { request, app, own } = question;
	const reading = await lookFor(request, app, own);
	const { signals, posture, translate } = reading;
	const plan = planFor(signals, posture, goal);
	await tellAll(request, asMessages(planAnswer(plan, posture), translate), undefined, nextToPlan(plan, posture, frameOf(question, reading)));
}

/** The same as a file, or in the room where none can be handed over. */
export async function exportPlan({ request, app, own }: Question, goal: Goal): Promise<void> {
	const reading = await lookFor(request, app, own);
	const { signals, posture, translate } = reading;
	const plan = planFor(signals, posture, goal);
	const { isDone, outcome } = await handOver(request, app, toPlanFile(plan, posture, translate), reading);
	await tellAll(request, [translate(outcome), ...(isDone ? [] : asMessages(planAnswer(plan, posture), translate))]);
}

/** @param day ISO 8601; null for the last look that differed */
export async function showChanges({ request, app, own }: Question, day: string | null): Promise<void> {
	const { posture, translate, appUser, kept, now } = await lookFor(request, app, own, true);
	const looks = kept?.usable ?? [];
	const memory = { isReadable: kept !== null, unusable: kept?.unusable ?? 0, difference: day === null ? (posture.memory?.difference ?? null) : differenceSince(looks, now, day) };
	await tellAll(request, asMessages(changesAnswer(memory, day !== null && looks.every(({ at }) => at >= day)), translate), appUser);
}

export async function exportReport({ request, app, own }: Question, format: ReportFormat): Promise<void> {
	const reading = await lookFor(request, app, own);
	const { posture, translate } = reading;
	const file = toFile(format, posture, organisationOf(own.values), translate);
	const { isDone, outcome } = await handOver(request, app, file, reading);
	const { lead, answer } = insteadOfFile(file.content, posture);
	await tellAll(request, [translate(outcome), ...(isDone ? [] : [...asMessages([lead], translate), ...asMessages(answer, translate)])]);
}

async function answerFrom(question: Question, passages: (reading: Reading) => readonly Passage[], next: (reading: Reading, frame: NextFrame) => LayoutBlock[]): Promise<void> {
	const { request, app, own } = question;
	const reading = await lookFor(request, app, own);
	await tellAll(request, asMessages(passages(reading), reading.translate), undefined, next(reading, frameOf(question, reading)));
}

function frameOf({ request, app }: Question, { translate }: Reading): NextFrame {
	return { translate, appId: app.id, threadId: request.threadId };
}

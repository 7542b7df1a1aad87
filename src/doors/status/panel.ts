import type { IUIKitErrorInteractionParam } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';

import { GOALS, PARTIES } from '../../catalogue/vocabulary';
import { planFor } from '../../posture/plan';
import type { Posture } from '../../posture/posture';
import { organisationOf } from '../../settings/organisation';
import type { AppSettings } from '../../settings/stated';
import { askedWords } from '../../show/as/next';
import { statusPanel } from '../../show/as/panel';
import type { PanelView } from '../../show/as/panel';
import { ACCEPT_ACTION, ASK_ACTION, NOTICE_ACTION, OPEN_STATUS_ACTION, PANEL_ACTIONS, PANEL_PAGES } from '../../show/as/panel-actions';
import type { PanelAction } from '../../show/as/panel-actions';
import { lines } from '../../show/tell/passage';
import { FORMATS, toFile, toPlanFile } from '../../show/formats';
import { answering, answeringEverybody, isOpened, openPanel, tell } from '../asking/answer';
import { lookFor } from '../asking/look';
import type { AppFacts, Request } from '../asking/request';
import { openNotice } from '../notice/notice';
import type { StatusPage } from '../settings-page/status-page';
import { acceptByForm, endInPanel, openAcceptForm, sentSchema } from './accept';
import { tellStatus } from './answers';
import { handOver } from './hand-over';
import { again, respond } from './words';

/** A button was pressed, in the panel or below a message. An action id that the app does not have is passed over. */
export async function pressed(request: Request, app: AppFacts, statusPage: StatusPage, { actionId, value }: Pick<IUIKitBlockIncomingInteraction, 'actionId' | 'value'>): Promise<void> {
	if (actionId === NOTICE_ACTION) {
		await answeringEverybody(request, app, 'notice_failed', (present) => openNotice(present, app));
		return;
	}
	if (actionId === ASK_ACTION || actionId === OPEN_STATUS_ACTION) {
		const { words, threadId } = askedWords(actionId === ASK_ACTION ? value : '');
		const asked = { ...request, threadId: request.threadId ?? threadId };
		await answering(asked, app, (own) => respond({ request: asked, app, own, statusPage }, words), again(words));
		return;
	}
	await answering(request, app, async (own) => {
		if (actionId === ACCEPT_ACTION) {
			await openAcceptForm({ request, app, own, statusPage }, value);
			return;
		}
		const action = PANEL_ACTIONS.find((known) => known === actionId);
		if (action === 'end-accepted') {
			await endInPanel({ request, app, own, statusPage }, value);
		} else if (action !== undefined) {
			await turnPanel(request, app, own, action, value);
		}
	});
}

/** Opens the page of the panel that a button in it asks for. */
async function turnPanel(request: Request, app: AppFacts, own: AppSettings, action: PanelAction, value: string | undefined): Promise<void> {
	const reading = await lookFor(request, app, own);
	const { posture, translate } = reading;
	const format = action === 'export' ? FORMATS.find(({ id }) => id === value) : undefined;
	const goal = action === 'plan' || action === 'export-plan' ? GOALS.find((known) => known === value) : undefined;
	const plan = goal === undefined ? undefined : planFor(reading.signals, posture, goal);
	const file = format !== undefined ? toFile(format.id, posture, organisationOf(own.values), translate) : action === 'export-plan' && plan !== undefined ? toPlanFile(plan, posture, translate) : null;
	const handed = file === null ? null : await handOver(request, app, file, reading);
	const opening = openPanel(request, app, statusPanel(posture, translate, app.id, plan === undefined ? viewFor(action, value, posture, own) : { plan }, handed === null ? [] : lines(handed.outcome)));
	if (handed === null || request.room === undefined) {
		await opening;
	} else if (!(await isOpened(opening, app))) {
		await tell(request, translate(handed.outcome), reading.appUser);
	}
}

/** What the pressed button asks for. A value that the panel never gave leads back to the overview. */
function viewFor(action: PanelAction, value: string | undefined, { flows }: Posture, { values }: AppSettings): PanelView {
	const explained = action === 'explain' ? flows.find(({ id }) => id === value) : undefined;
	if (explained !== undefined) {
		return { explained };
	}
	const why = action === 'why' ? PARTIES.find((party) => party === value) : undefined;
	if (why !== undefined) {
		return { why };
	}
	const page = (action === 'show' ? PANEL_PAGES.find((candidate) => candidate === value) : undefined) ?? 'overview';
	return page === 'legal' ? { legal: { contact: values.contact_email } } : { page };
}

/** "Privacy status" was picked in a room's menu: the panel; the text where no surface can be opened. */
export async function openedFromMenu(request: Request, app: AppFacts, statusPage: StatusPage): Promise<void> {
	await answering(request, app, async (own) => {
		if (request.triggerId === undefined) {
			await tellStatus({ request, app, own, statusPage });
			return;
		}
		const { posture, translate } = await lookFor(request, app, own);
		if (!(await isOpened(openPanel(request, app, statusPanel(posture, translate, app.id)), app))) {
			await tellStatus({ request, app, own, statusPage });
		}
	});
}

/**
 * Something was sent from a form; whoever sends it without an allowed role reads why. What is no form of this app changes nothing.
 *
 * @returns what does not fit, by field; undefined where the form can be closed
 */
export async function submittedView(request: Request, app: AppFacts, statusPage: StatusPage, view: unknown): Promise<IUIKitErrorInteractionParam | undefined> {
	let errors: Readonly<Record<string, string>> = {};
	const sent = sentSchema.safeParse(view).data;
	await answering(request, app, async (own) => {
		errors = sent === undefined ? {} : await acceptByForm({ request, app, own, statusPage }, sent);
	});
	return sent === undefined || Object.keys(errors).length === 0 ? undefined : { viewId: sent.id, errors };
}

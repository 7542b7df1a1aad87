import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUIKitBaseIncomingInteraction, IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';

import { say } from '../../language/translate';
import type { Statement } from '../../language/translate';
import { toJsonFile } from '../../report/json';
import { statusMessage } from '../../views/messages';
import { statusPanel } from '../../views/panel';
import { PANEL_ACTIONS } from '../../views/panel-actions';
import { answering, openPanel, refuse, tell, updatePanel } from '../answer';
import { mayAsk } from '../authorise';
import { handOver } from '../hand-over';
import { look } from '../look';
import { makeRequest } from '../request';
import type { AppFacts, Request } from '../request';

type Asker = Pick<IUIKitBaseIncomingInteraction, 'user'> & { [Part in 'room' | 'threadId' | 'triggerId']?: IUIKitBaseIncomingInteraction[Part] | undefined };

/** Who pressed, and where: what every interaction of the UI kit carries. */
export function requestOf({ user, room, threadId, triggerId }: Asker, read: IRead, modify: IModify): Request {
	return makeRequest({ user, room, threadId, triggerId, read, modify });
}

/** A button of the panel was pressed. An action id that the panel does not have is passed over. */
export async function pressedInPanel(request: Request, app: AppFacts, { actionId, container }: Pick<IUIKitBlockIncomingInteraction, 'actionId' | 'container'>): Promise<void> {
	await answering(
		request,
		app,
		async () => {
			if (!(await mayAsk(request.user, request.read))) {
				await refuse(request, app);
				return;
			}
			const action = PANEL_ACTIONS.find((known) => known === actionId);
			if (action === undefined) {
				return;
			}
			const sight = await look(request, app);
			const { posture, translate } = sight;
			let notice: Statement | null = null;
			if (action === 'export-json') {
				notice = await handOver(request, app, toJsonFile(posture, translate), sight);
			}
			await updatePanel(request, container.id, statusPanel(posture, translate, app.id, notice));
		},
		say('failed'),
	);
}

/** "Privacy status" was picked in a room's menu: the same panel; the text too where no surface can be opened. */
export async function openedFromMenu(request: Request, app: AppFacts): Promise<void> {
	await answering(
		request,
		app,
		async () => {
			if (!(await mayAsk(request.user, request.read))) {
				await refuse(request, app);
				return;
			}
			const { posture, translate } = await look(request, app);
			if (request.triggerId === undefined) {
				await tell(request, statusMessage(posture, translate));
				return;
			}
			await openPanel(request, app, statusPanel(posture, translate, app.id));
		},
		say('failed'),
	);
}

/** The app has no form, so a submitted view changes nothing; whoever sends one without an allowed role reads why. */
export async function submittedView(request: Request, app: AppFacts): Promise<void> {
	await answering(
		request,
		app,
		async () => {
			if (!(await mayAsk(request.user, request.read))) {
				await refuse(request, app);
			}
		},
		say('failed'),
	);
}

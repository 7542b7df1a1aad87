import type { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUIKitBaseIncomingInteraction, IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';

import { REPORT_FORMATS } from '../../catalogue/words';
import { toFile } from '../../report/formats';
import type { AppSettings } from '../../settings/read-app-settings';
import { statusMessage } from '../../views/messages';
import { statusPanel } from '../../views/panel';
import type { PanelView } from '../../views/panel';
import { PANEL_ACTIONS, PANEL_PAGES } from '../../views/panel-actions';
import type { PanelAction } from '../../views/panel-actions';
import type { Posture } from '../../posture/posture';
import { answering, openPanel, tell, updatePanel } from '../answer';
import { handOver } from '../hand-over';
import { look } from '../look';
import { openNotice } from '../notice';
import { makeRequest } from '../request';
import type { AppFacts, Request } from '../request';

type Asker = Pick<IUIKitBaseIncomingInteraction, 'user'> & { [Part in 'room' | 'threadId' | 'triggerId']?: IUIKitBaseIncomingInteraction[Part] | undefined };

/** Who pressed, and where: what every interaction of the UI kit carries. */
export function requestOf({ user, room, threadId, triggerId }: Asker, read: IRead, modify: IModify, persistence: IPersistence): Request {
	return makeRequest({ user, room, threadId, triggerId, read, modify, persistence });
}

/** A button of the panel was pressed. An action id that the panel does not have is passed over. */
export async function pressedInPanel(request: Request, app: AppFacts, { actionId, value, container }: Pick<IUIKitBlockIncomingInteraction, 'actionId' | 'value' | 'container'>): Promise<void> {
	await answering(request, app, async (own) => {
		const action = PANEL_ACTIONS.find((known) => known === actionId);
		if (action === undefined) {
			return;
		}
		if (action === 'notice') {
			await openNotice(request, app);
			return;
		}
		const sight = await look(request, app, own);
		const { posture, translate } = sight;
		const format = action === 'export' ? REPORT_FORMATS.find((known) => known === value) : undefined;
		const handed = format === undefined ? null : await handOver(request, app, toFile(format, posture, own, translate), sight);
		await updatePanel(request, container.id, statusPanel(posture, translate, app.id, viewFor(action, value, posture, own), handed?.outcome ?? null));
	});
}

/** What the pressed button asks for. A value that the panel never gave leads back to the overview. */
function viewFor(action: PanelAction, value: string | undefined, { flows }: Posture, own: AppSettings): PanelView {
	const explained = action === 'explain' ? flows.find(({ id }) => id === value) : undefined;
	if (explained !== undefined) {
		return { explained };
	}
	const page = (action === 'show' ? PANEL_PAGES.find((candidate) => candidate === value) : undefined) ?? 'overview';
	return page === 'legal' ? { legal: own } : { page };
}

/** "Privacy status" was picked in a room's menu: the same panel; the text too where no surface can be opened. */
export async function openedFromMenu(request: Request, app: AppFacts): Promise<void> {
	await answering(request, app, async (own) => {
		const sight = await look(request, app, own);
		const { posture, translate } = sight;
		if (request.triggerId === undefined) {
			await tell(request, statusMessage(posture, translate));
		} else {
			await openPanel(request, app, statusPanel(posture, translate, app.id));
		}
	});
}

/** The app has no form, so a submitted view changes nothing; whoever sends one without an allowed role reads why. */
export async function submittedView(request: Request, app: AppFacts): Promise<void> {
	await answering(request, app, async () => {});
}

import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';

import { UIKitIncomingInteractionContainerType } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionContainer';

import type { Posture } from '../../posture/posture';
import { organisationOf } from '../../settings/organisation';
import type { AppSettings } from '../../settings/stated';
import { asMessages } from '../../show/as/chat';
import { statusPanel } from '../../show/as/panel';
import type { PanelView } from '../../show/as/panel';
import { PANEL_ACTIONS, PANEL_PAGES } from '../../show/as/panel-actions';
import type { PanelAction } from '../../show/as/panel-actions';
import { FORMATS, toFile } from '../../show/formats';
import { statusAnswer } from '../../show/tell/status';
import { answering, openPanel, tell, updatePanel } from '../asking/answer';
import { readFor } from '../asking/read-and-judge';
import type { AppFacts, Request } from '../asking/request';
import { openNotice } from '../notice/notice';
import { explainPicked } from './answers';
import { handOver } from './hand-over';

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
		if (action === 'explain' && container.type === UIKitIncomingInteractionContainerType.MESSAGE) {
			await explainPicked(request, app, own, value);
			return;
		}
		const reading = await readFor(request, app, own);
		const { posture, translate } = reading;
		const format = action === 'export' ? FORMATS.find(({ id }) => id === value) : undefined;
		const handed = format === undefined ? null : await handOver(request, app, toFile(format.id, posture, organisationOf(own.values), translate), reading);
		await updatePanel(request, container.id, statusPanel(posture, translate, app.id, viewFor(action, value, posture, own), handed?.outcome ?? null));
	});
}

/** What the pressed button asks for. A value that the panel never gave leads back to the overview. */
function viewFor(action: PanelAction, value: string | undefined, { flows }: Posture, { values }: AppSettings): PanelView {
	const explained = action === 'explain' ? flows.find(({ id }) => id === value) : undefined;
	if (explained !== undefined) {
		return { explained };
	}
	const page = (action === 'show' ? PANEL_PAGES.find((candidate) => candidate === value) : undefined) ?? 'overview';
	return page === 'legal' ? { legal: { contact: values.contact_email } } : { page };
}

/** "Privacy status" was picked in a room's menu: the same panel; the text too where no surface can be opened. */
export async function openedFromMenu(request: Request, app: AppFacts): Promise<void> {
	await answering(request, app, async (own) => {
		const { posture, translate } = await readFor(request, app, own);
		if (request.triggerId === undefined) {
			await tell(request, asMessages(statusAnswer(posture), translate).join('\n\n'));
		} else {
			await openPanel(request, app, statusPanel(posture, translate, app.id));
		}
	});
}

/** The app has no form, so a submitted view changes nothing; whoever sends one without an allowed role reads why. */
export async function submittedView(request: Request, app: AppFacts): Promise<void> {
	await answering(request, app, async () => {});
}

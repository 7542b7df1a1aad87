import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata';
import type { IUIKitIncomingInteraction, IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUIKitIncomingInteractionActionButton } from '@rocket.chat/apps-engine/definition/uikit/IUIKitIncomingInteractionActionButton';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';

import { elementsOf, stateOf } from './view-state';
import { userForApp } from '../server/people';
import type { RocketChat } from '../server/rocket-chat';
import type { ActionButtonCall, BlockActionCall, ViewCall } from '../types';

/** The client gives up after this time, tells so, and closes the view of a submit. */
const TIMEOUT = 5000;

type Request = Record<string, unknown>;

/**
 * What the web client sends to `/api/apps/ui.interaction/:appId`, what the server makes of it
 * (`ee/server/apps/communication/uikit.ts`, 7.7.1), and what the client then does with the answer (`ActionManager.ts`).
 */
export class Interactions {
	constructor(
		private readonly server: RocketChat,
		private readonly manager: AppManager,
		private readonly appId: () => string,
	) {}

	async blockAction({ as, actionId, blockId, value, viewId, messageId, roomId, triggerId, forged }: BlockActionCall): Promise<unknown> {
		const surfaces = this.server.clients.surfaces(as);
		const shown = messageId === undefined ? (viewId === undefined ? surfaces.at(-1) : surfaces.find((surface) => surface.viewId === viewId)) : undefined;
		const message = this.server.messages.seenBy().find(({ id }) => id === messageId);
		const element = elementsOf(shown?.view.blocks ?? message?.blocks ?? []).find((candidate) => candidate.actionId === actionId);
		const room = messageId === undefined ? undefined : this.server.rooms.byId(message?.roomId ?? this.server.rooms.idOf(roomId));
		const found = messageId === undefined ? undefined : this.server.messages.forApp(messageId);
		const sent = this.trigger(as, triggerId);
		return this.answered(as, sent, {
			type: 'blockAction',
			container: messageId === undefined ? { type: 'view', id: viewId ?? shown?.viewId ?? '' } : { type: 'message', id: messageId },
			appId: this.appId(),
			actionId,
			...(found !== undefined && { message: found }),
			triggerId: sent,
			payload: { blockId: blockId ?? element?.blockId ?? 'default', value: value ?? element?.value },
			user: userForApp(this.server.people.named(as)),
			...(room !== undefined && { room: this.server.rooms.forApp(room) }),
			...forged,
		});
	}

	/** The server passes no room here, whatever the client sends. */
	async viewSubmit(call: ViewCall): Promise<unknown> {
		const started = this.server.clock();
		const triggerId = this.trigger(call.as, undefined);
		const answer = await this.answered(call.as, triggerId, {
			type: 'viewSubmit',
			appId: this.appId(),
			triggerId,
			payload: { view: this.view(call) },
			user: userForApp(this.server.people.named(call.as)),
		});
		const type = answerType(answer);
		const stays = answer === undefined || answer === null || ['errors', 'modal.update', 'contextual_bar.update'].includes(type ?? '');
		if (!stays || this.server.clock() - started >= TIMEOUT) {
			this.server.clients.dispose(call.as, call.viewId);
		}
		return answer;
	}

	/** Neither a room nor a trigger id reaches the app here. */
	async viewClosed(call: ViewCall): Promise<unknown> {
		const answer = await this.answered(call.as, this.trigger(call.as, undefined), {
			type: 'viewClosed',
			appId: this.appId(),
			user: userForApp(this.server.people.named(call.as)),
			payload: { view: this.view(call), isCleared: true },
		});
		if (answer !== undefined && answer !== null && answerType(answer) !== 'errors') {
			this.server.clients.dispose(call.as, call.viewId);
		}
		return answer;
	}

	async actionButton({ as, actionId, context, roomId, messageId, triggerId: given }: ActionButtonCall): Promise<unknown> {
		const message = messageId === undefined ? undefined : this.server.messages.forApp(messageId);
		// The menu of the user has no room; every other place of a button is in one.
		const room = context === 'userDropdownAction' ? undefined : this.server.rooms.byId(message?.room.id ?? this.server.rooms.idOf(roomId));
		const triggerId = this.trigger(as, given);
		return this.answered(as, triggerId, {
			type: 'actionButton',
			appId: this.appId(),
			actionId,
			triggerId,
			user: userForApp(this.server.people.named(as)),
			...(room !== undefined && { room: this.server.rooms.forApp(room) }),
			...(message !== undefined && { message }),
			...(message?.threadId !== undefined && { tmid: message.threadId }),
			payload: { context },
		});
	}

	private trigger(username: string, given: string | undefined): string {
		this.server.people.named(username);
		return given ?? this.server.clients.issueTrigger(username);
	}

	private view({ as, viewId, state, forged }: ViewCall): Request {
		const shown = this.server.clients.surface(as, viewId)?.view;
		return { ...(shown ?? { appId: this.appId(), id: viewId, type: 'modal', blocks: [] }), state: stateOf(shown?.blocks ?? [], state), ...forged };
	}

	private async answered(username: string, triggerId: string, request: Request): Promise<unknown> {
		// The engine's types ask for more than clients send, and forged requests have anything.
		const data = request as unknown as IUIKitIncomingInteraction & IUIKitIncomingInteractionActionButton;
		const answer: unknown = await this.manager.getListenerManager().executeListener(AppInterface.IUIKitInteractionHandler, data);
		if (answerType(answer) !== undefined) {
			this.server.clients.receive(username, { ...Object(answer), triggerId: answerTrigger(answer) ?? triggerId } as IUIKitInteraction);
		}
		return answer;
	}
}

function answerType(answer: unknown): string | undefined {
	return typeof answer === 'object' && answer !== null && 'type' in answer && typeof answer.type === 'string' ? answer.type : undefined;
}

function answerTrigger(answer: unknown): string | undefined {
	return typeof answer === 'object' && answer !== null && 'triggerId' in answer && typeof answer.triggerId === 'string' ? answer.triggerId : undefined;
}

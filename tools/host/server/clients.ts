import type { IUIKitInteraction, IUIKitSurface } from '@rocket.chat/apps-engine/definition/uikit';

import type { Changes } from './changes';
import { copy } from './copy';
import { newId } from './ids';
import type { Interaction, OpenSurface } from '../types';

/** `ActionManager.TRIGGER_TIMEOUT` of the web client (7.7.1). */
const TRIGGER_LIFETIME = 5000;

interface IncomingInteraction {
	type: string;
	triggerId?: string | null;
	view?: IUIKitSurface;
	viewId?: string;
	errors?: Record<string, string>;
}

/**
 * The web clients of all users, as far as surfaces go (`app/ui-message/client/ActionManager.ts`, 7.7.1): a trigger id is good
 * for one interaction within five seconds, whatever the interaction is; one modal and one contextual bar are shown at a time.
 */
export class Clients {
	readonly interactions: Interaction[] = [];

	private open: OpenSurface[] = [];

	private readonly triggers = new Map<string, { username: string; issuedAt: number }>();

	constructor(
		private readonly changes: Changes,
		private readonly clock: () => number,
	) {}

	issueTrigger(username: string): string {
		const id = newId();
		this.triggers.set(id, { username, issuedAt: this.clock() });
		return id;
	}

	surfaces(username: string): OpenSurface[] {
		return this.open.filter((surface) => surface.forUser === username).map(copy);
	}

	surface(username: string, viewId: string | undefined): OpenSurface | undefined {
		return this.open.find((surface) => surface.forUser === username && surface.viewId === viewId);
	}

	dispose(username: string, viewId: string): void {
		const left = this.open.filter((surface) => surface.forUser !== username || surface.viewId !== viewId);
		if (left.length !== this.open.length) {
			this.open = left;
			this.changes.announce();
		}
	}

	receive(username: string, interaction: IUIKitInteraction): void {
		// The declared type has no more than `type` and `triggerId`; what else is there depends on the type.
		const incoming = copy(interaction) as IncomingInteraction;
		const triggerId = incoming.triggerId ?? undefined;
		const accepted = this.spend(username, triggerId);
		this.interactions.push({ type: incoming.type, forUser: username, ...(triggerId !== undefined && { triggerId }), accepted, payload: copy(interaction) });
		if (accepted) {
			this.show(username, { ...incoming, triggerId });
		}
		this.changes.announce();
	}

	private spend(username: string, triggerId: string | undefined): boolean {
		if (triggerId === undefined) {
			return false;
		}
		const trigger = this.triggers.get(triggerId);
		if (trigger?.username !== username) {
			return false;
		}
		this.triggers.delete(triggerId);
		return this.clock() - trigger.issuedAt < TRIGGER_LIFETIME;
	}

	private show(username: string, { type, triggerId = '', view, viewId, errors }: Omit<IncomingInteraction, 'triggerId'> & { triggerId?: string | undefined }): void {
		switch (type) {
			case 'modal.open':
			case 'contextual_bar.open':
				if (view !== undefined) {
					const kind = type === 'modal.open' ? 'modal' : 'contextual_bar';
					this.open = this.open.filter((surface) => surface.forUser !== username || surface.kind !== kind);
					this.open.push({ kind, forUser: username, viewId: view.id, appId: view.appId, view, triggerId, updates: 0 });
				}
				return;
			case 'modal.update':
			case 'contextual_bar.update': {
				const surface = this.surface(username, view?.id);
				if (surface !== undefined && view !== undefined) {
					surface.view = { ...surface.view, ...view };
					surface.updates += 1;
				}
				return;
			}
			case 'errors': {
				const surface = this.surface(username, viewId);
				if (surface !== undefined) {
					surface.errors = errors ?? {};
				}
				return;
			}
			case 'contextual_bar.close':
				if (view !== undefined) {
					this.dispose(username, view.id);
				}
				return;
			default:
			// `modal.close` does nothing in the web client either.
		}
	}
}

import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { copy } from './copy';
import type { SentBroadcast } from '../types';

/** What one instance of a cluster tells the others (`ee/server/apps/communication/websockets.ts`, 8.x). */
export type Broadcast =
	| { readonly name: 'apps.added' | 'apps.removed' | 'apps.updated'; readonly appId: string }
	| { readonly name: 'apps.statusUpdate'; readonly appId: string; readonly status: AppStatus }
	| { readonly name: 'apps.settingUpdated'; readonly appId: string; readonly setting: ISetting };

/** Milliseconds after which a cluster that has not settled is given up. */
const PATIENCE = 60_000;

type Receiver = (broadcast: Broadcast) => Promise<void>;

/**
 * The broker between the instances of a cluster. What is sent arrives after a while, in the order in which it was sent, and nobody waits for
 * what a receiver does with it. The sender gets it too in Rocket.Chat, where it finds nothing that differs; here it does not.
 */
export class Broadcasts {
	readonly sent: SentBroadcast[] = [];

	private readonly receivers = new Map<number, Receiver>();

	private underWay = 0;

	private isClosed = false;

	/** @param delay milliseconds until the others have it */
	constructor(private readonly delay = 0) {}

	receive(instance: number, receiver: Receiver): void {
		this.receivers.set(instance, receiver);
	}

	send(from: number, broadcast: Broadcast): void {
		const setting = broadcast.name === 'apps.settingUpdated' ? { setting: broadcast.setting.id, value: copy<unknown>(broadcast.setting.value) } : {};
		this.sent.push({ name: broadcast.name, from, at: Date.now(), ...setting });
		for (const [instance, receiver] of this.receivers) {
			if (instance !== from) {
				// Dates stay dates between instances (EJSON).
				const received = copy(broadcast);
				this.underWay++;
				setTimeout(() => void this.deliver(receiver, received), this.delay);
			}
		}
	}

	/** Waits until all that was sent has arrived, and all that was done with it is done. */
	async settled(): Promise<void> {
		const deadline = Date.now() + PATIENCE;
		while (this.underWay > 0 && !this.isClosed) {
			if (Date.now() > deadline) {
				throw new Error('The instances tell each other things without end.');
			}
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	}

	close(): void {
		this.isClosed = true;
	}

	private async deliver(receiver: Receiver, broadcast: Broadcast): Promise<void> {
		try {
			if (!this.isClosed) {
				await receiver(broadcast);
			}
		} finally {
			this.underWay--;
		}
	}
}

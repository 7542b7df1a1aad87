import type { SettingsRead } from './read-settings';
import { withTimeout } from './timeout';

/** Milliseconds to wait for the end of a reading before the next begins. */
const GATHERING = 250;

/**
 * One reading for all who ask while another is under way: it begins after they have asked, so that they all get what is true then. Who asks
 * alone does not wait.
 */
export class Gathered<T> {
	private current: Promise<void> | undefined;

	private next: Promise<T> | undefined;

	/** @param read the reading, if there is none to wait for; of those who wait, the first one's is made for all */
	public async get(read: () => Promise<T>): Promise<T> {
		if (this.next === undefined && this.current === undefined) {
			return this.begin(read);
		}
		this.next ??= withTimeout<unknown>(GATHERING, this.current ?? Promise.resolve(), () => undefined).then(async () => {
			this.next = undefined;
			return this.begin(read);
		});
		return this.next;
	}

	private async begin(read: () => Promise<T>): Promise<T> {
		const reading = read();
		const end = (): void => {
			this.current = this.current === ended ? undefined : this.current;
		};
		const ended = reading.then(end, end);
		this.current = ended;
		return reading;
	}
}

/** Milliseconds that a reading may be under way and still be joined: what it finds is no older. */
const OLDEST = 2000;

/** One reading of the server's settings for all who ask while it is under way. */
export class Joined {
	private current: { readonly began: number; readonly found: Promise<SettingsRead> } | undefined;

	public async get(read: () => Promise<SettingsRead>): Promise<SettingsRead> {
		if (this.current !== undefined && Date.now() - this.current.began < OLDEST) {
			return this.current.found;
		}
		const current = { began: Date.now(), found: read() };
		this.current = current;
		try {
			return await current.found;
		} finally {
			this.current = this.current === current ? undefined : this.current;
		}
	}
}

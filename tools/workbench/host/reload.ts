import type { PageReload, Part } from '../contract';

/**
 * Makes a part anew when its sources have changed. What changes while it is being made is made after that, once. What cannot be
 * made is said in words until it can; nothing else stops for it.
 */
export class Reload {
	private readonly making = new Map<Part, Promise<void>>();
	private readonly again = new Set<Part>();
	private readonly problems = new Map<Part, string>();
	private readonly listeners = new Set<() => void>();
	private count = 0;

	/** @param make how each part is made and put in place of the former one */
	constructor(private readonly make: Readonly<Record<Part, () => Promise<void>>>) {}

	get state(): PageReload {
		return { making: [...this.making.keys()], problems: [...this.problems].map(([part, text]) => ({ part, text })), count: this.count };
	}

	/** Something of this part has changed. */
	touch(part: Part): void {
		if (this.making.has(part)) {
			this.again.add(part);
			return;
		}
		this.making.set(part, this.run(part));
		this.changed();
	}

	/** Resolves as soon as nothing is being made. */
	async settled(): Promise<void> {
		while (this.making.size > 0) {
			await Promise.all(this.making.values());
		}
	}

	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private async run(part: Part): Promise<void> {
		do {
			this.again.delete(part);
			try {
				await this.make[part]();
				this.problems.delete(part);
				this.count++;
			} catch (error) {
				this.problems.set(part, error instanceof Error ? error.message : String(error));
			}
		} while (this.again.has(part));
		this.making.delete(part);
		this.changed();
	}

	private changed(): void {
		this.listeners.forEach((listener) => listener());
	}
}

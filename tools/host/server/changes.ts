/** Tells listeners that something changed which a client would see. */
export class Changes {
	private readonly listeners = new Set<() => void>();

	announce(): void {
		for (const listener of [...this.listeners]) {
			listener();
		}
	}

	subscribe(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => {
			this.listeners.delete(listener);
		};
	}
}

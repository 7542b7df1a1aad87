/**
 * Milliseconds that one read may take. The web client forgets a trigger id after five seconds
 * (Rocket.Chat, app/ui-message/client/ActionManager.ts), and the panel opens after the reading.
 */
export const READ_LIMIT = 2000;

/**
 * Waits for an answer no longer than the limit.
 *
 * @param limit milliseconds
 * @param late what stands for an answer that did not come in time
 * @returns the answer, or what `late` gives; rejects only if the answer does so in time
 */
export async function withTimeout<T>(limit: number, answer: Promise<T>, late: () => T): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const passed = new Promise<T>((resolve) => {
		timer = setTimeout(() => resolve(late()), limit);
	});
	try {
		return await Promise.race([answer, passed]);
	} finally {
		clearTimeout(timer);
	}
}

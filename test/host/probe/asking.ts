import type { CommandCall, Engine } from '../../../tools/host/types';

/** Tells the probe to do something and gives back what it answered, to that user alone. */
export async function ask(engine: Engine, task: string, call: Partial<CommandCall> = {}): Promise<unknown> {
	const as = call.as ?? 'admin';
	const before = engine.server.messages(as).length;
	await engine.command({ as, text: `/probe ${task}`, ...call });
	const said = engine.server.messages(as).slice(before).filter(({ kind }) => kind === 'ephemeral');
	return JSON.parse(said.at(-1)?.text ?? 'null');
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!(await holds())) {
		if (Date.now() > deadline) {
			throw new Error('It did not become so in a minute.');
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
}

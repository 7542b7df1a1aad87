import { defaultPeople } from '../../tools/host/server/people';
import type { Engine, Workspace } from '../../tools/host';

/** People who ask at the same moment. */
export const CROWD = 50;

const named = (role: string): string[] => Array.from({ length: CROWD }, (_, at) => `${role}-${String(at + 1)}`);
export const ADMINS = named('crowd-admin');
export const MEMBERS = named('crowd-member');

/** That workspace with as many people as ask at once. */
export function withCrowd(workspace: Workspace): Workspace {
	const people = [[ADMINS, ['admin', 'user']] as const, [MEMBERS, ['user']] as const].flatMap(([usernames, roles]) => usernames.map((username) => ({ username, name: username, roles: [...roles], utcOffset: 0 })));
	return { ...workspace, users: [...(workspace.users ?? defaultPeople), ...people] };
}

/** What so many people who ask at once wait, beside one who asks alone. */
export interface Burst {
	/** Milliseconds: the median of one alone. */
	readonly alone: number;
	/** Milliseconds that 95 of 100 waited no longer than. */
	readonly most: number;
	/** How many were told something else than one alone. */
	readonly different: number;
}

/** Milliseconds that each of them waits. */
export async function askTogether(engine: Engine, people: readonly string[], text: string): Promise<number[]> {
	return Promise.all(
		people.map(async (as) => {
			const start = performance.now();
			await engine.command({ as, text });
			return performance.now() - start;
		}),
	);
}

/** What that person was told last and what is open for them, without what no two have: the minute, and the names that the engine makes up for the surface and its blocks. */
export function lastAnswer(engine: Engine, as: string): string {
	const said = engine.server.messages(as).filter(({ kind }) => kind === 'ephemeral').at(-1);
	const shown = engine.server.surfaces(as).at(-1);
	return JSON.stringify([said?.text, shown?.view.blocks]).replace(/\d\d:\d\d UTC|"(?:block|action)Id":"[-0-9a-f]{36}"/g, '');
}

/** Asks the same one after another, then all at once. */
export async function measureBurst(engine: Engine, text: string, people: readonly string[], rounds = 5): Promise<Burst> {
	const [first = ''] = people;
	const alone: number[] = [];
	const together: number[] = [];
	let different = 0;
	for (let round = -2; round < rounds; round += 1) {
		const times: number[] = [];
		for (let at = 0; at < 10; at += 1) {
			times.push(...(await askTogether(engine, [first], text)));
		}
		await quiet(engine);
		const answer = lastAnswer(engine, first);
		const waited = await askTogether(engine, people, text);
		await quiet(engine);
		if (round >= 0) {
			alone.push(...times);
			together.push(...waited);
			different += people.filter((as) => lastAnswer(engine, as) !== answer).length;
		}
	}
	return { alone: quantile(alone, 0.5), most: quantile(together, 0.95), different };
}

/** Calls to the server that the first save of the settings form makes: it stores every field. */
export async function measureSave(engine: Engine): Promise<number> {
	await quiet(engine);
	const before = engine.asked();
	await engine.saveAppSettings({ contact_email: 'privacy@example.org', declared_deployment: 'self-managed' });
	await quiet(engine);
	return engine.asked() - before;
}

/** Waits until the app has asked nothing for a while. */
export async function quiet(engine: Engine): Promise<void> {
	for (let before = -1; before !== engine.asked(); ) {
		before = engine.asked();
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
}

function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

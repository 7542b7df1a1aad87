import type { Engine } from '../../tools/host';
import { told } from '../doors/installed';
import { soon, statusShown } from '../doors/status-shown';

export const COMMANDS = ['privacy-notice', 'privacy-status', 'server-lookup'];
export const BUTTONS = ['open-notice', 'open-panel'];

/** Each command, asked by whom it is for, and how its last answer begins. */
export const ANSWERS: Record<string, { as: string; text: string; says: RegExp }> = {
	'privacy-status': { as: 'admin', text: '/privacy-status', says: /^(?:🟠 Data leaves this workspace in \d+ ways|⛔ Declared as Air-gapped, but \d+ findings contradict it).*The rest opens beside this room; where it does not, press “Answer here”\.$/s },
	'privacy-notice': { as: 'member', text: '/privacy-notice text', says: /^\*In short\*/ },
	'server-lookup': { as: 'member', text: '/server-lookup open.rocket.chat', says: /^Hosted by Rocket\.Chat: / },
};

/** The names of the commands that exist, and of the buttons, each as often as it is there. */
export function offered(engine: Engine): { commands: string[]; buttons: string[] } {
	return {
		commands: engine.commands().map(({ command }) => command).sort(),
		buttons: engine.actionButtons().map(({ actionId }) => actionId).sort(),
	};
}

/** The command gives its answer, and one that is new. */
export async function expectAnswer(engine: Engine, command: string): Promise<void> {
	const { as, text, says } = ANSWERS[command] ?? { as: '', text: '', says: /^never$/ };
	const before = told(engine, as).length;
	await engine.command({ as, text });
	const answered = told(engine, as).slice(before).map((message) => message.text);
	expect(answered.join('\n')).toMatch(says);
}

/** Both buttons open what they name. */
export async function expectButtons(engine: Engine): Promise<void> {
	await engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' });
	expect(engine.server.surfaces('admin').at(-1)).toMatchObject({ kind: 'contextual_bar', view: { title: { text: 'Privacy status' } } });
	await engine.actionButton({ as: 'member', actionId: 'open-notice', context: 'userDropdownAction' });
	const notice = engine.server.surfaces('member').at(-1);
	expect(notice?.kind).toBe('modal');
	expect(JSON.stringify(notice?.view.blocks)).toContain('*In short*');
}

/** A person knocks everywhere at once; whatever the server says to it, what reached people is counted. */
export async function knockEverywhere(engine: Engine): Promise<void> {
	const knocks = [
		...Object.values(ANSWERS).map(({ as, text }) => () => engine.command({ as, text })),
		() => engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' }),
		() => engine.actionButton({ as: 'member', actionId: 'open-notice', context: 'userDropdownAction' }),
		...engine.server.surfaces('admin').slice(-1).map(({ viewId }) => () => engine.blockAction({ as: 'admin', actionId: 'show', value: 'legal', viewId })),
	];
	for (const knock of knocks) {
		await knock().catch(() => undefined);
	}
}

/** Whether a script finds the app behind an address, by the whole path: it answers there as long as the app is enabled. */
export async function doorStatus(engine: Engine, path: string, token: string | null = null): Promise<number> {
	return (await engine.endpoint({ method: 'GET', path, headers: token === null ? {} : { authorization: `Bearer ${token}` } })).status;
}

/** Everything of this app that a person can have noticed. */
export function noticed(engine: Engine): number {
	return engine.server.messages().length + engine.server.interactions().length + engine.server.files().length;
}

/** Where the workspace runs, as the settings page shows it, once it does. */
export const expectWhere = async (engine: Engine, where: string): Promise<void> => soon(() => expect(statusShown(engine)['status_summary']).toBe(where));

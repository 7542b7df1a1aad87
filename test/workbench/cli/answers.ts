import type { Engine, SeenMessage, WorkspaceUser } from '../../engine/types';

/** What one user sees of an answer: its messages as text, and the files that came with it. */
export async function ask(engine: Engine, as: WorkspaceUser, command: string): Promise<string[]> {
	const { server } = engine;
	const before = new Set(server.messages(as.username).map(({ id }) => id));
	await engine.command({ as: as.username, text: command });
	return server
		.messages(as.username)
		.filter(({ id }) => !before.has(id))
		.flatMap((message) => lines(engine, message));
}

/** The content of the JSON report, as the app exports it for an admin. */
export async function report(engine: Engine, admin: WorkspaceUser): Promise<string> {
	const { server } = engine;
	const before = new Set(server.files().map(({ id }) => id));
	const said = await ask(engine, admin, '/privacy-status export json');
	const file = server.files().find(({ id }) => !before.has(id));
	if (file === undefined) {
		throw new Error(`The app made no file. It said: ${said.join(' ') || 'nothing'}`);
	}
	return file.content.toString('utf8');
}

function lines(engine: Engine, { text, fileId }: SeenMessage): string[] {
	const file = engine.server.files().find(({ id }) => id === fileId);
	return [...(text === '' ? [] : [text]), ...(file === undefined ? [] : [`File: ${file.name}`])];
}

import type { Engine, SeenMessage, StoredFile, WorkspaceUser } from '../../host/types';

/** What one user gets: messages as text, with the names of files among them, and the files. */
export interface Answer {
	lines: string[];
	files: StoredFile[];
}

export async function ask(engine: Engine, as: WorkspaceUser, command: string): Promise<Answer> {
	const { server } = engine;
	const before = new Set(server.messages(as.username).map(({ id }) => id));
	// A terminal draws neither panels nor windows: the app answers in text where it cannot open any.
	await engine.command({ as: as.username, text: command, triggerId: null });
	const messages = server.messages(as.username).filter(({ id }) => !before.has(id));
	const stored = server.files();
	return {
		lines: messages.flatMap((message) => linesOf(message, stored)),
		files: messages.flatMap(({ fileId }) => stored.filter(({ id }) => id === fileId)),
	};
}

/** The content of the JSON report, as the app exports it for an admin. */
export async function report(engine: Engine, admin: WorkspaceUser): Promise<string> {
	const { lines, files } = await ask(engine, admin, '/privacy-status export json');
	const [file] = files;
	if (file === undefined) {
		throw new Error(`The app made no file. It said: ${lines.join(' ') || 'nothing'}`);
	}
	return file.content.toString('utf8');
}

function linesOf({ text, fileId }: SeenMessage, stored: StoredFile[]): string[] {
	const file = stored.find(({ id }) => id === fileId);
	return [...(text === '' ? [] : [text]), ...(file === undefined ? [] : [`File: ${file.name}`])];
}

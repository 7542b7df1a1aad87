import { translator } from '../../../src/language/translate';
import { organisationOf } from '../../../src/settings/organisation';
import { FORMATS, toFile } from '../../../src/show/formats';
import { judgeWorkspace } from '../../export/judge';
import type { Engine, SeenMessage, StoredFile, Workspace, WorkspaceUser } from '../../host/types';
import type { Handed } from './save';

/** What one user gets: messages as text, with the names of files among them, and the files. */
export interface Answer {
	lines: string[];
	files: Handed[];
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

/** The JSON report, as a script gets it: over the endpoint, since a workspace need not take uploads. */
export async function report(engine: Engine, admin: WorkspaceUser): Promise<string> {
	const token = await tokenFor(engine, admin);
	const { status, content } = await engine.endpoint({ method: 'GET', path: 'report.json', headers: { authorization: `Bearer ${token}` } });
	if (status !== 200 || typeof content !== 'string') {
		throw new Error(`The app made no report (status ${status}).`);
	}
	return content;
}

/**
 * The file that an export would have handed over, had it not been for the uploads: the app's own, made from the same judgement. Null
 * where the command asks for none.
 *
 * @throws Error with the app's refusal where this person may not have it
 */
export async function fileInstead(engine: Engine, as: WorkspaceUser, command: string, workspace: Workspace): Promise<Handed | null> {
	const [, asked] = /^\/privacy-status\s+export\s+(\S+)\s*$/i.exec(command) ?? [];
	const format = FORMATS.find(({ id }) => id === asked?.toLowerCase());
	if (format === undefined) {
		return null;
	}
	// Whom the app makes a token for, it hands its reports.
	await tokenFor(engine, as);
	const { posture, own, signals } = await judgeWorkspace(workspace, new Date());
	const { Language: language } = signals.settings;
	const { name, content } = toFile(format.id, posture, organisationOf(own.values), translator(as.language, language.readable ? String(language.value) : undefined));
	return { name, content: Buffer.from(content, 'utf8') };
}

const TOKEN = /\bps_[0-9a-f]{16}_[0-9a-f]{64}\b/;

/** A token that lives as long as the engine. */
async function tokenFor(engine: Engine, as: WorkspaceUser): Promise<string> {
	const { lines } = await ask(engine, as, '/privacy-status token create workbench');
	const [token] = TOKEN.exec(lines.join('\n')) ?? [];
	if (token === undefined) {
		throw new Error(`The app made no report. It said: ${lines.join(' ') || 'nothing'}`);
	}
	return token;
}

function linesOf({ text, fileId }: SeenMessage, stored: StoredFile[]): string[] {
	const file = stored.find(({ id }) => id === fileId);
	return [...(text === '' ? [] : [text]), ...(file === undefined ? [] : [`File: ${file.name}`])];
}

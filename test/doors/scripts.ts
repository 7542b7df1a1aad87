import { createHash } from 'node:crypto';

import { TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { readWorkspace } from '../../tools/host';
import type { EndpointCall, Engine, Workspace } from '../../tools/host';
import { lastTold, told } from './installed';

const TOKEN = /\bps_[0-9a-f]{16}_[0-9a-f]{64}\b/;

/** Makes a token as that person, and takes it from the one message that shows it. */
export async function makeToken(engine: Engine, name: string, as = 'admin'): Promise<string> {
	await engine.command({ as, text: `/privacy-status token create ${name}` });
	return tokenIn(lastTold(engine, as).text);
}

export function tokenIn(text: string): string {
	const [token] = TOKEN.exec(text) ?? [];
	if (token === undefined) {
		throw new Error(`No token stands in: ${text}`);
	}
	return token;
}

/** The path at which scripts read the report, as an admin was last shown it. */
export function addressOf(engine: Engine, as = 'admin'): string {
	const shown = told(engine, as).flatMap(({ text }) => /https?:\/\/[^/\s]+(\/api\/apps\/\S+)/.exec(text)?.[1] ?? []);
	const [last] = shown.slice(-1);
	if (last === undefined) {
		throw new Error(`No address was shown to ${as}.`);
	}
	return last;
}

export interface ScriptAnswer {
	status: number;
	headers: Record<string, string>;
	content: string;
}

/** Calls an endpoint as a script does. */
export async function callDoor(engine: Engine, token: string | null, call: Partial<EndpointCall> = {}): Promise<ScriptAnswer> {
	const { headers, ...rest } = call;
	const answer = await engine.endpoint({ method: 'GET', path: 'report.json', ...rest, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers } });
	if (typeof answer.content !== 'string') {
		throw new Error(`The content is no text: ${JSON.stringify(answer.content)}`);
	}
	return { ...answer, content: answer.content };
}

/** The word that a script can act on; an answer that is no refusal has none. */
export function codeOf({ content }: ScriptAnswer): string | undefined {
	return (JSON.parse(content) as { error?: { code: string; message: string } }).error?.code;
}

/** A token as `openssl rand -hex 32` makes one, for the environment. */
export const GIVEN = 'c0ffee42'.repeat(8);

export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** A workspace whose server's environment gives tokens. */
export function withVariable(name: string, value: string): Workspace {
	const workspace = readWorkspace(name);
	return { ...workspace, server: { ...workspace.server, environment: { ...workspace.server.environment, [TOKEN_VARIABLE]: value } } };
}

import { readWorkspace } from '../host';
import { who } from './cli/who';
import type { WorkspaceChoice } from './contract';
import { appInfoOf } from './host/app-info';
import { bundlePage } from './host/bundle';
import { startInstalled } from './host/installed';
import { PageServer } from './host/server';
import { Session } from './host/session';
import { packagedApp } from './packaged';
import { knownWorkspaces, usersOf } from './workspaces';

export interface Workbench {
	url: string;
	close(): Promise<void>;
}

interface Opening {
	workspace: WorkspaceChoice;
	/** Whose client the page shows first: a username or a role. */
	as?: string | null;
	/** A package to install instead of this repository's app. */
	app?: Buffer;
	port: number;
	/** Told one line per step. */
	say: (line: string) => void;
}

/** Packages the app, starts the engine with it and serves the page. */
export async function openWorkbench({ workspace, as = null, app, port, say }: Opening): Promise<Workbench> {
	const user = as === null ? null : who(usersOf(workspace), as);
	if (app === undefined) {
		say('Packaging the app …');
	}
	const zip = app ?? (await packagedApp());
	const zipFor = async (inPseudo: boolean): Promise<Buffer> => (inPseudo ? packagedApp({ inPseudo }) : zip);
	say('Bundling the page …');
	const bundle = await bundlePage();

	const session = new Session(choicesWith(workspace), workspace, async (choice, inPseudo) => {
		say(`Starting the engine with the workspace ${choice.name} …`);
		const file = readWorkspace(choice.name);
		const installed = await zipFor(inPseudo);
		return { engine: await startInstalled(file, installed), workspace: file, app: appInfoOf(installed) };
	});
	const server = new PageServer(session, bundle);
	const taken = await server.listen(port, (busy) => say(`Port ${busy} is busy, trying ${busy + 1}.`));
	await session.settled();
	const url = `http://127.0.0.1:${taken}/${user === null ? '' : `?as=${encodeURIComponent(user.username)}`}`;
	say(session.problem === null ? `The workbench is open: ${url}` : `The workspace did not start (${session.problem}). Pick another one: ${url}`);

	return {
		url,
		async close() {
			await server.close();
			await session.stop();
		},
	};
}

/** The repository's workspaces, and the one from outside that was named. */
function choicesWith(workspace: WorkspaceChoice): WorkspaceChoice[] {
	const known = knownWorkspaces();
	return known.some(({ name }) => name === workspace.name) ? known : [workspace, ...known];
}

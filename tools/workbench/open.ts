import { who } from './cli/who';
import type { WorkspaceChoice } from './contract';
import { appInfoOf } from './host/app-info';
import { startInstalled } from './host/installed';
import { Reload } from './host/reload';
import { PageServer } from './host/server';
import { Session } from './host/session';
import { watchPaths } from './host/watch';
import { ownSources, type Sources } from './sources';
import { knownWorkspaces, openWorkspace, usersOf } from './workspaces';

export interface Workbench {
	url: string;
	close(): Promise<void>;
}

interface Opening {
	workspace: WorkspaceChoice;
	/** Whose client the page shows first: a username or a role. */
	as?: string | null;
	/** What is opened; this repository's app and page when left out. */
	sources?: Sources;
	/** Whether app and page are made anew when their sources change. */
	watch?: boolean;
	port: number;
	/** Told one line per step. */
	say: (line: string) => void;
}

/** Packages the app, starts the engine with it and serves the page. */
export async function openWorkbench({ workspace, as = null, sources = ownSources, watch = false, port, say }: Opening): Promise<Workbench> {
	const user = as === null ? null : who(usersOf(workspace), as);
	say('Packaging the app …');
	let packages = packagesOf((inPseudo) => sources.app({ inPseudo, quick: false }));
	await packages(false);
	say('Bundling the page …');
	const bundle = await sources.page();

	const session = new Session(choicesWith(workspace), workspace, async (choice, inPseudo, given) => {
		say(`Starting the engine with the workspace ${choice.name} …`);
		const { workspace: content, notes } = openWorkspace(choice);
		notes.forEach(say);
		const zip = given ?? (await packages(inPseudo));
		return { engine: await startInstalled(content, zip), workspace: content, app: appInfoOf(zip) };
	});
	const reload = new Reload({
		async app() {
			// Other packages are asked for only when this one could be installed: the former ones are known to run.
			const fresh = packagesOf((inPseudo) => sources.app({ inPseudo, quick: true }));
			await session.update(fresh);
			packages = fresh;
		},
		async page() {
			server.show(await sources.page());
		},
	});
	const server = new PageServer(session, bundle, watch ? reload : null);
	const watcher = watch ? await watchPaths(sources.paths, (part) => reload.touch(part), (error) => say(`The sources are not watched well: ${String(error)}`)) : null;
	const quiet = reload.onChange(() => say(lineFor(reload)));
	const taken = await server.listen(port, (busy) => say(`Port ${busy} is busy, trying ${busy + 1}.`));
	await session.settled();
	const url = `http://127.0.0.1:${taken}/${user === null ? '' : `?as=${encodeURIComponent(user.username)}`}`;
	say(session.problem === null ? `The workbench is open: ${url}` : `The workspace did not start (${session.problem}). Pick another one: ${url}`);

	return {
		url,
		async close() {
			quiet();
			await watcher?.close();
			await server.close();
			await reload.settled();
			await session.stop();
		},
	};
}

/** The package with and without the pseudo-language, each made once, when it is first asked for. */
function packagesOf(make: (inPseudo: boolean) => Promise<Buffer>): (inPseudo: boolean) => Promise<Buffer> {
	const made = new Map<boolean, Promise<Buffer>>();
	return async (inPseudo) => {
		const zip = made.get(inPseudo) ?? make(inPseudo);
		made.set(inPseudo, zip);
		try {
			return await zip;
		} catch (error) {
			made.delete(inPseudo);
			throw error;
		}
	};
}

const names = { app: 'The app', page: 'The page' };

function lineFor({ state: { making, problems } }: Reload): string {
	const [part] = making;
	if (part !== undefined) {
		return `${names[part]} has changed and is made anew …`;
	}
	return problems.length === 0 ? 'It is in place.' : problems.map(({ part: broken, text }) => `${names[broken]} could not be made anew, the former one goes on:\n${text}`).join('\n');
}

/** The repository's workspaces, and the one from outside that was named. */
function choicesWith(workspace: WorkspaceChoice): WorkspaceChoice[] {
	const known = knownWorkspaces();
	return known.some(({ name }) => name === workspace.name) ? known : [workspace, ...known];
}

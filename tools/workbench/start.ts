/**
 * The workbench: the packaged app in the real Apps-Engine, with a page to ask it in, or one answer on standard output.
 * `npm start -- --help` says how to call it.
 */
import { buffer } from 'node:stream/consumers';

import { compareAt } from '../compare/compare';
import { expectAt } from '../compare/expect';
import { ask, fileInstead, report } from './cli/answers';
import { help } from './cli/help';
import { readOptions, type Options } from './cli/options';
import { folderFor, saveFiles } from './cli/save';
import { who } from './cli/who';
import { startInstalled } from './host/installed';
import { OWN_FILE } from './groups';
import { Mistake } from './mistake';
import { packagedApp } from './packaged';
import { openWorkbench } from './open';
import { findWorkspace, knownWorkspaces, openWorkspace, usersOf, usualWorkspace } from './workspaces';

async function main(args: string[]): Promise<void> {
	const options = readOptions(args);
	switch (options.job) {
		case 'help':
			return print(help);
		case 'list':
			return print(list());
		case 'open':
			return open(options);
		case 'compare':
		case 'expect':
			return compare(options);
		default:
			return answer(options);
	}
}

function list(): string {
	const known = knownWorkspaces();
	return [...new Set(known.map(({ group }) => group))]
		.map((group) => `# ${group}\n\n${known.filter((choice) => choice.group === group).map(({ name, description }) => `${name}\n    ${description}\n`).join('')}`)
		.join('\n');
}

async function open({ workspace, as }: Extract<Options, { job: 'open' }>): Promise<void> {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// Nothing here outlives the process: the engine takes its sandbox and its files along when the process exits.
		process.once(signal, () => process.exit());
	}
	await openWorkbench({
		workspace: workspace === null ? usualWorkspace() : findWorkspace(workspace),
		as,
		watch: true,
		port: portFrom(process.env['PORT']),
		say,
	});
	await new Promise<never>(() => {});
}

async function answer(options: Extract<Options, { job: 'command' | 'report' }>): Promise<void> {
	const workspace = options.workspace === null ? usualWorkspace() : findWorkspace(options.workspace);
	const { workspace: content, notes } = openWorkspace(workspace);
	notes.forEach(say);
	const user = who(usersOf(workspace), options.as);
	const folder = options.job === 'command' && options.save !== null ? folderFor(options.save) : null;
	say('Packaging the app …');
	const zip = await packagedApp();
	say(`Starting the engine with the workspace ${workspace.name} …`);
	const engine = await startInstalled(content, zip);
	try {
		if (options.job === 'report') {
			await print(await report(engine, user));
		} else {
			say(`${user.name} (${user.roles.join(', ')}) asks: ${options.command}`);
			const { lines, files } = await ask(engine, user, options.command);
			// Of one of ours, an answer without a file is what there is to see.
			const isHandedOver = workspace.group !== OWN_FILE || files.length > 0;
			const instead = isHandedOver ? null : await fileInstead(engine, user, options.command, content);
			if (instead !== null) {
				files.push(instead);
				lines.push(`File: ${instead.name}`);
				say('The workspace takes no uploads, so the file was made here.');
			}
			if (folder !== null && files.length === 0) {
				say('No file was handed over, so none is saved.');
			}
			const saved = folder === null ? [] : saveFiles(files, folder).map((path) => `Saved: ${path}`);
			await print([...lines, ...saved].map((line) => `${line}\n`).join('\n'));
		}
	} finally {
		await engine.stop();
	}
}

/** Needs no engine and no package. An unexpected failure is no difference, which exit code 1 says here. */
async function compare(options: Extract<Options, { job: 'compare' | 'expect' }>): Promise<void> {
	process.exitCode = 2;
	const { paths, form } = options;
	const standardInput = (): Promise<Buffer> => buffer(process.stdin);
	const { status, text, problems } = await (options.job === 'compare' ? compareAt(paths, form, standardInput, new Date()) : expectAt(paths, options.policy, form, standardInput, new Date()));
	problems.forEach(say);
	if (text !== '') {
		await print(text);
	}
	process.exitCode = status;
}

function portFrom(text: string | undefined): number {
	if (text === undefined || text === '') {
		return 3333;
	}
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Mistake(`PORT must be a number between 0 and 65535; it is "${text}".`);
	}
	return port;
}

/** Progress: never on standard output, which carries the answer alone. */
function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

function print(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => (error ? reject(error) : resolve()));
	});
}

main(process.argv.slice(2)).then(
	() => process.exit(),
	(error: unknown) => {
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`${message}\n`);
		process.exit(error instanceof Mistake ? 2 : (process.exitCode ?? 1));
	},
);

import { readFileSync } from 'node:fs';
import path from 'node:path';

import AdmZip from 'adm-zip';

import manifest from '../../app.json';
import { buildPackage } from '../../tools/package/package';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine, EngineOptions, SeenMessage, Workspace } from '../../tools/host';
import { runtime } from '../host/runtime';

/**
 * How engines are started for tests: that a machine is slow for a while is none of what they try. The clients' clock stands still, so that no
 * trigger id grows old, and the engine waits for an answer until the test itself is given up.
 */
export function unhurried(): EngineOptions {
	const start = Date.now();
	return { runtime, now: () => start, timeout: 180_000 };
}

/** Milliseconds until something is done. */
export async function waitingFor(work: () => Promise<void>): Promise<number> {
	const start = Date.now();
	await work();
	return Date.now() - start;
}

function named(workspace: string | Workspace): Workspace {
	return typeof workspace === 'string' ? readWorkspace(workspace) : workspace;
}

/** One engine for all tests of a block, each of which leaves the app as it was. No other may run meanwhile: there is one in a process. */
export function installedOnce(workspace: string | Workspace): () => Engine {
	let running: Engine | undefined;
	beforeAll(async () => {
		running = await startEngine(named(workspace), unhurried());
		await running.install(readFileSync(await buildPackage()));
	});
	afterAll(() => running?.stop());
	return () => {
		if (running === undefined) {
			throw new Error('The engine of this block has not been started.');
		}
		return running;
	};
}

/** Runs the packaged app in the real engine on a workspace (its name, or the thing itself), and ends the engine whatever happens. */
export async function withApp<T>(workspace: string | Workspace, work: (engine: Engine) => Promise<T>): Promise<T> {
	const engine = await startEngine(named(workspace), unhurried());
	try {
		await engine.install(readFileSync(await buildPackage()));
		return await work(engine);
	} finally {
		await engine.stop();
	}
}

/** An earlier version, as it was released; if the app has been assigned another id since, under that one. */
export function previousRelease(version: '0.1.0' | '0.2.0' = '0.1.0'): Buffer {
	const released = new AdmZip(path.join(__dirname, '..', 'package', 'releases', `privacy-status_${version}.zip`));
	const { id } = JSON.parse(released.readAsText('app.json')) as { id: string };
	const inVariables = (each: string): string => each.toUpperCase().replaceAll('-', '_');
	for (const entry of released.getEntries().filter(({ entryName }) => /\.(?:js|json)$/.test(entryName))) {
		const text = entry.getData().toString('utf8');
		entry.setData(Buffer.from(text.replaceAll(id, manifest.id).replaceAll(inVariables(id), inVariables(manifest.id))));
	}
	return released.toBuffer();
}

/** The same after an upgrade from the previous version, in which the workspace's settings of the app were saved. */
export async function withUpgrade<T>(workspace: Workspace, work: (engine: Engine) => Promise<T>): Promise<T> {
	const engine = await startEngine(workspace, unhurried());
	try {
		await engine.install(previousRelease());
		await engine.update(readFileSync(await buildPackage()));
		return await work(engine);
	} finally {
		await engine.stop();
	}
}

/** What the app said to that person alone, oldest first. */
export function told(engine: Engine, username: string): SeenMessage[] {
	return engine.server.messages(username).filter(({ kind }) => kind === 'ephemeral');
}

/** The last thing that the app said to that person alone. */
export function lastTold(engine: Engine, username: string): SeenMessage {
	const last = told(engine, username).at(-1);
	if (last === undefined) {
		throw new Error(`The app said nothing to ${username}.`);
	}
	return last;
}

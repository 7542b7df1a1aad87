import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { nameable } from './names';
import { Unreadable } from './read';

/** Standard input, as the command line names it. */
export const STANDARD_INPUT = '-';

/** One text, with what it is called; asking for it throws `Unreadable` where there is none. */
export interface Input {
	readonly source: string;
	readonly text: () => string;
}

/**
 * What the paths name, one after the other, so that no two files need be held at a time: files, all `*.json` of folders, and standard input.
 *
 * @param standardInput all of it, once
 */
export async function* inputsOf(paths: readonly string[], standardInput: () => Promise<Buffer>): AsyncGenerator<Input> {
	for (const [at, path] of paths.entries()) {
		if (path !== STANDARD_INPUT) {
			yield* isFolder(path) ? filesIn(path) : [fileAt(path)];
		} else if (paths.indexOf(path) === at) {
			yield* linesOf(decoded(await standardInput()));
		}
	}
}

/** Reports line by line where a line is a whole report; anything else on standard input is one text. */
function linesOf(text: string): Input[] {
	const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ source: `line ${String(at + 1)} of standard input`, text: () => line }]));
	return lines.length > 1 && lines.some((line) => isReport(line.text())) ? lines : [{ source: 'standard input', text: () => text }];
}

function isReport(line: string): boolean {
	// Looking is a hundred times quicker than parsing.
	if (!/^\s*\{/.test(line) || !line.includes('"schemaVersion"')) {
		return false;
	}
	try {
		return 'schemaVersion' in (JSON.parse(line) as object);
	} catch {
		return false;
	}
}

/** A file; where it cannot be read, asking for its text says so. */
export function fileAt(path: string): Input {
	return { source: path, text: () => decoded(reading(path, () => readFileSync(path))) };
}

function filesIn(folder: string): Input[] {
	try {
		const names = reading(folder, () => readdirSync(folder)).filter((name) => /\.json$/i.test(name));
		return names.length === 0 ? [unreadable(folder, new Unreadable(`${nameable(folder)} is a folder without a file *.json.`))] : names.sort().map((name) => fileAt(join(folder, name)));
	} catch (error) {
		return [unreadable(folder, error)];
	}
}

function unreadable(source: string, error: unknown): Input {
	return {
		source,
		text: () => {
			throw error;
		},
	};
}

/** What is not there is not a folder: reading it says why. */
function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

function reading<T>(path: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'for an unknown reason';
		throw new Unreadable(`${nameable(path)} could not be read (${code}).`);
	}
}

/** As text: UTF-8, or UTF-16 as Windows PowerShell writes what is redirected to a file, which a mark at its beginning shows. */
function decoded(bytes: Buffer): string {
	const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
}

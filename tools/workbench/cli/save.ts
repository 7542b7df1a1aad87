import { mkdirSync, writeFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { Mistake } from '../mistake';

/** A file as somebody is handed it. */
export interface Handed {
	name: string;
	content: Buffer;
}

/** Makes the folder if it is not there yet, so that a bad one is known before anything is started. */
export function folderFor(path: string): string {
	const folder = resolve(path);
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		throw new Mistake(`Files cannot be saved to ${folder} (${codeOf(error) ?? 'it cannot be made'}).`);
	}
	return folder;
}

/**
 * Writes the files and returns their paths. What is there already stays: a second file of that name gets a number.
 *
 * @throws Mistake when the folder takes no file
 */
export function saveFiles(files: readonly Handed[], folder: string): string[] {
	return files.map(({ name, content }) => {
		// The name is the app's: only its last part counts, so that it cannot lead out of the folder.
		const { name: stem, ext } = parse(name.replace(/\\/g, '/'));
		for (let number = 1; ; number++) {
			const path = join(folder, `${stem === '' || stem === '.' || stem === '..' ? 'file' : stem}${number === 1 ? '' : `-${number}`}${ext}`);
			if (written(path, content)) {
				return path;
			}
		}
	});
}

/** False when something of that name is there already. */
function written(path: string, content: Buffer): boolean {
	try {
		writeFileSync(path, content, { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') {
			return false;
		}
		throw new Mistake(`${path} cannot be written (${codeOf(error) ?? 'for an unknown reason'}).`);
	}
}

function codeOf(error: unknown): string | null {
	return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

import * as fs from 'node:fs';
import * as path from 'node:path';

/** What a file of the cache holds; undefined where it is not there. */
export function kept(file: string): string | undefined {
	return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** Writes a file of the cache. Several processes may do so at once: the rename is atomic, and whoever reads sees a whole file. */
export function keep(file: string, text: string): void {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}.${Date.now()}`;
	fs.writeFileSync(draft, text, { mode: 0o600 });
	fs.renameSync(draft, file);
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { FONTS } from './fonts';

/** The page as the browser gets it: one script and one style sheet, fonts included, nothing from elsewhere. */
export interface Bundle {
	script: Buffer;
	style: Buffer;
	/** Another one for each bundle of other sources. */
	version: string;
}

const root = join(__dirname, '..', '..', '..');
const workbench = join(__dirname, '..');
const cache = join(root, 'node_modules', '.cache', 'workbench');

/** Bundles the page; a second start with the same sources reads the first one's result. */
export async function bundlePage(): Promise<Bundle> {
	const version = fingerprint();
	const folder = join(cache, `page-${version}`);
	if (!existsSync(folder)) {
		const fresh = `${folder}.${process.pid}`;
		mkdirSync(fresh, { recursive: true });
		try {
			await buildInto(fresh);
		} catch (error) {
			rmSync(fresh, { recursive: true });
			throw error;
		}
		forgetOthers();
		try {
			renameSync(fresh, folder);
		} catch (error) {
			// Somebody else put the same bundle there first.
			if (!existsSync(folder)) {
				throw error;
			}
			rmSync(fresh, { recursive: true });
		}
	}
	return { script: readFileSync(join(folder, 'page.js')), style: readFileSync(join(folder, 'page.css')), version };
}

async function buildInto(folder: string): Promise<void> {
	const result = await build({
		entryPoints: { page: join(workbench, 'page', 'index.tsx') },
		absWorkingDir: root,
		outdir: folder,
		bundle: true,
		write: false,
		format: 'iife',
		platform: 'browser',
		target: 'es2021',
		jsx: 'automatic',
		minify: true,
		define: { 'process.env.NODE_ENV': '"production"' },
		// Every browser that can run this takes woff2.
		loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
		// The server has it: it is large, and many a page needs it not.
		external: Object.keys(FONTS),
		// What goes wrong is in the error.
		logLevel: 'silent',
	});
	for (const file of result.outputFiles) {
		writeFileSync(file.path, file.contents);
	}
}

function fingerprint(): string {
	const hash = createHash('sha256');
	const page = join(workbench, 'page');
	const sources = readdirSync(page, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const file of [...sources, join(workbench, 'contract.ts'), __filename, join(root, 'package-lock.json')]) {
		hash.update(file).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}

function forgetOthers(): void {
	for (const name of readdirSync(cache)) {
		if (/^page-[0-9a-f]{16}$/.test(name)) {
			rmSync(join(cache, name), { recursive: true, force: true });
		}
	}
}

/**
 * Makes everything that is published, or carried into a network of its own, in one folder.
 *
 *     npm run release       at dist/release/
 *
 * The same sources give the same bytes, so that whoever has the sources can make the sums again. How each part is meant, and how to
 * check it: docs/release.md.
 */
import AdmZip from 'adm-zip';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { gaps } from '../docs/translations';
import { buildPackage } from '../package/package';
import { pageOf } from './page';
import { billOf } from './sbom';
import { sourcePackage } from './source';
import { submissionPackage } from './submission';

const ROOT = path.resolve(__dirname, '..', '..');
const FOLDER = 'dist/release';
const SUMS = 'SHA256SUMS';

/** Path inside the release folder, with forward slashes → content. */
export type Release = ReadonlyMap<string, Buffer>;

/**
 * All files of a release; SHA256SUMS has the sum of every other.
 *
 * @param compiled the package as `npm run package` makes it
 * @param submission what is uploaded to the marketplace
 * @throws Error with one sentence when something that belongs to a release is missing
 */
export function releaseOf(compiled: Buffer, submission: Buffer): Release {
	const archive = new AdmZip(compiled);
	const { name, nameSlug, version } = JSON.parse(archive.readAsText('app.json')) as { name: string; nameSlug: string; version: string };
	const changelog = needed('CHANGELOG.md');
	if (!changelog.toString('utf8').includes(`\n## [${version}]`)) {
		throw new Error(`CHANGELOG.md has no entry for version ${version}.`);
	}
	const { html, attached } = pageOf('README.md', present, `${name} ${version}`);
	const files = new Map<string, Buffer>([
		[`${nameSlug}_${version}.zip`, compiled],
		[`${nameSlug}_${version}_source.zip`, sourcePackage(ROOT)],
		[`${nameSlug}_${version}_submission.zip`, submission],
		['sbom.cdx.json', Buffer.from(billOf(compiled, needed('package-lock.json').toString('utf8')))],
		['README.html', Buffer.from(html)],
		['CHANGELOG.md', changelog],
		['LICENSE', needed('LICENSE')],
		['THIRD-PARTY-LICENSES.txt', fromPackage(archive, 'THIRD-PARTY-LICENSES.txt')],
		...attached.map((file): [string, Buffer] => [file, needed(file)]),
	]);
	const sums = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, content]) => `${sum(content)}  ${file}\n`);
	return files.set(SUMS, Buffer.from(sums.join('')));
}

/**
 * A release has every text in every language: what is not translated is told in English while work is going on, and not longer.
 *
 * @param gaps what each language lacks
 * @throws Error that lists what is missing, a line for each language
 */
export function refuseGaps(gaps: ReadonlyMap<string, readonly string[]>): void {
	if (gaps.size > 0) {
		const lines = [...gaps].map(([language, missing]) => `  ${language} lacks ${String(missing.length)}: ${missing.join(', ')}`);
		throw new Error(`A release has every text in every language. Translate in i18n/:\n${lines.join('\n')}`);
	}
}

/** The SHA-256 sum, as `sha256sum` writes it. */
function sum(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}

function present(name: string): Buffer | undefined {
	const file = path.join(ROOT, name);
	return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true ? fs.readFileSync(file) : undefined;
}

function needed(name: string): Buffer {
	const content = present(name);
	if (content === undefined) {
		throw new Error(`The release needs ${name}, which is not there.`);
	}
	return content;
}

function fromPackage(archive: AdmZip, name: string): Buffer {
	const content = archive.readFile(name);
	if (content === null) {
		throw new Error(`The package holds no ${name}.`);
	}
	return content;
}

async function main(flags: string[]): Promise<void> {
	if (flags.length > 0) {
		throw new Error(`Unknown: ${flags.join(' ')}. npm run release takes nothing.`);
	}
	refuseGaps(gaps());
	const release = releaseOf(fs.readFileSync(await buildPackage({ fast: false, fresh: true })), await submissionPackage(ROOT));
	const folder = path.join(ROOT, FOLDER);
	// Nothing of an earlier release stays beside this one.
	fs.rmSync(folder, { recursive: true, force: true });
	for (const [name, content] of release) {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, content);
	}
	console.log(`${FOLDER}/`);
	for (const [name, content] of release) {
		console.log(`  ${sum(content)}  ${(content.length / 1000).toFixed(1).padStart(8)} kB  ${name}`);
	}
}

if (require.main === module) {
	main(process.argv.slice(2)).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}

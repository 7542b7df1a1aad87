import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import AdmZip from 'adm-zip';

import { buildPackage } from '../../tools/package/package';
import type { Release } from '../../tools/release/release';
import { refuseGaps, releaseOf } from '../../tools/release/release';
import { submissionPackage } from '../../tools/release/submission';

const ROOT = path.resolve(__dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

let compiled: Buffer;
let submission: Buffer;
let release: Release;

beforeAll(async () => {
	compiled = readFileSync(await buildPackage({ fast: false }));
	submission = await submissionPackage(ROOT);
	release = releaseOf(compiled, submission);
});

test('it holds what a reader, an installer and a reviewer need, and nothing else', () => {
	expect([...release.keys()].sort()).toEqual(
		[
			`privacy-status_${version}.zip`,
			`privacy-status_${version}_source.zip`,
			`privacy-status_${version}_submission.zip`,
			'CHANGELOG.md',
			'LICENSE',
			'README.html',
			'SHA256SUMS',
			'THIRD-PARTY-LICENSES.txt',
			'docs/report.schema.json',
			'sbom.cdx.json',
		].sort(),
	);
});

test('its zip is the package, to the byte', () => {
	expect(release.get(`privacy-status_${version}.zip`)?.equals(compiled)).toBe(true);
});

test('two runs give the same bytes', () => {
	const again = releaseOf(compiled, submission);
	expect([...again.keys()]).toEqual([...release.keys()]);
	for (const [name, content] of release) {
		expect({ name, same: again.get(name)?.equals(content) }).toEqual({ name, same: true });
	}
});

test('SHA256SUMS is what sha256sum writes, with the sum of every other file', () => {
	const sums = String(release.get('SHA256SUMS'));
	expect(sums).toMatch(/^(?:[0-9a-f]{64} {2}\S+\n)+$/);
	const named = new Map(sums.trim().split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
	expect([...named.keys()].sort()).toEqual([...release.keys()].filter((name) => name !== 'SHA256SUMS').sort());
	for (const [name, sum] of named) {
		expect({ name, sum: createHash('sha256').update(release.get(name) ?? '').digest('hex') }).toEqual({ name, sum });
	}
});

test('no file names a folder of the machine it was made on', () => {
	const folders = [ROOT, os.homedir()].filter((folder) => folder.length > 4);
	for (const [name, content] of release) {
		const texts = name.endsWith('.zip') ? new AdmZip(content).getEntries().map((entry) => entry.getData()) : [content];
		const found = folders.filter((folder) => texts.some((text) => new RegExp(`(?<![\\w.])${folder}/`).test(text.toString('latin1'))));
		expect({ name, found }).toEqual({ name, found: [] });
	}
});

test('a version without an entry in the changelog is refused in one sentence', () => {
	const archive = new AdmZip(compiled);
	const manifest = JSON.parse(archive.readAsText('app.json')) as { version: string };
	archive.updateFile('app.json', Buffer.from(JSON.stringify({ ...manifest, version: '99.0.0' })));
	expect(() => releaseOf(archive.toBuffer(), submission)).toThrow('CHANGELOG.md has no entry for version 99.0.0.');
});

test('a package without the licences of what is in it is refused in one sentence', () => {
	const archive = new AdmZip(compiled);
	archive.deleteFile('THIRD-PARTY-LICENSES.txt');
	expect(() => releaseOf(archive.toBuffer(), submission)).toThrow('The package holds no THIRD-PARTY-LICENSES.txt.');
});

describe('a release', () => {
	test('is refused while a language lacks a text, and says which', () => {
		expect(() => refuseGaps(new Map([['de', ['failed', 'refusal']]]))).toThrow('de lacks 2: failed, refusal');
	});

	test('is made when nothing is missing', () => {
		expect(() => refuseGaps(new Map())).not.toThrow();
	});
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import AdmZip from 'adm-zip';

import { buildPackage } from '../../tools/package/package';
import { billOf, bundledIn } from '../../tools/release/sbom';
import { objectionsTo } from './cyclonedx';

const ROOT = path.resolve(__dirname, '../..');
const lockFile = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
const { dependencies, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string>; version: string };

interface Component {
	type: string;
	'bom-ref': string;
	name: string;
	version: string;
	licenses: { license: { id: string } }[];
	hashes: { alg: string; content: string }[];
	purl: string;
}

interface Bill {
	bomFormat: string;
	specVersion: string;
	serialNumber: string;
	version: number;
	metadata: { component: Component };
	components: Component[];
	dependencies: { ref: string; dependsOn: string[] }[];
	compositions: { aggregate: string; assemblies: string[]; dependencies: string[] }[];
}

let compiled: Buffer;
let bill: Bill;

beforeAll(async () => {
	compiled = readFileSync(await buildPackage({ fast: false }));
	bill = JSON.parse(billOf(compiled, lockFile)) as Bill;
});

test('it has the form that CycloneDX 1.6 asks for, by its own schema', () => {
	expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
	expect(objectionsTo(bill)).toEqual([]);
	expect(objectionsTo({ ...bill, serialNumber: 'none' })).toEqual([expect.stringMatching(/^\/serialNumber must match pattern/)]);
	expect(objectionsTo({ ...bill, more: true })).not.toEqual([]);
	for (const component of [bill.metadata.component, ...bill.components]) {
		expect(component.purl).toMatch(/^pkg:(?:npm|generic)\/[\w%./-]+@[\w.+-]+$/);
		expect(component.licenses).toHaveLength(1);
		expect(component.hashes.length).toBeGreaterThan(0);
	}
});

test('every reference leads to a component, and no two share a name', () => {
	const refs = [bill.metadata.component, ...bill.components].map((component) => component['bom-ref']);
	expect(new Set(refs).size).toBe(refs.length);
	expect(bill.dependencies.map(({ ref }) => ref)).toEqual(refs);
	const named = [...bill.dependencies.flatMap(({ dependsOn }) => dependsOn), ...bill.compositions.flatMap((each) => [...each.assemblies, ...each.dependencies])];
	expect(named.filter((ref) => !refs.includes(ref))).toEqual([]);
});

test('the app is in it, with the sum of the very zip', () => {
	const sum = createHash('sha256').update(compiled).digest('hex');
	expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'Privacy Status', version, licenses: [{ license: { id: 'MIT' } }], hashes: [{ alg: 'SHA-256', content: sum }] });
});

test('of npm’s packages exactly those are in it that ship, as the lock file has them', () => {
	expect(Object.fromEntries(bill.components.map((component) => [component.name, component.version]))).toEqual(dependencies);
	const { packages } = JSON.parse(lockFile) as { packages: Record<string, { integrity?: string }> };
	for (const { name, hashes, licenses, purl, version: shipped } of bill.components) {
		expect(purl).toBe(`pkg:npm/${name}@${shipped}`);
		expect(licenses).toEqual([{ license: { id: 'MIT' } }]);
		expect(`sha512-${Buffer.from(hashes[0]?.content ?? '', 'hex').toString('base64')}`).toBe(packages[`node_modules/${name}`]?.integrity);
	}
});

test('nothing in it depends on when or where it was made', () => {
	expect(billOf(compiled, lockFile)).toBe(billOf(compiled, lockFile));
	expect(JSON.stringify(bill)).not.toMatch(/timestamp|\d{4}-\d{2}-\d{2}T/);
});

test('another package has another serial number', () => {
	const archive = new AdmZip(compiled);
	archive.addFile('more.txt', Buffer.from('more'));
	const other = JSON.parse(billOf(archive.toBuffer(), lockFile)) as Bill;
	expect(other.serialNumber).not.toBe(bill.serialNumber);
});

test.each([
	['is locked in another version', { 'node_modules/zod': { version: '1.0.0', license: 'MIT', integrity: 'sha512-AAAA' } }, /package-lock\.json says 1\.0\.0/],
	['is not locked', {}, /package-lock\.json says nothing of it/],
	['has no hash', { 'node_modules/zod': { version: '=', license: 'MIT' } }, /no SHA-512 hash or no licence for zod/],
	['has no licence', { 'node_modules/zod': { version: '=', integrity: 'sha512-AAAA' } }, /no SHA-512 hash or no licence for zod/],
])('a bundled package that %s is refused', (_what, packages, reason) => {
	const lock = JSON.stringify({ packages }).replace('"="', JSON.stringify(dependencies['zod']));
	expect(() => billOf(compiled, lock)).toThrow(reason);
});

test('a list of licences that does not name its packages is refused', () => {
	expect(bundledIn('This package contains code.\n\n----\n\n@scope/name 1.2.3-beta.1\n\nMIT\n\n----\n\nzod 4.0.0\n\nMIT\n')).toEqual([
		{ name: '@scope/name', version: '1.2.3-beta.1' },
		{ name: 'zod', version: '4.0.0' },
	]);
	expect(() => bundledIn('This package contains code.\n\n----\n\nMIT License\n')).toThrow('does not begin with a package and its version');
});

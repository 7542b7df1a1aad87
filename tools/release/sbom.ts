/**
 * The bill of materials: what is inside the compiled package, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/).
 *
 * It lists what ships, not what was used to build and test: the app and the npm packages that esbuild put into it. The engine is the
 * host's and is not in the package.
 */
import AdmZip from 'adm-zip';
import { createHash } from 'node:crypto';

interface Manifest {
	name: string;
	nameSlug: string;
	version: string;
	description: string;
	author: { name: string; homepage: string; support: string };
}

interface LockFile {
	packages: Record<string, { version?: string; integrity?: string; license?: string } | undefined>;
}

interface Component {
	type: 'application' | 'library';
	'bom-ref': string;
	name: string;
	version: string;
	licenses: { license: { id: string } }[];
	hashes: { alg: 'SHA-256' | 'SHA-512'; content: string }[];
	purl: string;
	[other: string]: unknown;
}

/**
 * The bill of a compiled package. Without a time, so that the same package has the same bill.
 *
 * @param compiled the zip
 * @param lockFile package-lock.json: npm's hash of each package that was bundled
 * @throws Error when the package holds something that the lock file does not know, or that says nothing of its licence
 */
export function billOf(compiled: Buffer, lockFile: string): string {
	const archive = new AdmZip(compiled);
	const manifest = JSON.parse(archive.readAsText('app.json')) as Manifest;
	const lock = JSON.parse(lockFile) as LockFile;
	const libraries = bundledIn(archive.readAsText('THIRD-PARTY-LICENSES.txt')).map((bundled) => library(bundled, lock));
	const app = application(manifest, compiled);
	const bill = {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		serialNumber: `urn:uuid:${uuidFrom(compiled)}`,
		version: 1,
		metadata: { lifecycles: [{ phase: 'build' }], component: app },
		components: libraries,
		dependencies: [
			{ ref: app['bom-ref'], dependsOn: libraries.map((each) => each['bom-ref']) },
			...libraries.map((each) => ({ ref: each['bom-ref'], dependsOn: [] })),
		],
		compositions: [{ aggregate: 'complete', assemblies: [app['bom-ref']], dependencies: [app['bom-ref']] }],
	};
	return `${JSON.stringify(bill, null, 2)}\n`;
}

interface Bundled {
	name: string;
	version: string;
}

/**
 * The npm packages in a bundle, from the list of licences that packaging makes of what esbuild really took.
 *
 * @throws Error when the list is not the one that packaging makes
 */
export function bundledIn(licences: string): Bundled[] {
	const [, ...texts] = licences.split(/^----\n\n/m);
	return texts.map((text) => {
		const [, name, version] = /^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*)\n/.exec(text) ?? [];
		if (name === undefined || version === undefined) {
			throw new Error('THIRD-PARTY-LICENSES.txt has a part that does not begin with a package and its version.');
		}
		return { name, version };
	});
}

function application({ name, nameSlug, version, description, author }: Manifest, compiled: Buffer): Component {
	const purl = `pkg:generic/${nameSlug}@${version}`;
	return {
		type: 'application',
		'bom-ref': purl,
		name,
		version,
		description,
		authors: [{ name: author.name }],
		licenses: [{ license: { id: 'MIT' } }],
		hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(compiled).digest('hex') }],
		purl,
		externalReferences: [
			{ type: 'website', url: author.homepage },
			{ type: 'issue-tracker', url: author.support },
		],
	};
}

function library({ name, version }: Bundled, { packages }: LockFile): Component {
	const locked = packages[`node_modules/${name}`];
	if (locked?.version !== version) {
		throw new Error(`The package holds ${name} ${version}; package-lock.json says ${locked?.version ?? 'nothing of it'}.`);
	}
	const hash = /^sha512-(\S+)$/.exec(locked.integrity ?? '')?.[1];
	if (hash === undefined || locked.license === undefined) {
		throw new Error(`package-lock.json has no SHA-512 hash or no licence for ${name}.`);
	}
	const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
	return {
		type: 'library',
		'bom-ref': purl,
		name,
		version,
		scope: 'required',
		licenses: [{ license: { id: locked.license } }],
		// Of the file that npm downloads, as npm itself checks it.
		hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
		purl,
	};
}

/** A UUID of version 8 (RFC 9562: made by a rule of one's own), here from the content. */
function uuidFrom(content: Buffer): string {
	const hex = createHash('sha256').update('sbom\0').update(content).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

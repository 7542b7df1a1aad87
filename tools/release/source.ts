/**
 * The source package: what somebody needs to read the app, check it and make the same compiled package from it.
 *
 * It follows `rc-apps package --no-compile` (the folder as it is, without tests, node_modules, dist and dot files), which
 * cannot be asked itself: version 1.9.0 compiles first even then, and fails on anything that comes from npm. Where that
 * command leaves out what compiling needs (lock file, compiler settings) or what a reader needs (README.md), this does not.
 */
import fs from 'node:fs';
import path from 'node:path';

import { zip } from '../package/package';

/** Files and folders of the repository that go in. Not needed by a reader or a compiler, and left out: tests, pictures, the workbench. */
export const SOURCES = [
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'LICENSE',
	'README.md',
	'app.json',
	'docs/accepted.md',
	'docs/air-gap.md',
	'docs/compare.md',
	'docs/compatibility.md',
	'docs/cost.md',
	'docs/exports.md',
	'docs/flows.md',
	'docs/install.md',
	'docs/marketplace.md',
	'docs/release.md',
	'docs/report.schema.json',
	'docs/reports.md',
	'docs/scripts.md',
	'docs/settings.md',
	'docs/translating.md',
	'docs/verdict.md',
	'i18n',
	'icon.png',
	'package-lock.json',
	'package.json',
	'tools/run/ensure-installed.mjs',
	'tools/package',
	'src',
	'tsconfig.app.json',
	'tsconfig.json',
];

/**
 * The source package as a zip: sorted, and with one time for all, so that the same sources give the same bytes.
 *
 * @param root the repository
 * @throws Error naming what the repository lacks
 */
export function sourcePackage(root: string): Buffer {
	const names = SOURCES.flatMap((source) => filesOf(root, source));
	return zip(new Map(names.map((name) => [name, fs.readFileSync(path.join(root, name))])));
}

/** The files at or below a path of the repository, with forward slashes; without those whose name begins with a dot. */
function filesOf(root: string, name: string): string[] {
	const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false });
	if (stat === undefined) {
		throw new Error(`The source package needs ${name}, which is not there.`);
	}
	if (!stat.isDirectory()) {
		return [name];
	}
	const children = fs.readdirSync(path.join(root, name)).filter((child) => !child.startsWith('.'));
	return children.flatMap((child) => filesOf(root, `${name}/${child}`));
}

import { readFile } from 'node:fs/promises';
import { buildPackage } from '../package/package';
import type { PackageOptions } from '../package/package';

/** The app as it is uploaded to a server. */
export async function packagedApp(options: PackageOptions = {}): Promise<Buffer> {
	return readFile(await buildPackage(options));
}

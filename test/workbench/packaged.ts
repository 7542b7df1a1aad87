import { readFile } from 'node:fs/promises';
import { buildPackage } from '../../scripts/package';

/** The app as it is uploaded to a server. */
export async function packagedApp(): Promise<Buffer> {
	return readFile(await buildPackage());
}

import AdmZip from 'adm-zip';
import { z } from 'zod';
import type { PageApp } from '../contract';

const manifest = z.object({ name: z.string(), version: z.string(), author: z.object({ name: z.string() }), iconFile: z.string() });

/** What a package says of itself. */
export interface AppInfo {
	app: PageApp;
	/** The picture beside its name, or null where there is none. */
	icon: Buffer | null;
}

export function appInfoOf(zip: Buffer): AppInfo {
	const archive = new AdmZip(zip);
	const { name, version, author, iconFile } = manifest.parse(JSON.parse(archive.readAsText('app.json')));
	return { app: { name, version, author: author.name }, icon: archive.readFile(iconFile) };
}

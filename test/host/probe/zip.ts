import * as path from 'node:path';

import AdmZip from 'adm-zip';
import { buildSync } from 'esbuild';

const ALL_PERMISSIONS = [
	'slashcommand',
	'api',
	'persistence',
	'scheduler',
	'message.write',
	'ui.interact',
	'ui.registerButtons',
	'env.read',
	'upload.write',
	'room.read',
	'room.write',
	'user.read',
];

let probe: string | undefined;

/** An app for tests, in one file. The engine takes the first export of the file for the app's class. */
export function bundled(entry: string): string {
	const [file] = buildSync({
		entryPoints: [entry],
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'neutral',
		target: 'es2021',
		external: ['@rocket.chat/apps-engine/*'],
	}).outputFiles;
	return file?.text ?? '';
}

function source(): string {
	probe ??= bundled(path.join(__dirname, 'ProbeApp.ts'));
	return probe;
}

interface ProbeOptions {
	version?: string;
	hiddenSettings?: string[];
	/** Replaces the app's code, to see what a broken app does. */
	code?: string;
	manifest?: Record<string, unknown>;
}

/** The probe packed as the engine takes it; the project's own packaging is tried elsewhere. */
export function probeZip({ version = '1.0.0', hiddenSettings = [], code = source(), manifest = {} }: ProbeOptions = {}): Buffer {
	const zip = new AdmZip();
	const info = {
		id: '3f9c1d52-7a64-4e0b-9b1e-5d2c8a7f6e10',
		name: 'Probe',
		nameSlug: 'probe',
		version,
		description: 'Does what a test tells it.',
		requiredApiVersion: '^1.44.0',
		author: { name: 'Probe', homepage: 'https://example.test', support: 'https://example.test' },
		classFile: 'ProbeApp.js',
		iconFile: 'icon.png',
		implements: [],
		permissions: [...ALL_PERMISSIONS.map((name) => ({ name })), { name: 'server-setting.read', hiddenSettings }],
		...manifest,
	};
	zip.addFile('app.json', Buffer.from(JSON.stringify(info)));
	zip.addFile('ProbeApp.js', Buffer.from(code));
	zip.addFile('i18n/en.json', Buffer.from(JSON.stringify({ probe_description: 'Probes', probe_params: '[task]', look: 'Look', mine: 'Mine', only_english: 'English' })));
	zip.addFile('i18n/de.json', Buffer.from(JSON.stringify({ probe_description: 'Prüft', look: 'Schauen' })));
	return zip.toBuffer();
}

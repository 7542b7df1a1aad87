import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { probeZip } from '../../host/probe/zip';

/** The gallery, packed as the engine takes it. */
export function galleryZip(): Buffer {
	const code = buildSync({
		entryPoints: [join(__dirname, 'GalleryApp.ts')],
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'neutral',
		target: 'es2021',
		external: ['@rocket.chat/apps-engine/*'],
	}).outputFiles[0]?.text;
	return probeZip({
		...(code === undefined ? {} : { code }),
		manifest: { name: 'Gallery', nameSlug: 'gallery', description: 'Shows blocks.', classFile: 'ProbeApp.js' },
	});
}

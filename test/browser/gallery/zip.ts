import { join } from 'node:path';
import { bundled, probeZip } from '../../host/probe/zip';

/** The gallery, packed as the engine takes it. */
export function galleryZip(): Buffer {
	return probeZip({
		code: bundled(join(__dirname, 'GalleryApp.ts')),
		manifest: { name: 'Gallery', nameSlug: 'gallery', description: 'Shows blocks.', classFile: 'ProbeApp.js' },
	});
}

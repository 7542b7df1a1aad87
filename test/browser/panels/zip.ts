import { join } from 'node:path';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { bundled, probeZip } from '../../host/probe/zip';

/** An app that opens these panels by their name, packed as the engine takes it. */
export function panelsZip(panels: Readonly<Record<string, readonly LayoutBlock[]>>): Buffer {
	const code = bundled(join(__dirname, 'PanelsApp.ts'));
	// The bundler may write the marker with either quotes.
	return probeZip({
		code: code.replace(/(["'])PANELS\1/, () => JSON.stringify(JSON.stringify(panels))),
		manifest: { name: 'Panels', nameSlug: 'panels', description: 'Opens panels.', classFile: 'ProbeApp.js' },
	});
}

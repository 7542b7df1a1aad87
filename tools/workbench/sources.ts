import { join } from 'node:path';
import { bundlePage, type Bundle } from './host/bundle';
import type { Part } from './contract';
import { packagedApp } from './packaged';

/** Where the workbench has its parts from, and which files they are made of. */
export interface Sources {
	/** The package of the app; `quick` leaves rc-apps aside. */
	app: (options: { inPseudo: boolean; quick: boolean }) => Promise<Buffer>;
	page: () => Promise<Bundle>;
	paths: Readonly<Record<Part, readonly string[]>>;
}

const root = join(__dirname, '..', '..');

/** This repository's app and page. */
export const ownSources: Sources = {
	// A package in the pseudo-language is for looking at only, so it need not be made as one that ships.
	app: ({ inPseudo, quick }) => packagedApp({ inPseudo, ...((quick || inPseudo) && { fast: true }) }),
	page: bundlePage,
	paths: {
		app: ['src', 'i18n', 'app.json', 'icon.png'].map((name) => join(root, name)),
		page: [join(__dirname, 'page')],
	},
};

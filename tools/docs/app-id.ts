import { readdirSync } from 'node:fs';
import path from 'node:path';

import { APP_ID } from '../../src/catalogue/identity';
import { presentFile, ROOT } from './document';
import type { Document } from './document';

/** Where texts name the app's id: in addresses of Rocket.Chat, and in capitals in names of environment variables. */
const IN_ADDRESS = /(?<=\/api\/apps\/(?:(?:public|private)\/)?|\/marketplace\/\w+\/info\/)[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
const IN_VARIABLE = /(?<=RC_APPS_)[\dA-F]{8}(?:_[\dA-F]{4}){3}_[\dA-F]{12}(?=_)/g;

/** The text with the app's id, wherever it names one. */
export function withAppId(text: string, id: string): string {
	return text.replace(IN_ADDRESS, id).replace(IN_VARIABLE, id.toUpperCase().replace(/-/g, '_'));
}

/** Documents and workspaces that are written by hand. Whole pages that are made have the id from where everything else in them comes from. */
const WRITTEN = [...namesIn('.', '.md'), ...namesIn('docs', '.md'), ...namesIn('test/workspaces', '.json')].filter((name) => !presentFile(name)?.startsWith('<!-- Made by'));

/** Those of them that name an app's id; the one of app.json is written there, so that another one is assigned in that file alone. */
export const APP_ID_DOCUMENTS: readonly Document[] = WRITTEN.filter((name) => withAppId(presentFile(name) ?? '', '') !== presentFile(name)).map((name) => ({
	name,
	refreshed: (present) => withAppId(present ?? '', APP_ID),
}));

function namesIn(folder: string, ending: string): string[] {
	return readdirSync(path.join(ROOT, folder))
		.filter((name) => name.endsWith(ending))
		.map((name) => (folder === '.' ? name : `${folder}/${name}`));
}

import { runInThisContext } from 'node:vm';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { ReactElement } from 'react';

/** What both components take; a description has no other forms. */
type Drawn = (props: { text: string; as?: 'message' | 'block' }) => ReactElement;

interface Bundle {
	Message: Drawn;
	Description: Drawn;
	markup: (element: ReactElement) => string;
	element: (of: Drawn, props: { text: string; as?: 'message' | 'block' }) => ReactElement;
}

/** The page's own drawing of texts, bundled as the browser gets it: the message parser comes as an ES module only, which Jest cannot load. */
function load(): Bundle {
	const entry = `
		export { Message } from './Message';
		export { Description } from './Description';
		export { renderToStaticMarkup as markup } from 'react-dom/server';
		export { createElement as element } from 'react';
	`;
	const resolveDir = join(__dirname, '..', '..', '..', 'tools', 'workbench', 'page', 'markdown');
	const [script] = buildSync({
		stdin: { contents: entry, resolveDir },
		bundle: true,
		write: false,
		format: 'iife',
		globalName: 'drawn',
		platform: 'browser',
		jsx: 'automatic',
		define: { 'process.env.NODE_ENV': '"production"' },
		logLevel: 'silent',
	}).outputFiles;
	const made: unknown = runInThisContext(`${script?.text ?? ''};drawn`);
	if (!isBundle(made)) {
		throw new Error('The page’s drawing of texts could not be loaded.');
	}
	return made;
}

function isBundle(made: unknown): made is Bundle {
	return typeof made === 'object' && made !== null && 'Message' in made && 'Description' in made && 'markup' in made && 'element' in made;
}

const { Message, Description, markup, element } = load();

/** What a message is drawn as, without the frame that holds it together. */
export const message = (text: string, as: 'message' | 'block' = 'message'): string =>
	markup(element(Message, { text, as })).replace(/^<div class="markdown">(.*)<\/div>$/s, '$1');

export const description = (text: string): string => markup(element(Description, { text }));

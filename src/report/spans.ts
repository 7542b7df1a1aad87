import { ROCKET_CHAT_DOMAIN } from '../catalogue/hosts';
import type { ExposureState } from '../catalogue/words';
import { legible } from './legible';
import { VALUE_ENDS, VALUE_STARTS } from './marked-values';

/** A piece of a line. `code` is told letter by letter: ids, and everything that came from the workspace. */
export type Span =
	| { readonly kind: 'text' | 'bold' | 'code' | 'link'; readonly text: string }
	/** The id of a flow, which leads to where it is told. */
	| { readonly kind: 'flow'; readonly text: string }
	/** A state, in words; its tone is decoration. */
	| { readonly kind: 'state'; readonly text: string; readonly tone: ExposureState };

export type Line = readonly Span[];

/** Plain words, no sign of which counts as a mark. */
export function words(text: string): Line {
	return [{ kind: 'text', text: legible(text) }];
}

export function bold(text: string): Line {
	return [{ kind: 'bold', text: legible(text) }];
}

/** An id, or something that was read. */
export function code(text: string): Line {
	return [{ kind: 'code', text: legible(text) }];
}

export function flow(id: string): Line {
	return [{ kind: 'flow', text: legible(id) }];
}

export function state(text: string, tone: ExposureState): Line {
	return [{ kind: 'state', text: legible(text), tone }];
}

/** What a sentence of this app may hold: a value that was read, code, bold words, a web address. */
const MARKS = new RegExp(
	[`${VALUE_STARTS}([^${VALUE_ENDS}]*)${VALUE_ENDS}`, '`([^`]+)`', '\\*(?=\\S)([^*]*[^*\\s])\\*', '(https?://[^\\s<>"\'`*\\u0080-\\uFFFF]*[^\\s<>"\'`*\\u0080-\\uFFFF.,;:!?)])'].join('|'),
	'g',
);

/** A sentence of this app, its marks read. Only addresses of Rocket.Chat's become links: no other stands in a sentence. */
export function sentence(text: string): Line {
	const line: Span[] = [];
	let end = 0;
	for (const match of text.matchAll(MARKS)) {
		line.push(...words(text.slice(end, match.index)), ...marked(match));
		end = match.index + match[0].length;
	}
	return [...line, ...words(text.slice(end))].filter(({ kind, text: told }) => kind !== 'text' || told !== '');
}

function marked([, value, name, emphasised, address = '']: RegExpMatchArray): Line {
	if (emphasised !== undefined) {
		return bold(emphasised);
	}
	const told = value ?? name;
	return told === undefined && isRocketChats(address) ? [{ kind: 'link', text: address }] : code(told ?? address);
}

function isRocketChats(address: string): boolean {
	const [, host = ''] = /^https:\/\/([\w.-]+)(?:\/|$)/.exec(address) ?? [];
	return host === ROCKET_CHAT_DOMAIN || host.endsWith(`.${ROCKET_CHAT_DOMAIN}`);
}

/** A sentence for where nothing is rendered: its marks stay, as they do in the JSON report. */
export function plain(text: string): string {
	return legible(text.replace(/[\uE000\uE001]/g, ''));
}

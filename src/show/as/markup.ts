import { legible } from './legible';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text in which HTML finds no mark. */
export function escaped(text: string): string {
	return legible(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

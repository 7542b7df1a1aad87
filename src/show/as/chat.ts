import type { Translate } from '../../language/translate';
import type { Part, Passage } from '../tell/passage';

/**
 * A message longer than this is cut or refused by a workspace that keeps the default `Message_MaxAllowedSize` of 5000.
 */
export const MESSAGE_LIMIT = 4500;

/** A passage in the Markdown of chat messages, which UIKit's texts share. */
export function asText(passage: Passage, translate: Translate): string {
	return passage.map((part) => textOf(part, translate)).join('\n');
}

function textOf(part: Part, translate: Translate): string {
	switch (part.kind) {
		case 'line':
			return translate(part.statement);
		case 'item':
			return `- ${translate(part.statement)}`;
		case 'copy':
			return `\`\`\`\n${typeof part.text === 'string' ? part.text : translate(part.text)}\n\`\`\``;
		case 'own-words':
			return part.markdown;
	}
}

/** Passages as messages, as few as hold them; a blank line between two. */
export function asMessages(passages: readonly Passage[], translate: Translate): string[] {
	return packed(passages.filter((passage) => passage.length > 0).map((passage) => asText(passage, translate)));
}

/**
 * Packs texts into as few as hold them, in order. A text is never cut, unless it alone is too long:
 * then it goes on, from one line to the next, in the following one.
 *
 * @param limit characters that each may have
 */
export function packed(texts: readonly string[], limit: number = MESSAGE_LIMIT): string[] {
	const packs: string[] = [];
	for (const part of texts.flatMap((text) => cut(text, limit))) {
		const last = packs[packs.length - 1];
		if (last !== undefined && last.length + part.length + SEPARATOR.length <= limit) {
			packs[packs.length - 1] = `${last}${SEPARATOR}${part}`;
		} else {
			packs.push(part);
		}
	}
	return packs;
}

const SEPARATOR = '\n\n';

function cut(text: string, limit: number): string[] {
	if (text.length <= limit) {
		return [text];
	}
	const parts: string[] = [];
	for (const line of text.split('\n')) {
		const last = parts[parts.length - 1];
		if (last !== undefined && last.length + line.length + 1 <= limit) {
			parts[parts.length - 1] = `${last}\n${line}`;
		} else {
			parts.push(line);
		}
	}
	return parts;
}

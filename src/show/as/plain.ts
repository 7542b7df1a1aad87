import { unmarked } from '../../language/spans';
import type { Translate } from '../../language/translate';
import type { Part, Passage } from '../tell/passage';

/** Passages as text for where no mark is read; a blank line between two. */
export function asPlainText(passages: readonly Passage[], translate: Translate): string {
	return passages
		.filter((passage) => passage.length > 0)
		.map((passage) => passage.map((part) => textOf(part, translate)).join('\n'))
		.join('\n\n');
}

function textOf(part: Part, translate: Translate): string {
	switch (part.kind) {
		case 'line':
			return unmarked(translate.spans(part.statement));
		case 'item':
			return `- ${unmarked(translate.spans(part.statement))}`;
		case 'copy':
			return typeof part.text === 'string' ? part.text : unmarked(translate.spans(part.text));
		case 'own-words':
			return part.markdown;
	}
}

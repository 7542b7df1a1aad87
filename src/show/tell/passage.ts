import type { Statement } from '../../language/statement';

/** A line of an answer, not yet in anybody's language or form. */
export type Part =
	| { readonly kind: 'line' | 'item'; readonly statement: Statement }
	/** To be copied as it is; a text of this app's, or one that no language changes. */
	| { readonly kind: 'copy'; readonly text: Statement | string }
	/** In the organisation's own Markdown. */
	| { readonly kind: 'own-words'; readonly markdown: string };

/** What belongs together in an answer: lines, one below the other. */
export type Passage = readonly Part[];

export function lines(...statements: readonly Statement[]): Passage {
	return statements.map((statement) => ({ kind: 'line', statement }));
}

/** A list, an item each. */
export function items(statements: readonly Statement[]): Passage {
	return statements.map((statement) => ({ kind: 'item', statement }));
}

export function copy(text: Statement | string): Passage {
	return [{ kind: 'copy', text }];
}

export function ownWords(markdown: string): Passage {
	return [{ kind: 'own-words', markdown }];
}

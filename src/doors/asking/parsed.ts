import type { Passage } from '../../show/tell/passage';
import type { Next } from './answer';

/** What was understood of typed words, or what to answer instead. */
export type Parsed<Wanted> = { readonly wanted: Wanted } | { readonly answer: readonly Passage[]; readonly next?: Next };

import { FLOWS } from '../catalogue/flows';
import type { FlowId, PlaceName, SentWord } from '../catalogue/flows';
import type { FlowPart } from '../catalogue/flows/flow';
import type { Text } from '../catalogue/text';
import { ENGLISH } from './english';

type CommonKey = keyof typeof ENGLISH;

/** The key of a caveat of a flow. */
export type CaveatKey = `flow_${FlowId}_caveat_${string}`;

/** The key of a text: what is written in English is what there is. */
export type MessageKey = CommonKey | `flow_${FlowId}_${FlowPart}` | `flow_${FlowId}_recipient-elsewhere` | `flow_${FlowId}_not-shown` | CaveatKey | `sent_${SentWord}` | `place-name_${PlaceName}`;

/** The English of a key, as far as types know it: a flow's own words have a hole in one place only. */
export type EnglishOf<Key extends MessageKey> = Key extends CommonKey ? TextOf<(typeof ENGLISH)[Key]> : Key extends `flow_${FlowId}_turn-off` ? '{place}' : '';

type TextOf<Entry> = Entry extends { readonly text: infer Told extends string } ? Told : Entry;

/** Every English text with its key, in the order in which translators get them. */
const ENTRIES: readonly (readonly [string, Text])[] = [
	...Object.entries<Text>(ENGLISH),
	...FLOWS.flatMap(({ id, words: { sends, pages, ...parts }, caveats }) => [
		...Object.entries<Text>(parts).map(([part, text]) => [`flow_${id}_${part}`, text] as const),
		...(caveats ?? []).map((caveat) => [`flow_${id}_caveat_${caveat.id}`, caveat.text] as const),
		...Object.entries<Text>(sends ?? {}).map(([word, text]) => [`sent_${word}`, text] as const),
		...Object.entries<Text>(pages ?? {}).map(([page, text]) => [`place-name_${page}`, text] as const),
	]),
];

/** The English texts, by key. */
export const TEXTS: ReadonlyMap<string, string> = new Map(ENTRIES.map(([key, text]) => [key, typeof text === 'string' ? text : text.text]));

/** What translators should know of a text that does not say by itself when it appears. */
export const NOTES: ReadonlyMap<string, string> = new Map(ENTRIES.flatMap(([key, text]) => (typeof text === 'string' ? [] : [[key, text.note] as const])));

import type { Span } from './spans';
import type { EnglishOf, MessageKey } from './texts';

export type { MessageKey } from './texts';

/** One sentence that a person will read, not yet in anybody's language. */
export interface Statement {
	readonly key: MessageKey;
	readonly params?: Readonly<Record<string, Param>>;
}

/** What fills a hole of a sentence; a list is joined, a time is told, as the reader's language does it. */
export type Param = string | number | Date | Day | Piece | readonly (string | Piece)[];

/** A sentence within a sentence, or a piece that is no word of this app's. */
type Piece = Statement | Span;

/** A calendar day, told in its long form: ISO 8601, such as `2026-03-05`. */
export interface Day {
	readonly day: string;
}

/** The holes of a text: `plain` takes anything, `plural` a number. A plural hole ends with its last form, at `}}`. */
type HolesIn<Text, Found extends { plain: string; plural: string } = { plain: never; plural: never }> = Text extends `${string}{${infer Rest}`
	? Rest extends `${infer Inside}}${infer After}`
		? Inside extends `${infer Name}, plural, ${string}`
			? Rest extends `${string}}}${infer Beyond}`
				? HolesIn<Beyond, { plain: Found['plain']; plural: Found['plural'] | Name }>
				: Found
			: HolesIn<After, { plain: Found['plain'] | Inside; plural: Found['plural'] }>
		: Found
	: Found;

type HolesOf<Key extends MessageKey> = Key extends MessageKey ? HolesIn<EnglishOf<Key>> : never;

/** What fills the holes of a text, or of each of several texts. */
export type Filling<Key extends MessageKey> = Readonly<Record<HolesOf<Key>['plain'], Param> & Record<HolesOf<Key>['plural'], number>>;

/** A text without holes. */
export type WholeKey = { [Key in MessageKey]: [HolesOf<Key>['plain' | 'plural']] extends [never] ? Key : never }[MessageKey];

/** Makes a statement: a mistyped key, a hole that is not filled or one that is not there does not compile. */
export function say(key: WholeKey): Statement;
export function say<const Key extends MessageKey>(key: Key, params: Filling<Key>): Statement;
export function say(key: MessageKey, params?: Readonly<Record<string, Param>>): Statement {
	return params === undefined ? { key } : { key, params };
}

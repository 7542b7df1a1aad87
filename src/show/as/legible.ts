/**
 * Control characters, lone halves of a pair, characters without a meaning of their own (private use), and characters that show nothing but change how the rest is read, such as
 * the direction marks. The two joiners stay: scripts such as Persian's need them.
 */
const ILLEGIBLE = /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

/** A text in which nothing is hidden: what a reader could not see is told by its code point, such as `<U+202E>`. */
export function legible(text: string): string {
	return text.replace(ILLEGIBLE, visible);
}

/** A character told by its code point. */
export function visible(character: string): string {
	return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

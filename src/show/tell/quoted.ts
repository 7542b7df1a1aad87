import { value } from '../../language/spans';
import type { Span } from '../../language/spans';

export { quoted } from '../../language/quoted';

/** A line that the admins stated, without signs that Markdown would act on, and without those that nobody sees or that turn the direction of writing. */
export function statedLine(text: string): Span {
	return value(text.replace(/[*_~`[\]<>|\\#@]/g, '·').replace(/[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu, ''));
}

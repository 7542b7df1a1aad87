import { say } from '../../language/statement';
import type { Posture } from '../../posture/posture';
import { copy, lines } from '../tell/passage';
import type { Passage } from '../tell/passage';
import { statusAnswer } from '../tell/status';
import { MESSAGE_LIMIT, packed } from './chat';

/** More messages in a row than these nobody reads. */
const MOST = 3;

/** What is told where no file could be handed over: a line that leads to it, then the file itself where it fits a few messages, else the short answer. */
export function insteadOfFile(content: string, posture: Posture): { readonly lead: Passage; readonly answer: readonly Passage[] } {
	const text = content.replace(/^\uFEFF/, '').trimEnd();
	const limit = MESSAGE_LIMIT - 100;
	const isWhole = !text.includes('```') && text.length <= MOST * limit && text.split('\n').every((line) => line.length < limit);
	const parts = isWhole ? packed([text], limit) : [];
	return parts.length === 0 || parts.length > MOST
		? { lead: lines(say('export_instead-short')), answer: statusAnswer(posture) }
		: { lead: lines(say('export_instead')), answer: parts.map((part) => copy(part)) };
}

import { say } from '../../language/statement';
import type { Posture } from '../../posture/posture';
import { copy, lines } from '../tell/passage';
import type { Passage } from '../tell/passage';
import { statusAnswer } from '../tell/status';
import { MESSAGE_LIMIT } from './chat';

/** What is told where no file could be handed over: a line that leads to it, then the file itself where it fits one message, else the short answer. */
export function insteadOfFile(content: string, posture: Posture): { readonly lead: Passage; readonly answer: readonly Passage[] } {
	const text = content.replace(/^\uFEFF/, '').trimEnd();
	const fits = text.length < MESSAGE_LIMIT - 100 && !text.includes('```');
	return { lead: lines(say('export_instead')), answer: fits ? [copy(text)] : statusAnswer(posture) };
}

import { say } from '../../language/statement';
import { lines } from './passage';
import type { Passage } from './passage';

/** What the person who installed the app reads first: what it does, what to type, what members can read. */
export function greeting(): Passage {
	return lines(say('greeting_what'), say('greeting_start'), say('greeting_members'));
}

import { answeringEverybody } from '../asking/answer';
import { openNotice } from './notice';
import type { AppFacts, Request } from '../asking/request';

/** "Privacy notice" was picked in the user menu, which is in no room. */
export async function noticeFromMenu(request: Request, app: AppFacts): Promise<void> {
	await answeringEverybody(request, app, 'notice_failed', (present) => openNotice(present, app));
}

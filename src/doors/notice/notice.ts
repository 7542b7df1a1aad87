import { judgeInShort } from '../../posture/in-short';
import { judgeNotice, unwrittenPages } from '../../posture/notice';
import { whatRegisteringChanges } from '../../posture/transition';
import { organisationOf } from '../../settings/organisation';
import { noticeMessages, noticeModal } from '../../show/as/notice';
import type { NoticeAnswer } from '../../show/tell/notice';
import { isOpened, openModal, tellAll } from '../asking/answer';
import { findObjections, mayAsk } from '../asking/authorise';
import { readFor } from '../asking/read-and-judge';
import type { Reading } from '../asking/read-and-judge';
import type { AppFacts, Request } from '../asking/request';

/** The notice for the asker, and what showing it takes. */
interface NoticeReading extends Pick<Reading, 'translate' | 'appUser'> {
	readonly answer: NoticeAnswer;
}

/**
 * Reads the workspace for anybody. Everybody gets the notice; only whoever has an allowed role gets what it was concluded from.
 * Both are asked at once, since a trigger id lives five seconds.
 */
async function readNotice(request: Request, app: AppFacts): Promise<NoticeReading> {
	const own = await app.readings.appSettings(request.read);
	const [isAllowed, { posture, signals, translate, appUser }] = await Promise.all([mayAsk(request.user, own, request.read), readFor(request, app, own)]);
	const { deployment } = posture;
	const inShort = own.values.members_may_read === 'notice' ? null : judgeInShort(signals, posture);
	const admin = isAllowed
		? { pages: unwrittenPages(signals.settings), objections: await findObjections(own, request.read), transition: whatRegisteringChanges(signals, posture) }
		: null;
	return { translate, appUser, answer: { notice: judgeNotice(deployment), deployment, inShort, organisation: organisationOf(own.values), admin } };
}

/** In text, complete by itself. */
export async function tellNotice(request: Request, app: AppFacts): Promise<void> {
	const { answer, translate, appUser } = await readNotice(request, app);
	await tellAll(request, noticeMessages(answer, translate), appUser);
}

/** Once: as a modal, or in text where no surface can be opened. */
export async function openNotice(request: Request, app: AppFacts): Promise<void> {
	if (request.triggerId === undefined) {
		await tellNotice(request, app);
		return;
	}
	const { answer, translate, appUser } = await readNotice(request, app);
	const opening = openModal(request, app, noticeModal(answer, translate, app.id));
	if (request.room === undefined) {
		await opening;
	} else if (!(await isOpened(opening, app))) {
		await tellAll(request, noticeMessages(answer, translate), appUser);
	}
}

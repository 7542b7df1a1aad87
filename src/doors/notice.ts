import { judgeNotice, unwrittenPages } from '../posture/notice';
import { whatRegisteringChanges } from '../posture/transition';
import { readAppSettings } from '../settings/read-app-settings';
import { noticeMessages, noticeModal } from '../views/notice';
import type { NoticeAnswer } from '../views/notice';
import { openModal, tell } from './answer';
import { authorise } from './authorise';
import { look } from './look';
import type { Sight } from './look';
import type { AppFacts, Request } from './request';

/** The notice for the asker, and what showing it takes. */
interface Seen extends Pick<Sight, 'translate' | 'appUser'> {
	readonly answer: NoticeAnswer;
}

/**
 * Reads the workspace for anybody. Everybody gets the notice; only whoever has an allowed role gets what it was concluded from.
 * Both are asked at once, since a trigger id lives five seconds.
 */
async function readNotice(request: Request, app: AppFacts): Promise<Seen> {
	const own = await readAppSettings(request.read.getEnvironmentReader().getSettings());
	const [allowed, { posture, signals, translate, appUser }] = await Promise.all([authorise(request.user, request.read), look(request, app, own)]);
	const { deployment } = posture;
	return {
		translate,
		appUser,
		answer: {
			notice: judgeNotice(deployment),
			organisation: own,
			admin:
				allowed === null
					? null
					: { deployment, pages: unwrittenPages(signals.settings), ignored: own.ignored, transition: whatRegisteringChanges(signals, posture) },
		},
	};
}

/** In text, complete by itself, and as a modal where one can be opened. */
export async function tellNotice(request: Request, app: AppFacts): Promise<void> {
	const { answer, translate, appUser } = await readNotice(request, app);
	const tellAll = async (): Promise<void> => {
		for (const text of noticeMessages(answer, translate)) {
			await tell(request, text, appUser);
		}
	};
	await Promise.all([openModal(request, app, noticeModal(answer, translate)), tellAll()]);
}

/** As a modal alone; in text where no surface can be opened. */
export async function openNotice(request: Request, app: AppFacts): Promise<void> {
	if (request.triggerId === undefined) {
		await tellNotice(request, app);
		return;
	}
	const { answer, translate } = await readNotice(request, app);
	await openModal(request, app, noticeModal(answer, translate));
}

import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { hasKnownPreference, translatorFor } from '../../language/reader';
import type { WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { AppSettings } from '../../settings/stated';
import { sentenceModal, textSections } from '../../show/as/blocks';
import type { SurfaceContent } from '../../show/as/blocks';
import { asMessages } from '../../show/as/chat';
import { askAgain, noticeButton } from '../../show/as/next';
import type { NextFrame } from '../../show/as/next';
import type { Passage } from '../../show/tell/passage';
import { accountNow, appUser, isInUse, standInSender } from '../../workspace/accounts';
import { readSetting } from '../../workspace/read-settings';
import { Late } from '../../workspace/timeout';
import { mayAsk } from './authorise';
import { failureLine, unlessLost } from './failure';
import type { AppFacts, Request } from './request';

/**
 * Says something to the asker alone, in the room and the thread they asked in. Without a room nothing is said.
 *
 * @param sender the app's own user, if it is known already
 * @param blocks what can be picked below the text
 */
export async function tell({ user, room, threadId, read, modify }: Request, text: string, sender?: IUser, blocks: LayoutBlock[] = []): Promise<void> {
	if (room === undefined) {
		return;
	}
	const message = modify.getCreator().startMessage().setRoom(room).setText(text).setGroupable(false).setSender(sender ?? (await appUser(read)) ?? standInSender(user));
	if (threadId !== undefined) {
		message.setThreadId(threadId);
	}
	if (blocks.length > 0) {
		// A client that draws blocks leaves the text out (Rocket.Chat, RoomMessageContent.tsx); it stays for notifications.
		message.setBlocks([...textSections(text), ...blocks]);
	}
	await modify.getNotifier().notifyUser(user, message.getMessage());
}

/**
 * Says several things, in order: ephemeral messages have no other order than that in which they come.
 *
 * @param blocks what can be pressed or picked below the last one
 */
export async function tellAll(request: Request, texts: readonly string[], sender?: IUser, blocks: LayoutBlock[] = []): Promise<void> {
	const known = sender ?? (await appUser(request.read)) ?? standInSender(request.user);
	for (const [at, text] of texts.entries()) {
		await tell(request, text, known, at === texts.length - 1 ? blocks : []);
	}
}

/** What can be pressed or picked below an answer. */
export type Next = (frame: NextFrame) => LayoutBlock[];

/** Answers in the asker's language, where the workspace has not been read. */
export async function answer(request: Request, ...passages: readonly Passage[]): Promise<void> {
	await tellAll(request, asMessages(passages, await askersLanguage(request)));
}

/** The same, with something to press or to pick. */
export async function answerWithNext(request: Request, app: AppFacts, passages: readonly Passage[], next: Next): Promise<void> {
	const translate = await askersLanguage(request);
	await tellAll(request, asMessages(passages, translate), undefined, next({ translate, appId: app.id, threadId: request.threadId }));
}

/**
 * Opens the panel as a new surface, each page of it too: an open one of the same id would keep its old content in the client, or stay
 * scrolled to where the button was.
 */
export async function openPanel(request: Request, app: AppFacts, content: SurfaceContent): Promise<void> {
	await open(request, app, UIKitSurfaceType.CONTEXTUAL_BAR, content);
}

/** Opens a modal as a new surface. */
export async function openModal(request: Request, app: AppFacts, content: SurfaceContent): Promise<void> {
	await open(request, app, UIKitSurfaceType.MODAL, content);
}

async function open({ user, triggerId, modify }: Request, app: AppFacts, type: UIKitSurfaceType, { title, ...content }: SurfaceContent): Promise<void> {
	if (triggerId !== undefined) {
		await modify.getUiController().openSurfaceView({ id: app.newViewId(), type, title: { type: 'plain_text', text: title }, ...content }, { triggerId }, user);
	}
}

/** Whether a surface was opened; where that failed or was late, what it would show is to be said in text. */
export async function isOpened(opening: Promise<void>, app: AppFacts): Promise<boolean> {
	return (await unlessLost('opening a surface', opening, app)) !== 'lost';
}

/** One sentence with what to do next, in the room where it was asked or else in a small modal. */
async function saySentence(request: Request, app: AppFacts, sentence: WholeKey, next: Next = () => []): Promise<void> {
	const translate = await askersLanguage(request);
	const blocks = next({ translate, appId: app.id, threadId: request.threadId });
	if (request.room !== undefined) {
		try {
			await tell(request, translate(sentence), undefined, blocks);
			return;
		} catch (reason) {
			app.logger.error(failureLine('telling it in the room', reason));
		}
	}
	await openModal(request, app, sentenceModal(sentence, translate, blocks));
}

/** The asker's language, where the workspace has not been read: its own language is looked up only if it counts. */
export async function askersLanguage({ user, read }: Pick<Request, 'user' | 'read'>): Promise<Translate> {
	return translatorFor(user, hasKnownPreference(user) ? { readable: false } : await readSetting(read, 'Language'));
}

/**
 * Works on a request. Whoever asks gets an answer: what nobody expected becomes one clear sentence, in the room or else in
 * a small modal, and a log line that holds no value. An account that is gone or deactivated gets none at all: nobody can read it.
 *
 * @param failure the sentence
 * @param work what to do for the asker, whose account is as it is now
 */
export async function answeringEverybody(request: Request, app: AppFacts, failure: WholeKey, work: (present: Request) => Promise<void>): Promise<void> {
	await sayingFailure(request, app, failure, async () => {
		const user = await accountNow(request.user, request.read);
		if (user !== null && isInUse(user)) {
			await work({ ...request, user });
		}
	});
}

/** @param next what can be pressed below the sentence */
async function sayingFailure(request: Request, app: AppFacts, failure: WholeKey, work: () => Promise<void>, next?: Next): Promise<void> {
	try {
		await work();
	} catch (reason) {
		app.logger.error(failureLine('answering', reason));
		if (reason instanceof Late && reason.call === 'notifyUser') {
			// It may still arrive, and nothing else would arrive before it.
			return;
		}
		try {
			await saySentence(request, app, failure, next);
		} catch (unsaid) {
			app.logger.error(failureLine('telling of it', unsaid));
		}
	}
}

/**
 * The same for what only allowed people may ask: everybody else reads that it is not for them, and what they may read.
 *
 * @param again what to ask anew where it could not be finished: words behind `/privacy-status`; null where that could do something twice
 */
export async function answering(request: Request, app: AppFacts, work: (own: AppSettings) => Promise<void>, again: string | null = null): Promise<void> {
	const tryAgain: Next = (frame) => (again === null || request.room === undefined ? [] : askAgain(frame.translate('button_again'), again, frame));
	await sayingFailure(
		request,
		app,
		'failed',
		async () => {
			const [user, own] = await Promise.all([accountNow(request.user, request.read), app.readings.appSettings(request.read)]);
			if (user !== null && isInUse(user)) {
				await ((await mayAsk(user, own, request.read)) ? work(own) : saySentence(request, app, 'refusal', noticeButton));
			}
		},
		tryAgain,
	);
}

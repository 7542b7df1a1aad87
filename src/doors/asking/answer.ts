import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { hasKnownPreference, translatorFor } from '../../language/reader';
import type { WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { AppSettings } from '../../settings/stated';
import { sentenceModal } from '../../show/as/blocks';
import type { SurfaceContent } from '../../show/as/blocks';
import { asMessages } from '../../show/as/chat';
import type { Passage } from '../../show/tell/passage';
import { readAppSettings } from '../../workspace/read-app-settings';
import { readSetting } from '../../workspace/read-settings';
import { mayAsk } from './authorise';
import { failureLine } from './failure';
import type { AppFacts, Request } from './request';

/**
 * Says something to the asker alone, in the room and the thread they asked in. Without a room nothing is said.
 *
 * @param sender the app's own user, if it is known already; otherwise the engine asks for it first
 * @param blocks what can be picked below the text
 */
export async function tell({ user, room, threadId, modify }: Request, text: string, sender?: IUser, blocks: LayoutBlock[] = []): Promise<void> {
	if (room === undefined) {
		return;
	}
	const message = modify.getCreator().startMessage().setRoom(room).setText(text).setGroupable(false);
	if (sender !== undefined) {
		message.setSender(sender);
	}
	if (threadId !== undefined) {
		message.setThreadId(threadId);
	}
	if (blocks.length > 0) {
		message.setBlocks(blocks);
	}
	await modify.getNotifier().notifyUser(user, message.getMessage());
}

/** Says several things, in order: ephemeral messages have no other order than that in which they come. */
export async function tellAll(request: Request, texts: readonly string[], sender?: IUser): Promise<void> {
	for (const text of texts) {
		await tell(request, text, sender);
	}
}

/** Answers in the asker's language, where the workspace has not been read. */
export async function answer(request: Request, ...passages: readonly Passage[]): Promise<void> {
	await tellAll(request, asMessages(passages, await askersLanguage(request)));
}

/** Opens the panel as a new surface: an open one of the same id would keep its old content in the client. */
export async function openPanel(request: Request, app: AppFacts, content: SurfaceContent): Promise<void> {
	await show(request, app.newViewId(), UIKitSurfaceType.CONTEXTUAL_BAR, content, 'open');
}

/** Replaces the content of the surface in which a button was pressed. */
export async function updatePanel(request: Request, viewId: string, content: SurfaceContent): Promise<void> {
	await show(request, viewId, UIKitSurfaceType.CONTEXTUAL_BAR, content, 'update');
}

/** Opens a modal as a new surface. */
export async function openModal(request: Request, app: AppFacts, content: SurfaceContent): Promise<void> {
	await show(request, app.newViewId(), UIKitSurfaceType.MODAL, content, 'open');
}

async function show({ user, triggerId, modify }: Request, id: string, type: UIKitSurfaceType, { title, blocks }: SurfaceContent, how: 'open' | 'update'): Promise<void> {
	if (triggerId === undefined) {
		return;
	}
	const view = { id, type, title: { type: 'plain_text' as const, text: title }, blocks };
	const controller = modify.getUiController();
	await (how === 'open' ? controller.openSurfaceView(view, { triggerId }, user) : controller.updateSurfaceView(view, { triggerId }, user));
}

/** One sentence, in the room where it was asked or else in a small modal. */
async function saySentence(request: Request, app: AppFacts, sentence: WholeKey): Promise<void> {
	const translate = await askersLanguage(request);
	await (request.room === undefined ? openModal(request, app, sentenceModal(sentence, translate)) : tell(request, translate(sentence)));
}

/** The asker's language, where the workspace has not been read: its own language is looked up only if it counts. */
export async function askersLanguage({ user, read }: Pick<Request, 'user' | 'read'>): Promise<Translate> {
	return translatorFor(user, hasKnownPreference(user) ? { readable: false } : await readSetting(read, 'Language'));
}

/**
 * Works on a request. Whoever asks gets an answer: what nobody expected becomes one clear sentence, in the room or else in
 * a small modal, and a log line that holds no value.
 *
 * @param failure the sentence
 */
export async function answeringEverybody(request: Request, app: AppFacts, failure: WholeKey, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (reason) {
		app.logger.error(failureLine('answering', reason));
		try {
			await saySentence(request, app, failure);
		} catch (unsaid) {
			app.logger.error(failureLine('telling of it', unsaid));
		}
	}
}

/** The same for what only allowed people may ask: everybody else reads that it is not for them. */
export async function answering(request: Request, app: AppFacts, work: (own: AppSettings) => Promise<void>): Promise<void> {
	await answeringEverybody(request, app, 'failed', async () => {
		const own = await readAppSettings(request.read.getEnvironmentReader());
		await ((await mayAsk(request.user, own, request.read)) ? work(own) : saySentence(request, app, 'refusal'));
	});
}

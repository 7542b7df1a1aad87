import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translatorFor } from '../language/reader';
import type { Translate } from '../language/translate';
import { judge } from '../posture/judge';
import type { Posture } from '../posture/posture';
import type { AppSettings } from '../settings/read-app-settings';
import { readWorkspace } from '../workspace/read-workspace';
import type { Signal, Signals } from '../workspace/signals';
import type { AppFacts, Request } from './request';

/** What an answer is made from. */
export interface Sight {
	readonly posture: Posture;
	/** What the posture was judged from. */
	readonly signals: Signals;
	/** Whether the workspace takes files, as its setting says. */
	readonly uploads: Signal;
	readonly translate: Translate;
	/** The app's own user, in whose name it answers. */
	readonly appUser: IUser | undefined;
}

/** Reads the workspace once and decides: what every answer starts from. What of it may be shown, and to whom, is for the door to know. */
export async function look({ user, read }: Pick<Request, 'user' | 'read'>, app: AppFacts, own: AppSettings): Promise<Sight> {
	const [signals, appUser] = await Promise.all([readWorkspace(read.getEnvironmentReader(), own), read.getUserReader().getAppUser()]);
	const language = signals.settings.Language;
	return {
		posture: judge(signals, app.now(), app.version),
		signals,
		appUser,
		uploads: signals.settings.FileUpload_Enabled,
		translate: translatorFor(user, language.readable ? String(language.value) : undefined),
	};
}

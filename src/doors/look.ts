import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translatorFor } from '../language/reader';
import type { Translate } from '../language/translate';
import { judge } from '../posture/judge';
import type { Posture } from '../posture/posture';
import type { AppSettings } from '../settings/read-app-settings';
import { readWorkspace } from '../workspace/read-workspace';
import type { Signal } from '../workspace/signals';
import type { AppFacts, Request } from './request';

/** What an answer is made from. */
export interface Sight {
	readonly posture: Posture;
	/** Whether the workspace takes files, as its setting says. */
	readonly uploads: Signal;
	readonly translate: Translate;
	/** The app's own user, in whose name it answers. */
	readonly appUser: IUser | undefined;
}

/** Reads the workspace once and decides: what every answer to an allowed person starts from. */
export async function look({ user, read }: Request, app: AppFacts, own: AppSettings): Promise<Sight> {
	const [signals, appUser] = await Promise.all([readWorkspace(read.getEnvironmentReader(), own), read.getUserReader().getAppUser()]);
	const language = signals.settings.Language;
	return {
		posture: judge(signals, app.now(), app.version),
		appUser,
		uploads: signals.settings.FileUpload_Enabled,
		translate: translatorFor(user, language.readable ? String(language.value) : undefined),
	};
}

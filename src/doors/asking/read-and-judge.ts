import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translatorFor } from '../../language/reader';
import type { Translate } from '../../language/translate';
import { judge } from '../../posture/judge';
import type { Posture } from '../../posture/posture';
import type { AppSettings } from '../../settings/stated';
import { appUser } from '../../workspace/accounts';
import { readWorkspace } from '../../workspace/read-workspace';
import type { Signals } from '../../workspace/signals';
import type { AppFacts, Request } from './request';

/** A workspace, read and judged. */
export interface Judged {
	readonly posture: Posture;
	/** What the posture was judged from. */
	readonly signals: Signals;
	/** The app's own settings, as they were when the workspace was read. */
	readonly own: AppSettings;
}

/** Reads the workspace once and decides: what every answer starts from. What of it may be shown, and to whom, is for the door to know. */
export async function readAndJudge(read: IRead, app: AppFacts, own: AppSettings): Promise<Judged> {
	const signals = await readWorkspace(read.getEnvironmentReader(), own);
	return { posture: judge(signals, app.now(), app.version), signals, own };
}

/** What an answer to somebody is made from. */
export interface Reading extends Judged {
	readonly translate: Translate;
	/** The app's own user, in whose name it answers. */
	readonly appUser: IUser | undefined;
}

/** The same for somebody who asked, in their language; for nobody whom the workspace knows, in its own. */
export async function readFor({ user, read }: Pick<Request, 'read'> & { readonly user: IUser | null }, app: AppFacts, own: AppSettings): Promise<Reading> {
	const [judged, sender] = await Promise.all([readAndJudge(read, app, own), appUser(read)]);
	return { ...judged, appUser: sender, translate: translatorFor(user, judged.signals.settings.Language) };
}

import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translatorFor } from '../../language/reader';
import type { Translate } from '../../language/translate';
import { judge } from '../../posture/judge';
import type { Posture } from '../../posture/posture';
import type { AppSettings } from '../../settings/stated';
import { appUser } from '../../workspace/accounts';
import { workspaceOf } from '../../workspace/read-workspace';
import type { SettingsRead } from '../../workspace/read-settings';
import type { Signals } from '../../workspace/signals';
import { READ_LIMIT, withTimeout } from '../../workspace/timeout';
import { failureLine } from './failure';
import type { AppFacts, Request } from './request';

/** A workspace, read and judged. */
export interface Judged {
	readonly posture: Posture;
	/** What the posture was judged from. */
	readonly signals: Signals;
	/** The app's own settings, as they were when the workspace was read. */
	readonly own: AppSettings;
	/** Whether the reading was ended while answers still came in: then it is shown to who asked, and never kept. */
	readonly isCutShort: boolean;
}

type Accepted = Awaited<ReturnType<AppFacts['readings']['agreed']>>;

/** What was judged of a reading, for those who share all that it is judged from. */
const shared = new WeakMap<SettingsRead, { readonly kept: Accepted; readonly judged: Judged }>();

/** Reads the workspace once and decides: what every answer starts from. What of it may be shown, and to whom, is for the door to know. */
export async function readAndJudge(read: IRead, app: AppFacts, own: AppSettings): Promise<Judged> {
	const [server, kept] = await Promise.all([app.readings.serverSettings(read), readAgreed(read, app)]);
	const before = shared.get(server);
	if (before?.kept === kept && before.judged.own === own) {
		return before.judged;
	}
	const { signals, isCutShort } = workspaceOf(server, own);
	const agreed = { accepted: kept?.records ?? null, unusable: kept?.unusable ?? 0, policy: own.values.policy };
	const judged = { posture: judge(signals, app.now(), app.version, agreed), signals, own, isCutShort };
	shared.set(server, { kept, judged });
	return judged;
}

/** A database that fails or is late costs what was accepted, and nothing else. */
async function readAgreed(read: IRead, app: AppFacts): Promise<Accepted> {
	try {
		return await withTimeout(READ_LIMIT, app.readings.agreed(read), () => null, app.readings.turn(read));
	} catch (reason) {
		app.logger.error(failureLine('reading what was accepted', reason));
		return null;
	}
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

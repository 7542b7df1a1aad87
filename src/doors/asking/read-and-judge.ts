import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translatorFor } from '../../language/reader';
import type { Translate } from '../../language/translate';
import type { Agreed } from '../../posture/accepted';
import { judge } from '../../posture/judge';
import type { Posture } from '../../posture/posture';
import type { AppSettings } from '../../settings/stated';
import { readAccepted } from '../../store/accepted';
import { appUser } from '../../workspace/accounts';
import { readWorkspace } from '../../workspace/read-workspace';
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
}

/** Reads the workspace once and decides: what every answer starts from. What of it may be shown, and to whom, is for the door to know. */
export async function readAndJudge(read: IRead, app: AppFacts, own: AppSettings): Promise<Judged> {
	const [signals, agreed] = await Promise.all([readWorkspace(read.getEnvironmentReader(), own), readAgreed(read, app, own)]);
	return { posture: judge(signals, app.now(), app.version, agreed), signals, own };
}

/** A database that fails or is late costs what was accepted, and nothing else. */
async function readAgreed(read: IRead, app: AppFacts, { values: { policy } }: AppSettings): Promise<Agreed> {
	try {
		const kept = await withTimeout(READ_LIMIT, readAccepted(read.getPersistenceReader()), () => null);
		return { accepted: kept?.records ?? null, unusable: kept?.unusable ?? 0, policy };
	} catch (reason) {
		app.logger.error(failureLine('reading what was accepted', reason));
		return { accepted: null, unusable: 0, policy };
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

import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

import { parseSnapshot } from '../../posture/snapshot';
import type { Snapshot } from '../../posture/snapshot';
import type { AppSettings } from '../../settings/stated';
import { readAccepted } from '../../store/accepted';
import { readSnapshots } from '../../store/snapshots';
import type { Kept } from '../../store/snapshots';
import { Gathered, Joined } from '../../workspace/gathered';
import { readAppSettings } from '../../workspace/read-app-settings';
import type { KnownVariables } from '../../workspace/read-app-settings';
import { readSettings } from '../../workspace/read-settings';
import type { SettingsRead } from '../../workspace/read-settings';
import { READ_LIMIT, turn } from '../../workspace/timeout';

type Accepted = Awaited<ReturnType<typeof readAccepted>>;

/** What people share who ask at the same moment: readings, and never what somebody may see of them. */
export class Readings {
	private readonly settings = new Joined();

	private readonly own = new Gathered<AppSettings>();

	private readonly variables: KnownVariables = new Map();

	private readonly accepted = new Gathered<Accepted>();

	private readonly looks = new Gathered<Kept<Snapshot> | null>();

	private readonly turns = new Gathered<void>();

	/** The server's settings: those of a reading that is under way, if there is one. */
	public async serverSettings(read: IRead): Promise<SettingsRead> {
		const environment = read.getEnvironmentReader();
		return this.settings.get(async () => readSettings(environment.getServerSettings(), READ_LIMIT, async () => turn(() => environment)));
	}

	/** The app's own settings, as they are after this was asked; so are all that follow. */
	public async appSettings(read: IRead): Promise<AppSettings> {
		return this.own.get(async () => readAppSettings(read.getEnvironmentReader(), this.variables));
	}

	/** What was accepted. */
	public async agreed(read: IRead): Promise<Accepted> {
		return this.accepted.get(async () => readAccepted(read.getPersistenceReader()));
	}

	/** The recent looks. */
	public async recentLooks(read: IRead): Promise<Kept<Snapshot> | null> {
		return this.looks.get(async () => readSnapshots(read.getPersistenceReader(), parseSnapshot, false));
	}

	/** See `turn`. */
	public async turn(read: IRead): Promise<void> {
		return this.turns.get(async () => turn(() => read.getEnvironmentReader()));
	}
}

import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { translatorFor } from '../../language/reader';
import type { Statement } from '../../language/statement';
import { STATUS_SETTING } from '../../settings/app-settings';
import { asPlainText } from '../../show/as/plain';
import { statusSummary } from '../../show/tell/summary';
import { readAppSettings } from '../../workspace/read-app-settings';
import { withTimeout } from '../../workspace/timeout';
import { findObjections } from '../asking/authorise';
import { failureLine } from '../asking/failure';
import { readAndJudge } from '../asking/read-and-judge';
import type { Judged } from '../asking/read-and-judge';
import type { AppFacts } from '../asking/request';

/** Milliseconds to wait for the platform to store a value; it gives no word when it has. */
const STORING_LIMIT = 3000;

/** Milliseconds in which the same strange status is put right once: another instance of a cluster that sees it differently would send it back. */
const ECHO = 5000;

/** A status as it is stored. */
interface Status {
	readonly text: string;
	/** Whether a stored status says the same, its time aside. */
	readonly saysSame: (stored: string) => boolean;
}

/**
 * Keeps "Current status" of the settings page true. The platform has no setting that can only be read, its form posts every field,
 * and whatever is answered before a save is sent to every other instance of a cluster; so a save is never changed, and the truth
 * is written after it.
 */
export class StatusPage {
	/** What the app itself is storing now; several saves at a time have several. The engine does not wait for it, and tells of it as of a save (SettingUpdater, 1.62.0). */
	private readonly writing = new Set<{ readonly text: string; readonly stored: () => void }>();

	/** The strange status that was put right last. */
	private corrected: { readonly text: string; readonly at: number } | undefined;

	public constructor(private readonly updater: () => ISettingUpdater) {}

	/** Reads the workspace and writes what is true now. A failure costs only the status: nothing else depends on it. */
	public async refresh(read: IRead, app: AppFacts): Promise<void> {
		await this.attempt(app, async () => this.store((await this.statusNow(read, app)).text));
	}

	/** To be called when the platform has stored a setting of the app's. */
	public async wasStored({ id, value }: Pick<ISetting, 'id' | 'value'>, read: IRead, app: AppFacts): Promise<void> {
		if (id !== STATUS_SETTING) {
			await this.refresh(read, app);
			return;
		}
		const own = [...this.writing].filter((written) => written.text === value);
		if (own.length > 0) {
			own.forEach((written) => written.stored());
			return;
		}
		const text = typeof value === 'string' ? value : '';
		if (this.corrected?.text === text && app.now().getTime() - this.corrected.at < ECHO) {
			return;
		}
		await this.attempt(app, async () => {
			const status = await this.statusNow(read, app);
			if (!status.saysSame(text)) {
				this.corrected = { text, at: app.now().getTime() };
				await this.store(status.text);
			}
		});
	}

	/** After an answer that an admin read: the page is as new as the answer. One that says the same at the same minute is left as it is. */
	public async follow(read: IRead, app: AppFacts, judged: Judged, objections: readonly Statement[]): Promise<void> {
		const { text } = statusOf(judged, objections);
		if (keepsAppStatus(read) && text !== judged.own.statusSummary) {
			await this.attempt(app, async () => this.store(text));
		}
	}

	private async statusNow(read: IRead, app: AppFacts): Promise<Status> {
		const own = await readAppSettings(read.getEnvironmentReader());
		const [judged, objections] = await Promise.all([readAndJudge(read, app, own), findObjections(own, read)]);
		return statusOf(judged, objections);
	}

	/** Stores a status; resolves when it is stored, or when that takes too long. */
	private async store(text: string): Promise<void> {
		let tell = (): void => {};
		const stored = new Promise<void>((resolve) => {
			tell = resolve;
		});
		const writing = { text, stored: tell };
		this.writing.add(writing);
		try {
			await this.updater().updateValue(STATUS_SETTING, text);
			await withTimeout(STORING_LIMIT, stored, () => undefined);
		} finally {
			this.writing.delete(writing);
		}
	}

	private async attempt(app: AppFacts, work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (reason) {
			app.logger.error(failureLine('the status', reason));
		}
	}
}

/** In the workspace's language: whoever opens that page is not known. */
function statusOf({ posture, signals }: Judged, objections: readonly Statement[]): Status {
	const translate = translatorFor(null, signals.settings.Language);
	const summary = statusSummary(posture, objections);
	return {
		text: asPlainText([summary.objections, summary.time, ...summary.status], translate),
		saysSame: (stored) => stored.startsWith(asPlainText([summary.objections], translate)) && stored.endsWith(asPlainText(summary.status, translate)),
	};
}

/**
 * Engines before 1.57 store, with every setting of an app, the status that the app had when the server started, and so forget
 * that it was enabled since (AppSettingsManager.updateAppSetting, 1.53.1). There the app writes none of its own accord after it
 * was enabled; what an admin saves, they store in any case. Those engines lack an accessor that came with 1.57.
 */
function keepsAppStatus(read: IRead): boolean {
	return 'getExperimentalReader' in read;
}

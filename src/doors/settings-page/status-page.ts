import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { translatorFor } from '../../language/reader';
import { unmarked } from '../../language/spans';
import type { Statement } from '../../language/statement';
import { STATUS_LINES } from '../../settings/status-lines';
import type { StatusLine, StatusLines, StatusText } from '../../settings/status-lines';
import { statusOptions, statusTexts, statusTime } from '../../show/tell/status-lines';
import { readStatusLines } from '../../workspace/read-app-settings';
import { findObjections } from '../asking/authorise';
import { failureLine } from '../asking/failure';
import { look } from '../asking/look';
import type { Judged } from '../asking/read-and-judge';
import type { AppFacts } from '../asking/request';

/** Milliseconds to wait, for all lines together, until the platform has stored them; it gives no word when it has. */
const STORING_LIMIT = 3000;

/** Milliseconds in which a strange value of a line is put right once: another instance of a cluster that sees it differently would send it back. */
const ECHO = 5000;

/** Milliseconds to wait for what else is stored: the form posts every field, and the platform stores one after the other. */
const SAVE = 300;

/** Milliseconds after which that is waited for no longer. */
const LONG_SAVE = 3000;

/** Milliseconds that a time may lag behind which another instance of a cluster has just written: times are shown in minutes. */
const RECENT = 60_000;

/** What is true now. */
interface Truth {
	readonly lines: StatusLines;
	/** Whether a time that is shown may be that of a reading just now. */
	readonly isRecent: (time: string) => boolean;
}

/**
 * Keeps the status lines of the settings page true. The platform has no setting that can only be read, its form posts every field,
 * and whatever is answered before a save is sent to every other instance of a cluster; so a save is never changed, and the truth
 * is written after it, a line only where it differs.
 */
export class StatusPage {
	/** What the app itself is storing now; several saves at a time have several. The engine does not wait for it, and tells of it as of a save (SettingUpdater, 1.62.0). */
	private readonly writing = new Set<{ readonly id: StatusLine; readonly value: string; readonly stored: () => void }>();

	/** The strange values of lines that were put right just now. */
	private readonly corrected = new Set<string>();

	/** What was stored is looked at when this has run out. */
	private awaited: ReturnType<typeof setTimeout> | undefined;

	/** When it is looked at in any case. */
	private latest = 0;

	/** Whether what was stored since then is more than lines. */
	private isStated = false;

	/** What is to be written after an answer, when what is being written is done. */
	private newest: (() => Promise<void>) | undefined;

	private following: Promise<void> | undefined;

	/** @param updater what it stores with, for so many milliseconds */
	public constructor(private readonly updater: (budget: number) => ISettingUpdater) {}

	/** Reads the workspace and writes what is true now. A failure costs only the status: nothing else depends on it. */
	public async refresh(read: IRead, app: AppFacts): Promise<void> {
		await this.write(read, app, () => truthNow(read, app));
	}

	/**
	 * To be called when the platform has stored a setting of the app's. What is stored with it is waited for, so that a save of the whole
	 * form is read once; the platform stores the next field only after this one is answered.
	 *
	 * @param afterwards what follows where more than lines were stored; never rejects
	 */
	public wasStored({ id, value }: Pick<ISetting, 'id' | 'value'>, read: IRead, app: AppFacts, afterwards?: () => Promise<void>): void {
		const own = [...this.writing].filter((written) => written.id === id && written.value === value);
		if (own.length > 0) {
			own.forEach((written) => written.stored());
			return;
		}
		this.isStated ||= !STATUS_LINES.some((line) => line === id);
		const now = Date.now();
		this.latest = this.awaited === undefined ? now + LONG_SAVE : this.latest;
		clearTimeout(this.awaited);
		this.awaited = setTimeout(() => void this.lookAtStored(read, app, afterwards), Math.min(SAVE, this.latest - now));
	}

	/** After an answer that an admin read: the page is as new as the answer. One that says the same at the same minute is left as it is. */
	public async follow(read: IRead, app: AppFacts, judged: Judged, objections: readonly Statement[]): Promise<void> {
		if (keepsAppStatus(read)) {
			this.newest = async () => this.write(read, app, () => truthOf(judged, objections));
			this.following ??= this.writeNewest();
			await this.following;
		}
	}

	/** Of answers that many read at once, the newest is written, once. */
	private async writeNewest(): Promise<void> {
		for (let { newest } = this; newest !== undefined; { newest } = this) {
			this.newest = undefined;
			await newest();
		}
		this.following = undefined;
	}

	private async lookAtStored(read: IRead, app: AppFacts, afterwards?: () => Promise<void>): Promise<void> {
		const { isStated } = this;
		this.awaited = undefined;
		this.isStated = false;
		await this.write(read, app, () => truthNow(read, app), !isStated);
		if (isStated) {
			await afterwards?.();
		}
	}

	/** @param mayBeEcho whether what is shown may come from another instance of a cluster */
	private async write(read: IRead, app: AppFacts, find: () => Truth | null | Promise<Truth | null>, mayBeEcho = false): Promise<void> {
		try {
			const [truth, shown] = await Promise.all([find(), readStatusLines(read.getEnvironmentReader())]);
			if (truth === null) {
				return;
			}
			const differing = STATUS_LINES.filter((id) => truth.lines[id] !== shown[id]);
			const wrong = mayBeEcho ? this.withoutEchoes(differing, truth, shown) : differing;
			await this.store(truth.lines, wrong.length === 0 ? wrong : differing.filter((id) => wrong.includes(id) || id === 'status_time'));
		} catch (reason) {
			app.logger.error(failureLine('the status', reason));
		}
	}

	private withoutEchoes(differing: readonly StatusLine[], truth: Truth, shown: StatusLines): readonly StatusLine[] {
		const valueOf = (id: StatusLine): string => `${id} ${shown[id]}`;
		const wrong = differing.filter((id) => !this.corrected.has(valueOf(id)) && (id !== 'status_time' || !truth.isRecent(shown[id])));
		for (const value of wrong.map(valueOf)) {
			this.corrected.add(value);
			setTimeout(() => this.corrected.delete(value), ECHO);
		}
		return wrong;
	}

	/** Stores lines one after the other, since older engines store all settings with each; waits until they are stored, or until that takes too long. */
	private async store(truth: StatusLines, ids: readonly StatusLine[]): Promise<void> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, STORING_LIMIT);
		});
		const updater = this.updater(STORING_LIMIT);
		try {
			for (const id of ids) {
				await this.storeLine(updater, id, truth[id], late);
			}
		} finally {
			clearTimeout(timer);
		}
	}

	private async storeLine(updater: ISettingUpdater, id: StatusLine, value: string, late: Promise<void>): Promise<void> {
		let tell = (): void => {};
		const stored = new Promise<void>((resolve) => {
			tell = resolve;
		});
		const writing = { id, value, stored: tell };
		this.writing.add(writing);
		try {
			await updater.updateValue(id, value);
			await Promise.race([stored, late]);
		} finally {
			this.writing.delete(writing);
		}
	}
}

async function truthNow(read: IRead, app: AppFacts): Promise<Truth | null> {
	const own = await app.readings.appSettings(read);
	const [judged, objections] = await Promise.all([look(read, app, own), findObjections(own, read)]);
	return truthOf(judged, objections);
}

/** Null where not all was waited for: the page keeps what was found before, with its time. Its texts are in the workspace's language: whoever opens that page is not known. */
function truthOf({ posture, signals, isCutShort }: Judged, objections: readonly Statement[]): Truth | null {
	if (isCutShort) {
		return null;
	}
	const translate = translatorFor(null, signals.settings.Language);
	const plain = (statement: Statement): string => unmarked(translate.spans(statement));
	const texts = statusTexts(posture, objections);
	const told = (id: StatusText): string => texts[id].map(plain).join(' ');
	return {
		lines: { ...statusOptions(posture), status_first: told('status_first'), status_changes: told('status_changes'), status_objections: told('status_objections'), status_time: told('status_time') },
		isRecent: (time) => [0, RECENT].some((ago) => time === plain(statusTime(new Date(Date.parse(posture.generatedAt) - ago)))),
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

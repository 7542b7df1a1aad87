import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';

import { translatorFor } from '../../language/reader';
import { unmarked } from '../../language/spans';
import type { Statement } from '../../language/statement';
import { STATUS_LINES } from '../../settings/status-lines';
import type { StatusLine, StatusLines, StatusText } from '../../settings/status-lines';
import { statusOptions, statusTexts } from '../../show/tell/status-lines';
import { readStatusLines } from '../../workspace/read-app-settings';
import { findObjections } from '../asking/authorise';
import { failureLine } from '../asking/failure';
import { look } from '../asking/look';
import type { Judged } from '../asking/read-and-judge';
import type { AppFacts } from '../asking/request';

/** Milliseconds to wait, for all lines together, until the platform has stored them; it gives no word when it has. */
const STORING_LIMIT = 3000;

/** Milliseconds to wait for what else is stored: the form posts every field, and the platform stores one after the other. */
const SAVE = 300;

/** Milliseconds after which that is waited for no longer. */
const LONG_SAVE = 3000;

/** Milliseconds after which it is forgotten that another instance sent a value. */
const CALM = 30_000;

/** So often another instance may send the same value of a line within that time; more is values that chase each other. */
const MOST_SENT = 2;

/** So often somebody may post the same value of a line within that time; more is not a person (see `isSent`, of means that tell no date from a text). */
const MOST_POSTED = 6;

/** Milliseconds that such a value waits at most before it is stored; the engine gives up a hook after 30 seconds. */
const LONGEST_WAIT = 10_000;

/** The lines that say something of the workspace. */
const STATED_LINES = STATUS_LINES.filter((id) => id !== 'status_time');

/** What is true now. */
interface Truth {
	/** When it was read: ISO 8601, UTC. */
	readonly at: string;
	readonly lines: StatusLines;
}

/**
 * Keeps the status lines of the settings page true. The platform has no setting that can only be read, and its form posts every field;
 * so a save is never changed, and the truth is written after it, a line only where it differs.
 *
 * In a cluster, what one instance stores is sent to every other, which stores it too and tells of it as of a save (`apps.settingUpdated`,
 * apps/meteor/server/services/apps-engine/service.ts). So only the instance at which something was posted looks and writes. What another
 * one sends is left as it is, whatever it says: two that disagree, since their environments differ or one cannot read a setting, would
 * overwrite each other for ever.
 */
export class StatusPage {
	/** What the app itself is storing now; several saves at a time have several. The engine does not wait for it, and tells of it as of a save (SettingUpdater, 1.62.0). */
	private readonly writing = new Set<{ readonly id: StatusLine; readonly value: string; readonly stored: () => void }>();

	/** Ids of what is posted here, and not stored yet. */
	private readonly arriving = new Set<string>();

	/** Ids of what was posted here and stored, and is to be looked at soon. */
	private posted = new Set<string>();

	/** What was posted is looked at when this has run out. */
	private awaited: ReturnType<typeof setTimeout> | undefined;

	/** When it is looked at in any case. */
	private latest = 0;

	/** How often which value of a line came just now, and not from here. */
	private readonly sent = new Map<string, number>();

	/** Ends with the writing before: of two at once, the second finds what the first has written. */
	private turn: Promise<void> = Promise.resolve();

	/** What the lines show, where that was read and none is being stored, or was since. */
	private shown: StatusLines | undefined;

	/** How often a line was about to be stored, or was. */
	private stirred = 0;

	/** When that was read which was compared last. */
	private compared = '';

	/** What is to be written after an answer, when what is being written is done. */
	private newest: (() => Promise<void>) | undefined;

	private following: Promise<void> | undefined;

	/** @param updater what it stores with, for so many milliseconds */
	public constructor(private readonly updater: (budget: number) => ISettingUpdater) {}

	/** Reads the workspace and writes what is true now. A failure costs only the status: nothing else depends on it. */
	public async refresh(read: IRead, app: AppFacts): Promise<void> {
		await this.write(read, app, () => truthNow(read, app));
	}

	/** To be called before the platform stores a setting of the app's, which is stored as it is: any other value would be sent on to every instance. */
	public async arrives(context: ISettingUpdateContext): Promise<void> {
		const { id } = context.newSetting;
		const value: unknown = context.newSetting.value;
		this.stir(id);
		const isOfLine = isLine(id) && this.ownOf(id, value).length === 0;
		const times = isOfLine ? this.count(`${id} ${String(value)}`) : 0;
		if (!isSent(context) && times <= MOST_POSTED) {
			this.arriving.add(id);
		} else if (times > MOST_SENT) {
			await calm(`${id} ${String(value)}`);
		}
	}

	/**
	 * To be called when the platform has stored a setting of the app's. What is stored with it is waited for, so that a save of the whole
	 * form is read once; the platform stores the next field only after this one is answered.
	 *
	 * @param afterwards what follows where more than lines were stored; never rejects
	 */
	public wasStored({ id, value }: Pick<ISetting, 'id' | 'value'>, read: IRead, app: AppFacts, afterwards?: () => Promise<void>): void {
		this.stir(id);
		const own = this.ownOf(id, value);
		if (own.length > 0) {
			own.forEach((written) => written.stored());
			return;
		}
		if (!this.arriving.delete(id)) {
			return;
		}
		this.posted.add(id);
		const now = Date.now();
		this.latest = this.awaited === undefined ? now + LONG_SAVE : this.latest;
		clearTimeout(this.awaited);
		this.awaited = setTimeout(() => void this.lookAtStored(read, app, afterwards), Math.min(SAVE, this.latest - now));
	}

	/** After an answer that an admin read: the page says what the answer says. One that says so already is left as it is. */
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
		const { posted } = this;
		this.awaited = undefined;
		this.posted = new Set();
		await this.write(read, app, () => truthNow(read, app), posted.has('status_time'));
		if (![...posted].every(isLine)) {
			await afterwards?.();
		}
	}

	private ownOf(id: string, value: unknown): { readonly stored: () => void }[] {
		return [...this.writing].filter((written) => written.id === id && written.value === value);
	}

	/** What a line shows is not known while it is on its way into the database. */
	private stir(id: string): void {
		if (isLine(id)) {
			this.stirred += 1;
			this.shown = undefined;
		}
	}

	/** How often that value of a line came lately. */
	private count(sent: string): number {
		const times = (this.sent.get(sent) ?? 0) + 1;
		this.sent.set(sent, times);
		setTimeout(() => {
			const left = (this.sent.get(sent) ?? 1) - 1;
			if (left > 0) {
				this.sent.set(sent, left);
			} else {
				this.sent.delete(sent);
			}
		}, CALM);
		return times;
	}

	/** @param isTimeWrong whether somebody typed the time that is shown; alone it is no reason to write */
	private async write(read: IRead, app: AppFacts, find: () => Truth | null | Promise<Truth | null>, isTimeWrong = false): Promise<void> {
		try {
			const truth = await find();
			if (truth !== null) {
				this.turn = this.turn.then(() => this.correct(read, app, truth, isTimeWrong));
				await this.turn;
			}
		} catch (reason) {
			app.logger.error(failureLine('the status', reason));
		}
	}

	/** Never rejects. */
	private async correct(read: IRead, app: AppFacts, { at, lines }: Truth, isTimeWrong: boolean): Promise<void> {
		try {
			const known = this.shown;
			if (known !== undefined && !isTimeWrong && STATED_LINES.every((id) => lines[id] === known[id])) {
				return;
			}
			const { stirred } = this;
			const shown = await readStatusLines(read.getEnvironmentReader());
			const differing = STATED_LINES.filter((id) => lines[id] !== shown[id]);
			this.shown = this.stirred === stirred ? shown : undefined;
			if (at >= this.compared && (differing.length > 0 || isTimeWrong || shown.status_time === '')) {
				this.compared = at;
				await this.store(lines, [...differing, 'status_time']);
			}
		} catch (reason) {
			app.logger.error(failureLine('the status', reason));
		}
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
		this.stir(id);
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
		at: posture.generatedAt,
		lines: { ...statusOptions(posture), status_first: told('status_first'), status_changes: told('status_changes'), status_objections: told('status_objections'), status_time: told('status_time') },
	};
}

/**
 * Two instances that store a line in the same moment send each other their values for ever, and an app cannot refuse one. So what comes
 * too often waits, each value as long everywhere: all end with the one that waits longest, and send no other.
 */
async function calm(sent: string): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, Math.round(shareOf(sent) * LONGEST_WAIT)));
}

/** From 0 to 1, the same for a text wherever it is asked for. */
function shareOf(text: string): number {
	return [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997, 7) / 997;
}

function isLine(id: string): boolean {
	return STATUS_LINES.some((line) => line === id);
}

/**
 * Whether a setting comes from another instance, or from the app, and not from a person. Both bring the moment at which it was stored as a
 * date (EJSON between instances); a form is posted as JSON, which has none, with the moment of what it replaces or an earlier one. A
 * workspace may have other means than EJSON set between its instances: then a later moment tells.
 */
function isSent({ oldSetting, newSetting }: ISettingUpdateContext): boolean {
	const [before, now]: readonly unknown[] = [oldSetting.updatedAt, newSetting.updatedAt];
	return typeof now === 'string' ? Date.parse(now) > Number(before) : typeof now === 'object' && now !== null;
}

/**
 * Engines before 1.57 store, with every setting of an app, the status that the app had when the server started, and so forget
 * that it was enabled since (AppSettingsManager.updateAppSetting, 1.53.1). There the app writes none of its own accord after it
 * was enabled; what an admin saves, they store in any case. Those engines lack an accessor that came with 1.57.
 */
function keepsAppStatus(read: IRead): boolean {
	return 'getExperimentalReader' in read;
}

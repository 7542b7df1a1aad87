import type { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translatorFor } from '../../language/reader';
import { differenceOf, isAlarming } from '../../posture/snapshot';
import type { Difference } from '../../posture/snapshot';
import type { AppSettings } from '../../settings/stated';
import { alertMessage } from '../../show/as/alert';
import { alertReaders, alertState, keepAlertState } from '../../store/alerts';
import type { AlertState } from '../../store/alerts';
import { appUser, findAccount } from '../../workspace/accounts';
import { readAppSettings } from '../../workspace/read-app-settings';
import { findNamedRoom, findMembers } from '../../workspace/rooms';
import { hasAllowedRole, mayAsk } from '../asking/authorise';
import { directRoom } from '../asking/direct-room';
import { Failure, failureLine, unlessLost } from '../asking/failure';
import { keep, look } from '../asking/look';
import type { Look } from '../asking/look';
import type { Judged } from '../asking/read-and-judge';
import { makeRequest } from '../asking/request';
import type { AppFacts } from '../asking/request';

/** The platform gives a job to another server when the first has not ended it after this many milliseconds (Agenda's lock). */
const LOCK = 600_000;

/** Milliseconds after which two servers that began at once see what both have written. */
const SETTLED = 2000;

/** What the platform lends a job. */
interface Lent {
	readonly read: IRead;
	readonly modify: IModify;
	readonly persistence: IPersistence;
}

/** A look that nobody asked for: what differs is kept. Whatever fails costs this look alone. */
export async function lookUnasked(lent: Lent, app: AppFacts, work: (found: Judged & Look) => Promise<void> = async () => {}): Promise<void> {
	try {
		const found = await look(lent.read, app, await readAppSettings(lent.read.getEnvironmentReader()));
		await keep(found, lent.read, lent.persistence, app);
		await work(found);
	} catch (reason) {
		app.logger.error(failureLine('the daily look', reason));
	}
}

/**
 * The daily look. The platform runs it when it is registered, late after a stop, and anew after a crash; so what is said follows from what
 * was kept alone: at most one message a day, about all that was not told yet.
 *
 * @param settled milliseconds until two servers see what both have written
 */
export async function lookDaily(lent: Lent, app: AppFacts, settled = SETTLED): Promise<void> {
	await lookUnasked(lent, app, async ({ own, ...found }) => {
		if (own.values.monitoring === 'daily' && found.kept !== null) {
			await alertOf({ own, ...found }, found.kept.usable, lent, app, settled);
		}
	});
}

async function alertOf(found: Judged & Look, kept: NonNullable<Look['kept']>['usable'], lent: Lent, app: AppFacts, settled: number): Promise<void> {
	const { read, persistence } = lent;
	const at = found.now.at;
	const today = at.slice(0, 10);
	const before = await alertState(read.getPersistenceReader());
	if (before !== null && before.claim !== '' && Math.abs(Date.parse(at) - Date.parse(before.at)) < LOCK) {
		return;
	}
	const older = before === null ? undefined : (kept.find((snapshot) => snapshot.at <= before.told) ?? kept[kept.length - 1]);
	const difference = older === undefined ? null : differenceOf(older, found.now);
	const quiet: AlertState = { at, told: at, day: before?.day ?? '', claim: '', reached: [] };
	if (before === null || difference === null || !isAlarming(difference)) {
		await keepAlertState(persistence, quiet);
		return;
	}
	if (before.day === today && before.claim === '') {
		return;
	}
	const claim: AlertState = { ...before, at, claim: app.randomHex(8) };
	await keepAlertState(persistence, claim);
	await new Promise<void>((resolve) => setTimeout(resolve, settled));
	if ((await alertState(read.getPersistenceReader()))?.claim !== claim.claim) {
		return;
	}
	const reached = await send(found, difference, claim, lent, app);
	// What reached nobody is tried again by the next look.
	await keepAlertState(persistence, reached === 0 ? { ...before, claim: '' } : { ...quiet, day: today });
}

/** @returns how many were reached, by an earlier try too */
async function send({ own, posture, signals }: Judged, difference: Difference, claim: AlertState, lent: Lent, app: AppFacts): Promise<number> {
	const { read, modify, persistence } = lent;
	const sender = await appUser(read);
	if (sender === undefined) {
		throw new Failure('the app has no user');
	}
	const reached = [...claim.reached];
	const write = async (key: string, reader: IUser | null, isWhole: boolean, find: () => Promise<IRoom>): Promise<void> => {
		if (reached.includes(key)) {
			return;
		}
		try {
			const { text, blocks } = alertMessage(posture, difference, isWhole, reader !== null, translatorFor(reader, signals.settings.Language), app.id);
			const creator = modify.getCreator();
			await creator.finish(creator.startMessage().setRoom(await find()).setSender(sender).setText(text).setBlocks(blocks));
			reached.push(key);
			await keepAlertState(persistence, { ...claim, reached });
		} catch (reason) {
			app.logger.error(failureLine('the message of the daily look', reason));
		}
	};
	const named = own.values.alert_room;
	const room = named === null ? undefined : await findNamedRoom(named, read);
	if (room !== undefined) {
		await write(room.id, null, await isForAll(room, sender, own, read), async () => room);
	}
	if (room === undefined || !reached.includes(room.id)) {
		for (const id of (await alertReaders(read.getPersistenceReader())) ?? []) {
			const reader = await unlessLost('looking up whom to write to', findAccount(id, read), app);
			if (reader !== undefined && reader !== 'lost' && (await mayAsk(reader, own, read))) {
				await write(id, reader, true, async () => directRoom(makeRequest({ user: reader }, read, modify, persistence), sender));
			}
		}
	}
	return reached.length;
}

/** More members are not asked after one by one. */
const MOST_MEMBERS = 100;

/** Whether everybody in a room may see what changed. Anybody can enter a room that is not private. */
async function isForAll({ id, type }: IRoom, sender: IUser, own: AppSettings, read: IRead): Promise<boolean> {
	const members = type === RoomType.PRIVATE_GROUP ? await findMembers(id, read) : [];
	if (members.length === 0 || members.length > MOST_MEMBERS) {
		return false;
	}
	const may = await Promise.all(members.filter((member) => member.id !== sender.id).map((member) => hasAllowedRole(member, own, read)));
	return may.every((isAllowed) => isAllowed);
}

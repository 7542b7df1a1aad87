import * as z from 'zod/mini';

import { FLOWS } from '../catalogue/flows';
import type { FlowId, KnownFlow } from '../catalogue/flows';
import type { SettingId } from '../catalogue/server-settings';
import { BASES, CONFIDENCES, CONFLICT_IDS, DEPLOYMENT_MODELS, REGISTRATION_STATES, UNREADABLE_REASONS } from '../catalogue/vocabulary';
import { value } from '../language/spans';
import { say } from '../language/statement';
import type { Param, Statement } from '../language/statement';
import { isAccepted } from './accepted';
import { namingSettings, settingsToTell } from './flows';
import { isOpening } from './opening';
import type { Evidence, FlowFinding, Posture } from './posture';

/** Which way a flow goes that is on, or else its state. */
export const OUTCOMES = ['sent', 'open', 'attempted', 'inside', 'off', 'not-applicable', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One of a few words. Of zod's own ways, these alone are small enough to be shipped. */
const oneOf = <const Word extends string>(words: readonly Word[]) => z.custom<Word>((found: unknown) => words.some((word) => word === found));
const mapOf = <Part extends string>(isPart: (found: unknown) => boolean) => z.custom<Readonly<Record<string, Part>>>((map: unknown) => typeof map === 'object' && map !== null && !Array.isArray(map) && Object.values(map).every(isPart));

const KNOWN_OUTCOMES: ReadonlySet<unknown> = new Set(OUTCOMES);
const outcomes = mapOf<Outcome>((found) => KNOWN_OUTCOMES.has(found));

/** Raised when what is kept changes its meaning. */
export const SNAPSHOT_VERSION = 1;

/** What is kept of one look: of each setting what may be shown of it, and nothing else. Flows of another version of the catalogue may be among them. */
const snapshotSchema = z.object({
	v: z.custom<typeof SNAPSHOT_VERSION>((version: unknown) => version === SNAPSHOT_VERSION),
	at: z.iso.datetime(),
	catalogue: z.string(),
	deployment: z.object({
		model: oneOf(DEPLOYMENT_MODELS),
		basis: oneOf(BASES),
		confidence: oneOf(CONFIDENCES),
		/** A contradiction's id, with the flow where it is one: `third-party-flow-on:gravatar`. */
		conflicts: z.array(z.string()),
		registration: z.object({ state: oneOf(REGISTRATION_STATES), confidence: oneOf(CONFIDENCES) }),
	}),
	flows: outcomes,
	/** What was known last of flows that could not be found out. */
	was: outcomes,
	/** Of the settings that decide: a key of a sentence, or `=` and what was shown. */
	settings: mapOf<string>((kept) => typeof kept === 'string' && (SHOWN.test(kept) || KNOWN_KEYS.has(kept))),
	/** Flows that an admin or the policy accepted, and that holds. */
	accepted: z.array(z.string()),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** @returns null for what is no snapshot of this version */
export function parseSnapshot(record: unknown): Snapshot | null {
	return snapshotSchema.safeParse(record).data ?? null;
}

const LATE = 'unreadable_timed-out';
const KEYS = ['observed_set', 'observed_not-set', 'observed_not-an-address', ...UNREADABLE_REASONS.map((reason) => `unreadable_${reason}` as const)] as const;

const KNOWN_KEYS: ReadonlySet<unknown> = new Set(KEYS);

/** `=` and a value or addresses, with no sign that a renderer could act on. */
const SHOWN = /^=[\w.+:/[\]… -]+$/;

function encoded({ key, params }: Statement): string {
	return key === 'observed_value' ? `=${textsOf(params?.['value']).join(' ')}` : key;
}

/** An observed value is one span or several. */
function textsOf(param: Param | undefined): string[] {
	return Array.isArray(param) ? param.flatMap(textsOf) : typeof param === 'object' && 'text' in param ? [param.text] : [];
}

function decoded(kept: string): Statement | null {
	const key = KEYS.find((known) => known === kept);
	return key !== undefined ? say(key) : SHOWN.test(kept) ? say('observed_value', { value: kept.slice(1).split(' ').map(value) }) : null;
}

function outcomeOf(flow: FlowFinding): Outcome {
	return flow.state !== 'on' ? flow.state : isOpening(flow) ? 'open' : (flow.effect ?? 'sent');
}

function isClosed(outcome: Outcome | undefined): boolean {
	return outcome === 'off' || outcome === 'not-applicable';
}

/**
 * What is kept of a look. What was only answered too late is taken from the one before: that shows how busy the server was, and not how it is set up.
 *
 * @param previous the newest that is kept
 */
export function snapshotOf(posture: Posture, previous: Snapshot | null): Snapshot {
	const { deployment, flows } = posture;
	const { model, basis, confidence, conflicts, registration } = deployment;
	const hasLate = (read: readonly Pick<Evidence, 'observed'>[]): boolean => read.some(({ observed }) => observed.key === LATE);
	const lateIn = ({ settings }: FlowFinding): boolean => settings.some(({ shown }) => shown.key === LATE);
	const isBlind = hasLate(deployment.evidence) && (model === 'unknown' || previous?.deployment.model === model);
	const isLate = isBlind || hasLate(posture.server.evidence) || flows.some(lateIn);
	const found = flows.map((flow) => {
		const before = previous?.flows[flow.id];
		const now = outcomeOf(flow);
		const isCarried = isLate && (now === 'unknown' || lateIn(flow) || isClosed(before) === isClosed(now));
		const outcome = (isCarried ? before : undefined) ?? now;
		const was = before === 'unknown' ? previous?.was[flow.id] : before;
		return { id: flow.id, outcome, was: outcome === 'unknown' ? was : undefined };
	});
	const deciding = flows.flatMap(({ state, decidedBy, settings }) => settings.filter(({ id }) => state === 'on' || state === 'unknown' || decidedBy.includes(id)));
	return {
		v: SNAPSHOT_VERSION,
		at: posture.generatedAt,
		catalogue: posture.catalogueVersion,
		deployment:
			isBlind && previous !== null
				? previous.deployment
				: { model, basis, confidence, conflicts: conflicts.map(({ id, flow }) => (flow === null ? id : `${id}:${flow}`)), registration: { state: registration.state, confidence: registration.confidence } },
		flows: Object.fromEntries(found.map(({ id, outcome }) => [id, outcome])),
		was: Object.fromEntries(found.flatMap(({ id, was }) => (was === undefined ? [] : [[id, was]]))),
		settings: Object.fromEntries(deciding.map(({ id, shown }) => [id, (shown.key === LATE ? previous?.settings[id] : undefined) ?? encoded(shown)])),
		// What the database did not say is as it was.
		accepted: flows.filter((flow) => isAccepted(flow) || (!posture.agreed.isRead && previous?.accepted.includes(flow.id) === true)).map(({ id }) => id),
	};
}

/** Whether two looks found the same, in whatever order a database gives it back. */
export function isSame(one: Snapshot, other: Snapshot): boolean {
	const sorted = (part: Readonly<Record<string, string>>): string[] => Object.entries(part).map((entry) => entry.join()).sort();
	const content = ({ deployment: { model, basis, confidence, conflicts, registration }, flows, was, settings, accepted }: Snapshot): string =>
		JSON.stringify([model, basis, confidence, [...conflicts].sort(), registration.state, registration.confidence, sorted(flows), sorted(was), sorted(settings), [...accepted].sort()]);
	return content(one) === content(other);
}

/** One setting, before and after, as far as it may be shown. */
export interface SettingChange {
	readonly id: SettingId;
	readonly before: Statement;
	readonly after: Statement;
}

/**
 * What became of a flow: a way out or in that is new, or gone; one that has another recipient; one that cannot be found out any more, or
 * could not before, which is never told as new; or something else.
 */
export const CHANGE_KINDS = ['new', 'gone', 'moved', 'unread', 'read', 'other'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of the agreement to a flow. */
export const AGREEMENTS = ['accepted', 'ended'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export interface FlowChange {
	readonly id: FlowId;
	readonly kind: ChangeKind;
	readonly before: Outcome;
	/** What was known last of one that could not be found out before. */
	readonly was: Outcome | null;
	readonly after: Outcome;
	/** Whether somebody agreed to it since, or an agreement ended; null where neither is so. */
	readonly agreement: Agreement | null;
	readonly settings: readonly SettingChange[];
	/** Whether more reaches others than when it was known last; not where only this app knows more, and not for what is accepted. */
	readonly grew: boolean;
	/** Whether a setting that decides could not be read any more. */
	readonly lostSetting: boolean;
}

/** What differs between two looks. */
export interface Difference {
	/** When the older one was made. */
	readonly from: string;
	/** When the newer one was made. */
	readonly to: string;
	/** The verdicts, where they differ. */
	readonly verdict: Pair<Pick<Snapshot['deployment'], 'model' | 'basis' | 'confidence' | 'conflicts'>> | null;
	readonly registration: Pair<Snapshot['deployment']['registration']> | null;
	/** Names of contradictions that appeared, or are gone. */
	readonly appeared: readonly Statement[];
	readonly ended: readonly Statement[];
	readonly flows: readonly FlowChange[];
	/** Whether this app knew other facts then: what no setting explains may come from that. */
	readonly isOtherCatalogue: boolean;
}

interface Pair<One> {
	readonly before: One;
	readonly after: One;
}

/** How far others are reached. */
const REACHED: Readonly<Record<Outcome, number>> = { 'sent': 2, 'open': 2, 'attempted': 1, 'inside': 0, 'off': 0, 'not-applicable': 0, 'unknown': 0 };

/** @returns null where nothing differs that can be told */
export function differenceOf(older: Snapshot, newer: Snapshot): Difference | null {
	const [before, after] = [older.deployment, newer.deployment];
	const said = (...parts: readonly string[]): string => parts.join();
	const difference: Difference = {
		from: older.at,
		to: newer.at,
		verdict: said(before.model, before.basis, before.confidence) === said(after.model, after.basis, after.confidence) ? null : { before, after },
		registration: said(before.registration.state, before.registration.confidence) === said(after.registration.state, after.registration.confidence) ? null : { before: before.registration, after: after.registration },
		appeared: missingIn(after.conflicts, before.conflicts),
		ended: missingIn(before.conflicts, after.conflicts),
		flows: FLOWS.flatMap((flow) => changeOf(flow, older, newer) ?? []),
		isOtherCatalogue: older.catalogue !== newer.catalogue,
	};
	const { verdict, registration, appeared, ended, flows } = difference;
	return verdict === null && registration === null && appeared.length + ended.length + flows.length === 0 ? null : difference;
}

/** What differs from the last look that differed. */
export function lastDifference(kept: readonly Snapshot[], now: Snapshot): Difference | null {
	const older = kept.find((snapshot) => differenceOf(snapshot, now) !== null);
	// It was seen first when the one after that was made.
	const first = older === undefined ? undefined : kept[kept.indexOf(older) - 1];
	const difference = older === undefined ? null : differenceOf(older, now);
	return difference === null ? null : { ...difference, to: first?.at ?? now.at };
}

/**
 * What differs since the beginning of a day.
 *
 * @param day ISO 8601
 * @returns the oldest that is kept counts where none is that old
 */
export function differenceSince(kept: readonly Snapshot[], now: Snapshot, day: string): Difference | null {
	const older = kept.find(({ at }) => at < day) ?? kept[kept.length - 1];
	return older === undefined ? null : differenceOf(older, now);
}

/** Every setting that a flow looks at. */
const LOOKED_AT: ReadonlyMap<FlowId, readonly SettingId[]> = new Map(FLOWS.map((flow) => [flow.id, settingsToTell(flow)]));

/** A flow that the older look did not know is not new: the app knows more. */
function changeOf(flow: KnownFlow, older: Snapshot, newer: Snapshot): FlowChange | null {
	const { id } = flow;
	const [before, after] = [older.flows[id], newer.flows[id]];
	if (before === undefined || after === undefined) {
		return null;
	}
	const settings = (LOOKED_AT.get(id) ?? []).flatMap((setting) => settingChange(setting, older, newer) ?? []);
	const isRead = ({ key }: Statement): boolean => !key.startsWith('unreadable_');
	const naming = before === after && REACHED[after] > 0 ? settings.filter((setting) => flow.recipients.some((recipient) => namingSettings(recipient).includes(setting.id))) : [];
	const isMoved = naming.some((setting) => isRead(setting.before) && isRead(setting.after));
	const [wasAccepted, isNowAccepted] = [older.accepted.includes(id), newer.accepted.includes(id)];
	if (before === after && (isClosed(after) || after === 'unknown' || !(settings.length > 0 || wasAccepted !== isNowAccepted))) {
		return null;
	}
	const was = before === 'unknown' ? (older.was[id] ?? null) : null;
	const reached = (outcome: Outcome, isAgreed: boolean): number => (isAgreed ? 0 : REACHED[outcome]);
	const isKnown = after !== 'unknown' && (before !== 'unknown' || was !== null);
	const isExplained = older.catalogue === newer.catalogue || settings.length > 0 || wasAccepted;
	return {
		id,
		kind: kindOf(before, after, isMoved),
		before,
		was,
		after,
		agreement: wasAccepted === isNowAccepted ? null : isNowAccepted ? 'accepted' : 'ended',
		settings,
		grew: isKnown && isExplained && (reached(after, isNowAccepted) > reached(was ?? before, wasAccepted) || (isMoved && !isNowAccepted)),
		lostSetting: (before !== after && after === 'unknown' && settings.some((setting) => !isRead(setting.after))) || naming.some((setting) => isRead(setting.before) && !isRead(setting.after)),
	};
}

function kindOf(before: Outcome, after: Outcome, isMoved: boolean): ChangeKind {
	if (before === after) {
		return isMoved ? 'moved' : 'other';
	}
	if (after === 'unknown' || before === 'unknown') {
		return after === 'unknown' ? 'unread' : 'read';
	}
	const [was, is] = [REACHED[before] === REACHED.sent, REACHED[after] === REACHED.sent];
	return was === is ? 'other' : is ? 'new' : 'gone';
}

function settingChange(id: SettingId, { settings: older }: Snapshot, { settings: newer }: Snapshot): SettingChange | null {
	const [before, after] = [decoded(older[id] ?? ''), decoded(newer[id] ?? '')];
	return before === null || after === null || older[id] === newer[id] ? null : { id, before, after };
}

function missingIn(conflicts: readonly string[], others: readonly string[]): Statement[] {
	return conflicts.filter((conflict) => !others.includes(conflict)).flatMap((conflict) => {
		const [kind, flow] = conflict.split(':');
		const known = FLOWS.find(({ id }) => id === flow);
		const id = CONFLICT_IDS.find((each) => each === kind);
		return id !== undefined && id !== 'third-party-flow-on' ? [say(`conflict-name_${id}`)] : known === undefined ? [] : [say(`flow_${known.id}_name`)];
	});
}

/** What is worth a message that nobody asked for: more reaches others, a contradiction, or a setting that decides cannot be read any more. */
export function isAlarming({ appeared, flows }: Difference): boolean {
	return appeared.length > 0 || flows.some(isAlarmingChange);
}

/** Whether a change of one flow is: it decides whether the daily look writes at all. */
export function isAlarmingChange({ grew, lostSetting }: FlowChange): boolean {
	return grew || lostSetting;
}

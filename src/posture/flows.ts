import { settingsOf } from '../catalogue/conditions';
import { VARIABLE_LIFESPANS, VARIABLES } from '../catalogue/environment';
import type { Variable } from '../catalogue/environment';
import type { FlowId, KnownFlow, Place, PlaceName } from '../catalogue/flows';
import type { Recipient } from '../catalogue/flows/flow';
import type { Category } from '../catalogue/categories';
import { groupPath, PLACE_GROUPS } from '../catalogue/places';
import { SERVER_SETTINGS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import { CONTROL } from '../catalogue/versions';
import type { FlowEffect, FlowState } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import type { Reading, Verdict } from './condition';
import { isCertainAirGap } from './exposure';
import { observed } from './observed';
import type { Deployment, FlowFinding, FoundRecipient, ServerVersions } from './posture';
import { oncePer } from './once';
import { judgeRecipient } from './recipient';
import type { JudgedRecipient, OwnNetwork } from './recipient';
import { has, isMissing, serverWords } from './server';

/** A flow as its settings stand, before it is known whether anything gets out. */
export interface JudgedFlow {
	readonly flow: KnownFlow;
	readonly state: FlowState;
	readonly reason: Statement;
	readonly decidedBy: readonly SettingId[];
	readonly unreadable: readonly SettingId[];
	readonly recipients: readonly [JudgedRecipient, ...JudgedRecipient[]];
	/** Every setting that the flow looks at on this server, once each. */
	readonly settings: readonly SettingId[];
}

/** Judges one flow by three-valued logic. Total: an unreadable setting never yields off, whatever the values of the others. */
export function judgeFlow(flow: KnownFlow, reading: Reading, network: OwnNetwork): JudgedFlow {
	const { settings, server } = reading;
	const [first, ...others] = flow.recipients;
	const recipients: JudgedFlow['recipients'] = [judgeRecipient(first, reading, network), ...others.map((recipient) => judgeRecipient(recipient, reading, network))];
	const found = (state: FlowState, reason: Statement, decidedBy: readonly SettingId[] = [], unreadable: readonly SettingId[] = []): JudgedFlow => ({ flow, state, reason, decidedBy, unreadable, recipients, settings: settingsToTell(flow) });
	const absence = absenceOf(flow, reading);
	if (absence !== null) {
		return found('not-applicable', absence);
	}
	const verdict = evaluate(flow.when, reading);
	if (verdict.state === true) {
		const { decidedBy } = verdict;
		// A setting that came with the flow and reads shows that the server has it; one that is to go may have outlived its code.
		if (has(server, flow) === 'may' && (flow.until !== undefined || !decidedBy.some((id) => SERVER_SETTINGS[id].since !== undefined))) {
			return found('unknown', byVersion(flow), decidedBy);
		}
		const reason = decidedBy.length === 0 ? say('reason_always') : say('reason_on', { settings: shownSettings(decidedBy, settings) });
		return found('on', reason, decidedBy);
	}
	if (verdict.state === 'unknown') {
		return found('unknown', openReason(flow, verdict, settings), verdict.decidedBy, verdict.unreadable);
	}
	const doubt = flow.unknownWhen === undefined ? undefined : evaluate(flow.unknownWhen, reading);
	const decidedBy = [...new Set([...verdict.decidedBy, ...(doubt?.decidedBy ?? [])])];
	if (doubt !== undefined && doubt.state !== false) {
		// What could not be read may be all that is missing.
		return found('unknown', doubt.state === 'unknown' ? openReason(flow, doubt, settings) : notShown(flow), decidedBy, doubt.unreadable);
	}
	const [switcher] = variablesThat(flow, 'switches-on');
	if (switcher !== undefined) {
		return found('unknown', say('reason_environment', { settings: shownSettings(decidedBy, settings), variable: switcher }), decidedBy);
	}
	if (decidedBy.length === 0) {
		// Off because this server cannot have what would switch it on.
		return found('not-applicable', say('reason_not-on-server', { server: serverWords(server) }));
	}
	const reason = decidedBy.includes('Enterprise_License') ? say('reason_offline-licence') : say('reason_off', { settings: shownSettings(decidedBy, settings) });
	return found('off', reason, decidedBy);
}

/** Why this server does not have the flow; null where it has it, or where that is not known. */
function absenceOf(flow: KnownFlow, reading: Reading): Statement | null {
	const { settings, server } = reading;
	const answer = has(server, flow);
	if (answer === 'no') {
		const outlived = settingsThatOutlived(flow, reading);
		return outlived.length === 0 ? say('reason_not-on-server', { server: serverWords(server) }) : say('reason_outlived', { server: serverWords(server), settings: shownSettings(outlived, settings) });
	}
	const expected = settingsToTell(flow).filter((id) => has(server, SERVER_SETTINGS[id]) !== 'no');
	const areMissing = (ids: readonly SettingId[]): boolean => ids.length > 1 && settings[CONTROL].readable && ids.every((id) => isMissing(settings[id]));
	const named = (ids: readonly SettingId[]): Statement[] => ids.map((id) => say('setting_id', { id }));
	if (flow.comesWithModule && areMissing(expected)) {
		return say('reason_no-module', { settings: named(expected) });
	}
	const cameAlong = expected.filter((id) => cameWith(flow, id));
	return (answer === 'may' || flow.releaseUnproven) && areMissing(cameAlong) ? say('reason_not-here', { settings: named(cameAlong) }) : null;
}

/** What would switch the flow on if this server still had it: an upgrade leaves settings behind without their code. */
function settingsThatOutlived({ when, until }: KnownFlow, { settings, server }: Reading): readonly SettingId[] {
	if (until === undefined || has(server, { until }) !== 'no') {
		return [];
	}
	const verdict = evaluate(when, { settings, server: { atLeast: null, below: until } });
	return verdict.state === true ? verdict.decidedBy : [];
}

/** True for a setting that no server has which is older than the flow. */
function cameWith({ since }: KnownFlow, id: SettingId): boolean {
	return has({ atLeast: null, below: since ?? null }, SERVER_SETTINGS[id]) === 'no';
}

function notShown({ id, words }: KnownFlow): Statement {
	return words['not-shown'] === undefined ? say('reason_not-shown') : say(`flow_${id}_not-shown`);
}

function openReason(flow: KnownFlow, { unreadable, isByVersion }: Verdict, settings: Signals['settings']): Statement {
	return unreadable.length === 0 && isByVersion ? byVersion(flow) : say('reason_unknown', { settings: shownSettings(unreadable, settings) });
}

function byVersion({ since, until }: KnownFlow): Statement {
	return until !== undefined ? say('reason_version-until', { release: until }) : since !== undefined ? say('reason_version-since', { release: since }) : say('reason_version');
}

function variablesThat({ environment }: KnownFlow, effect: 'switches-on' | 'switches-off' | 'leads-elsewhere'): Variable[] {
	return VARIABLES.filter((variable) => environment?.[variable] === effect);
}

/** What a judged flow says on a question about where its data goes. */
export type FlowAnswer = Pick<JudgedFlow, 'state' | 'decidedBy' | 'unreadable'> & { readonly id: FlowId };

/**
 * Flows to the internet's public services that are off by default: one that is on, or cannot be read, bears on an air gap. A recipient
 * to whom another one hands on is reached only through that one.
 */
export function publicFlows(flows: readonly JudgedFlow[]): FlowAnswer[] {
	return flows.flatMap(({ flow, state, decidedBy, unreadable, recipients }) => {
		const reached = recipients.filter((recipient, at) => recipient.party === 'third-parties' && flow.recipients[at]?.kind !== 'third-parties' && flow.recipients[at]?.isHandedOn !== true);
		const isPublic = reached.some(({ reach }) => reach === 'public');
		// Whose an address is that could not be read is not known either.
		const unnamed = recipients.filter((recipient, at) => flow.recipients[at]?.kind === 'rocket-chat-by-setting' && recipient.unreadable.length > 0);
		const mayBePublic = unnamed.length > 0 || reached.some(({ reach }) => reach === 'unknown');
		if (flow.onByDefault || !(isPublic || (mayBePublic && state !== 'off' && state !== 'not-applicable'))) {
			return [];
		}
		// On, but to a host that could not be read: it may be the operator's own, so it is no contradiction, only not read.
		const isUndecided = state === 'on' && !isPublic;
		return [{ id: flow.id, state: isUndecided ? 'unknown' : state, decidedBy, unreadable: isUndecided ? [...reached, ...unnamed].flatMap((recipient) => recipient.unreadable) : unreadable }];
	});
}

/** Whether pushes go through a gateway of Rocket.Chat's: on only if the gateway is in use and its address says whose it is. */
export function pushesThroughRocketChat(flows: readonly JudgedFlow[]): FlowAnswer {
	const id = 'push-gateway' satisfies FlowId;
	const [gateway] = flows.filter(({ flow }) => flow.id === id);
	if (gateway === undefined || gateway.state !== 'on') {
		return { id, state: gateway?.state ?? 'unknown', decidedBy: gateway?.decidedBy ?? [], unreadable: gateway?.unreadable ?? [] };
	}
	const { decidedBy, recipients } = gateway;
	const unreadable = recipients.flatMap((recipient) => recipient.unreadable);
	if (unreadable.length > 0) {
		return { id, state: 'unknown', decidedBy, unreadable };
	}
	const isRocketChats = recipients.some(({ party }) => party === 'rocket-chat');
	return { id, state: isRocketChats ? 'on' : 'off', decidedBy: [...decidedBy, 'Push_gateway'], unreadable: [] };
}

/** The finished finding: with its effect in this deployment, its words, and what was accepted of it. */
export function findingOf(judged: JudgedFlow, deployment: Deployment, reading: Reading, accepted: FlowFinding['accepted']): FlowFinding {
	const { settings } = reading;
	const { flow, state, reason, decidedBy, unreadable, recipients } = judged;
	const said = saidOf(flow);
	const found = (recipient: JudgedRecipient, at: number): FoundRecipient => {
		const { party, host, reach, isKnown } = recipient;
		return { name: nameOf(flow, at, recipient), party, host, reach, isKnown, isBlocked: flow.recipients[at]?.isInReach !== true && isBlocked(recipient, deployment) };
	};
	const [first, ...others] = recipients;
	const reached: FlowFinding['recipients'] = [found(first, 0), ...others.map((recipient, at) => found(recipient, at + 1))];
	return {
		// One by one: a literal of this size is made several times faster so than by spreading.
		id: said.id,
		name: said.name,
		activity: said.activity,
		carries: said.carries,
		purpose: said.purpose,
		sends: said.sends,
		kept: said.kept,
		optional: said.optional,
		isForLogin: said.isForLogin,
		turnOff: said.turnOff,
		adminPage: said.adminPage,
		whatStops: said.whatStops,
		source: said.source,
		state,
		effect: state === 'on' ? effectOf(reached, flow, deployment) : null,
		reason,
		decidedBy,
		unreadable,
		caveat: caveatOf(flow, state, reading),
		recipients: reached,
		connects: (flow.connects ?? ['server']).flatMap((each) => (typeof each === 'string' ? each : evaluate(each.while, reading).state === false ? [] : each.by)),
		// What this server cannot have says nothing of it.
		settings: judged.settings.filter((id) => settings[id].readable || has(reading.server, SERVER_SETTINGS[id]) !== 'no').map((id) => ({ id, readable: settings[id].readable, shown: observed(settings, id) })),
		offBy: (Object.entries(flow.offBy ?? {}) as [SettingId, boolean | string][]).filter(([id]) => has(reading.server, SERVER_SETTINGS[id]) !== 'no').map(([setting, value]) => ({ setting, value })),
		licenceNote: licenceNoteOf(flow, reading.server),
		accepted,
	};
}

/** What is said of a flow in every workspace. */
const saidOf = oncePer((flow: KnownFlow) => ({
	id: flow.id,
	name: say(`flow_${flow.id}_name`),
	activity: flow.activity,
	carries: (Object.entries(flow.carries) as [Category, 'limited' | 'yes'][]).map(([category, exposure]) => ({ category, exposure })),
	purpose: say(`flow_${flow.id}_purpose`),
	sends: flow.sends.map((word) => say(`sent_${word}`)),
	kept: flow.kept,
	optional: flow.optional,
	isForLogin: flow.isForLogin === true,
	turnOff: say(`flow_${flow.id}_turn-off`, { place: placeOf(flow) }),
	adminPage: adminPageOf(flow),
	whatStops: say(`flow_${flow.id}_what-stops`),
	source: flow.source,
}));

/** The recipient's name: the flow's own word, unless several flows share it, or a setting names a service, or somebody else than Rocket.Chat. */
function nameOf({ id, recipients, words }: KnownFlow, at: number, { party, name }: JudgedRecipient): Statement {
	if (name !== undefined) {
		return say(`recipient_${name}`);
	}
	const declared = recipients[at];
	if (declared?.name !== undefined) {
		return say(`recipient_${declared.name}`);
	}
	const isElsewhere = declared?.kind === 'rocket-chat-by-setting' && party !== 'rocket-chat' && words['recipient-elsewhere'] !== undefined;
	return say(isElsewhere ? `flow_${id}_recipient-elsewhere` : `flow_${id}_recipient`);
}

/** An air gap blocks what goes to the internet; a host that is no public service may well be inside, and what is open is open there too. */
function isBlocked({ party, reach }: JudgedRecipient, { model, conflicts }: Deployment): boolean {
	const goesOut = party === 'rocket-chat' || party === 'third-parties';
	return model === 'air-gapped' && conflicts.length === 0 && goesOut && reach !== 'own' && reach !== 'inside';
}

/**
 * What comes of a flow that is on: the farthest that any recipient is reached counts. What a recipient inside would hand on stays
 * inside where it is certain that the network is closed.
 */
function effectOf(recipients: FlowFinding['recipients'], flow: KnownFlow, deployment: Deployment): FlowEffect {
	const isKept = (at: number): boolean => at > 0 && flow.recipients[at]?.isHandedOn === true && isCertainAirGap(deployment);
	if (recipients.every(({ reach, isBlocked: isStopped }, at) => reach === 'inside' || (isStopped && isKept(at)))) {
		return 'inside';
	}
	return recipients.every(({ reach, isBlocked: isStopped }) => isStopped || reach === 'inside') ? 'attempted' : 'sent';
}

function licenceNoteOf({ premium }: KnownFlow, server: ServerVersions): Statement | null {
	if (premium === undefined || (premium !== true && has(server, { since: premium }) === 'no')) {
		return null;
	}
	return premium === true ? say('licence-note_premium') : say('licence-note_premium-from', { release: premium });
}

/** Kept open by a setting that could not be read, and not by the version alone. */
function isUnread({ state, unreadable, isByVersion }: Verdict): boolean {
	return state === 'unknown' && (unreadable.length > 0 || !isByVersion);
}

/** Everything that must be known beside the state: the flow's own sentences, then what the environment can do. */
function caveatOf(flow: KnownFlow, state: FlowState, reading: Reading): Statement | null {
	if (state === 'not-applicable') {
		return null;
	}
	const own = (flow.caveats ?? [])
		.filter(({ when, unsettled, states }) => (states === undefined || states.includes(state)) && (when === undefined || (unsettled ? isUnread(evaluate(when, reading)) : evaluate(when, reading).state === true)))
		.map((caveat) => say(`flow_${flow.id}_caveat_${caveat.id}`));
	const byEnvironment = (['switches-off', 'leads-elsewhere'] as const).flatMap((effect) => variablesThat(flow, effect).filter((variable) => has(reading.server, VARIABLE_LIFESPANS[variable] ?? {}) !== 'no').map((variable) => say(`environment_${effect}`, { variable })));
	const told = [...own, ...(state === 'off' ? [] : [...byEnvironment, ...(flow.releaseUnproven && !readsOwn(flow, reading) ? [say('release-unproven')] : [])])];
	return told.length === 0 ? null : told.reduce((first, second) => say('caveats_joined', { first, second }));
}

/** A setting that came with the flow reads here, so this server has it, whatever its release. */
function readsOwn(flow: KnownFlow, { settings }: Reading): boolean {
	return settingsToTell(flow).some((id) => SERVER_SETTINGS[id].since !== undefined && SERVER_SETTINGS[id].since === flow.since && settings[id].readable);
}

/** Every setting that a flow looks at, once each. */
export const settingsToTell = oncePer(({ when, unknownWhen, recipients, caveats, alsoReads }: KnownFlow): readonly SettingId[] => {
	const conditions = [unknownWhen, ...(caveats ?? []).map((caveat) => caveat.when)].filter((condition) => condition !== undefined);
	return [...new Set([...settingsOf(when), ...recipients.flatMap(namingSettings), ...conditions.flatMap(settingsOf), ...(alsoReads ?? [])])];
});

/** The settings that tell who receives. */
export function namingSettings(recipient: Recipient<SettingId>): readonly SettingId[] {
	switch (recipient.kind) {
		case 'rocket-chat-by-setting':
			return [recipient.setting];
		case 'by-setting':
			return [...recipient.settings, ...(recipient.texts ?? [])];
		case 'by-choice':
			return [recipient.setting, ...Object.values(recipient.addresses ?? {}).flat()];
		case 'by-switches':
			return [...settingsOf(recipient.public), ...recipient.hosted.flatMap(({ address, while: holding }) => [address, ...(holding === undefined ? [] : settingsOf(holding))])];
		case 'rocket-chat':
		case 'rocket-chat-unreadable':
		case 'public':
		case 'third-parties':
		case 'anyone':
		case 'workspace-admins':
			return [];
	}
}

function shownSettings(ids: readonly SettingId[], settings: Signals['settings']): Statement[] {
	return ids.map((id) => say('setting_shown', { id, shown: observed(settings, id) }));
}

/** The page of its first place; the administration has no address for a section. */
export function adminPageOf({ place: [first], pageGroup }: Pick<KnownFlow, 'place' | 'pageGroup'>): string | null {
	const [outer] = first?.split('/') ?? [];
	const group = pageGroup ?? Object.entries(PLACE_GROUPS).find(([name]) => name === outer)?.[1];
	return group === undefined ? null : groupPath(group);
}

function placeOf({ place }: KnownFlow): Statement {
	return say('place_settings', { places: place.map(pathOf) });
}

function pathOf(place: Place): Statement {
	const [outer, inner] = place.split('/') as [PlaceName, PlaceName?];
	const named = say(`place-name_${outer}`);
	return inner === undefined ? named : say('place_within', { outer: named, inner: say(`place-name_${inner}`) });
}

import { settingsOf } from '../catalogue/conditions';
import type { FlowId, KnownFlow, Place, PlaceName } from '../catalogue/flows';
import type { Recipient, Switches } from '../catalogue/flows/flow';
import type { Category } from '../catalogue/categories';
import type { SettingId } from '../catalogue/server-settings';
import type { FlowState, ServerFamily } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import { observed } from './observed';
import type { Deployment, FlowFinding, FoundRecipient } from './posture';
import { judgeRecipient } from './recipient';
import type { JudgedRecipient } from './recipient';

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
export function judgeFlow(flow: KnownFlow, settings: Signals['settings'], family: ServerFamily): JudgedFlow {
	const switches: Switches<SettingId> = (family === 'unknown' ? undefined : flow.inFamily?.[family]) ?? flow;
	const judged: Pick<JudgedFlow, 'flow' | 'recipients' | 'settings'> = { flow, recipients: [judgeRecipient(flow.recipient, settings)], settings: settingsToTell(flow, switches) };
	const absence = absenceOf(flow, settings, family);
	if (absence !== null) {
		return { ...judged, state: 'not-applicable', reason: absence, decidedBy: [], unreadable: [] };
	}
	const verdict = evaluate(switches.when, settings);
	if (verdict.state === true) {
		const reason = verdict.decidedBy.length === 0 ? say('reason_always') : say('reason_on', { settings: shownSettings(verdict.decidedBy, settings) });
		return { ...judged, state: 'on', reason, decidedBy: verdict.decidedBy, unreadable: [] };
	}
	if (verdict.state === 'unknown') {
		const reason = say('reason_unknown', { settings: shownSettings(verdict.unreadable, settings) });
		return { ...judged, state: 'unknown', reason, decidedBy: verdict.decidedBy, unreadable: verdict.unreadable };
	}
	const doubt = switches.unknownWhen === undefined ? undefined : evaluate(switches.unknownWhen, settings);
	const decidedBy = [...new Set([...verdict.decidedBy, ...(doubt?.decidedBy ?? [])])];
	if (doubt !== undefined && doubt.state !== false) {
		return { ...judged, state: 'unknown', reason: say('reason_not-shown'), decidedBy, unreadable: doubt.unreadable };
	}
	return { ...judged, state: 'off', reason: say('reason_off', { settings: shownSettings(decidedBy, settings) }), decidedBy, unreadable: [] };
}

/** Why this server does not have the flow; null where it has it, or where that is not known. */
function absenceOf({ families, partOf }: KnownFlow, settings: Signals['settings'], family: ServerFamily): Statement | null {
	if (family === 'unknown') {
		return null;
	}
	if (families !== undefined && !families.includes(family)) {
		return say('reason_not-applicable', { family: say(`family_${family}`) });
	}
	const isMissing = (id: SettingId): boolean => {
		const signal = settings[id];
		return !signal.readable && signal.reason === 'refused';
	};
	return partOf?.families.includes(family) && partOf.toldBy.every(isMissing) ? say('reason_not-here', { settings: partOf.toldBy.map((id) => say('setting_id', { id })) }) : null;
}

/** What a judged flow says on a question about where its data goes. */
export type FlowAnswer = Pick<JudgedFlow, 'state' | 'decidedBy' | 'unreadable'> & { readonly id: FlowId };

/** Flows to the internet's public services that are off by default: one that is on, or cannot be read, bears on an air gap. */
export function publicFlows(flows: readonly JudgedFlow[]): FlowAnswer[] {
	return flows
		.filter(({ flow, recipients, state }) => {
			if (flow.onByDefault || flow.recipient.kind === 'third-parties') {
				return false;
			}
			return recipients.some(({ party, reach }) => party === 'third-parties' && (reach === 'public' || (reach === 'unknown' && state !== 'off' && state !== 'not-applicable')));
		})
		.map(({ flow, state, decidedBy, unreadable, recipients }) => {
			// On, but to a host that could not be read: it may be the operator's own, so it is no contradiction, only not read.
			const isUndecided = state === 'on' && !recipients.some(({ party, reach }) => party === 'third-parties' && reach === 'public');
			return { id: flow.id, state: isUndecided ? 'unknown' : state, decidedBy, unreadable: isUndecided ? recipients.flatMap((recipient) => recipient.unreadable) : unreadable };
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

/** The finished finding: with its effect in this deployment, and its words. */
export function findingOf(judged: JudgedFlow, deployment: Deployment, settings: Signals['settings']): FlowFinding {
	const { flow, state, reason, decidedBy, unreadable, recipients } = judged;
	const found = ({ party, host, reach }: JudgedRecipient): FoundRecipient => ({ name: say(`flow_${flow.id}_recipient`), party, host, reach });
	const [first, ...others] = recipients;
	return {
		id: flow.id,
		state,
		effect: state !== 'on' ? null : recipients.every((recipient) => isBlocked(recipient, deployment)) ? 'attempted' : 'sent',
		reason,
		decidedBy,
		unreadable,
		caveat: caveatOf(flow, state, settings),
		recipients: [found(first), ...others.map(found)],
		carries: (Object.entries(flow.carries) as [Category, 'limited' | 'yes'][]).map(([category, exposure]) => ({ category, exposure })),
		settings: judged.settings.map((id) => ({ id, readable: settings[id].readable, shown: observed(settings, id) })),
		purpose: say(`flow_${flow.id}_purpose`),
		sends: flow.sends.map((word) => say(`sent_${word}`)),
		kept: flow.kept,
		optional: flow.optional,
		turnOff: say(`flow_${flow.id}_turn-off`, { place: placeOf(flow) }),
		whatStops: say(`flow_${flow.id}_what-stops`),
		licenceNote: flow.premium ? say('licence-note_premium') : null,
		source: flow.source,
	};
}

/** An air gap blocks what goes to the internet; a host that is no public service may well stand inside. */
function isBlocked({ reach }: JudgedRecipient, { model, conflicts }: Deployment): boolean {
	return model === 'air-gapped' && conflicts.length === 0 && reach !== 'own';
}

function caveatOf({ id, caveats }: KnownFlow, state: FlowState, settings: Signals['settings']): Statement | null {
	if (state === 'not-applicable') {
		return null;
	}
	const told = (caveats ?? [])
		.filter(({ when, unsettled, states }) => (states === undefined || states.includes(state)) && (when === undefined || evaluate(when, settings).state === (unsettled ? 'unknown' : true)))
		.map((caveat) => say(`flow_${id}_caveat_${caveat.id}`));
	return told.length === 0 ? null : told.reduce((first, second) => say('caveats_joined', { first, second }));
}

/** Every setting that a flow looks at under these switches, once each. */
function settingsToTell({ recipient, caveats, alsoReads }: KnownFlow, { when, unknownWhen }: Switches<SettingId>): SettingId[] {
	const conditions = [when, unknownWhen, ...(caveats ?? []).map((caveat) => caveat.when)].filter((condition) => condition !== undefined);
	return [...new Set([...conditions.slice(0, 1).flatMap(settingsOf), ...namingSettings(recipient), ...conditions.slice(1).flatMap(settingsOf), ...(alsoReads ?? [])])];
}

/** The settings that tell who receives. */
function namingSettings(recipient: Recipient<SettingId>): readonly SettingId[] {
	switch (recipient.kind) {
		case 'rocket-chat-by-setting':
			return [recipient.setting];
		case 'by-setting':
			return recipient.settings;
		case 'by-choice':
			return [recipient.setting, ...Object.values(recipient.addresses ?? {})];
		case 'by-switches':
			return [...settingsOf(recipient.public), ...recipient.hosted.map(({ address }) => address)];
		case 'rocket-chat':
		case 'rocket-chat-unreadable':
		case 'public':
		case 'third-parties':
			return [];
	}
}

function shownSettings(ids: readonly SettingId[], settings: Signals['settings']): Statement[] {
	return ids.map((id) => say('setting_shown', { id, shown: observed(settings, id) }));
}

function placeOf({ place }: KnownFlow): Statement {
	return say('place_settings', { places: place.map(pathOf) });
}

function pathOf(place: Place): Statement {
	const [outer, inner] = place.split('/') as [PlaceName, PlaceName?];
	const named = say(`place-name_${outer}`);
	return inner === undefined ? named : say('place_within', { outer: named, inner: say(`place-name_${inner}`) });
}

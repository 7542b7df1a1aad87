import { settingsOf } from '../catalogue/conditions';
import type { FlowId } from '../catalogue/flows';
import type { Flow } from '../catalogue/flows/flow';
import type { Category } from '../catalogue/categories';
import type { SettingId } from '../catalogue/settings';
import type { FlowState, ServerFamily } from '../catalogue/words';
import { say } from '../language/translate';
import type { Statement } from '../language/translate';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import { observed } from './observed';
import type { Deployment, FlowFinding } from './posture';
import { judgeRecipient } from './recipient';
import type { JudgedRecipient } from './recipient';

/** A flow as its settings stand, before it is known whether anything gets out. */
export interface JudgedFlow {
	readonly flow: Flow<FlowId>;
	readonly state: FlowState;
	readonly reason: Statement;
	readonly decidedBy: readonly SettingId[];
	readonly unreadable: readonly SettingId[];
	readonly recipient: JudgedRecipient;
}

/** Judges one flow by three-valued logic. Total: an unreadable setting never yields off, whatever the values of the others. */
export function judgeFlow(flow: Flow<FlowId>, settings: Signals['settings'], family: ServerFamily): JudgedFlow {
	const recipient = judgeRecipient(flow.recipient, settings);
	if (flow.families !== undefined && family !== 'unknown' && !flow.families.includes(family)) {
		const reason = say('reason_not-applicable', { family: say(`family_${family}`) });
		return { flow, state: 'not-applicable', reason, decidedBy: [], unreadable: [], recipient };
	}
	const verdict = evaluate(flow.when, settings);
	if (verdict.state === true) {
		const reason = verdict.decidedBy.length === 0 ? say('reason_always') : say('reason_on', { settings: verdict.decidedBy.map((id) => shownSetting(id, settings)) });
		return { flow, state: 'on', reason, decidedBy: verdict.decidedBy, unreadable: [], recipient };
	}
	if (verdict.state === 'unknown') {
		const reason = say('reason_unknown', { settings: verdict.unreadable.map((id) => shownSetting(id, settings)) });
		return { flow, state: 'unknown', reason, decidedBy: verdict.decidedBy, unreadable: verdict.unreadable, recipient };
	}
	const doubt = flow.unknownWhen === undefined ? undefined : evaluate(flow.unknownWhen, settings);
	if (doubt !== undefined && doubt.state !== false) {
		return { flow, state: 'unknown', reason: say('reason_not-shown'), decidedBy: verdict.decidedBy, unreadable: doubt.unreadable, recipient };
	}
	const reason = say('reason_off', { settings: verdict.decidedBy.map((id) => shownSetting(id, settings)) });
	return { flow, state: 'off', reason, decidedBy: verdict.decidedBy, unreadable: [], recipient };
}

/** Flows to the internet's public services that are off by default: one that is on, or cannot be read, bears on an air gap. */
export function publicFlows(flows: readonly JudgedFlow[]): Pick<FlowFinding, 'id' | 'state' | 'decidedBy' | 'unreadable'>[] {
	return flows
		.filter(({ flow, recipient, state }) => {
			if (flow.onByDefault || recipient.party !== 'third-parties' || flow.recipient.kind === 'third-parties') {
				return false;
			}
			return recipient.reach === 'public' || (recipient.reach === 'unknown' && state !== 'off' && state !== 'not-applicable');
		})
		.map(({ flow, state, decidedBy, unreadable, recipient }) => {
			// On, but to a host that could not be read: it may be the operator's own, so it is no contradiction, only not read.
			const isUndecided = state === 'on' && recipient.reach === 'unknown';
			return { id: flow.id, state: isUndecided ? 'unknown' : state, decidedBy, unreadable: isUndecided ? recipient.unreadable : unreadable };
		});
}

/** The finished finding: with its effect in this deployment, and its words. */
export function findingOf(judged: JudgedFlow, deployment: Deployment, settings: Signals['settings']): FlowFinding {
	const { flow, state, reason, decidedBy, unreadable, recipient } = judged;
	const ids = settingsToTell(flow);
	return {
		id: flow.id,
		state,
		effect: state !== 'on' ? null : isBlocked(recipient, deployment) ? 'attempted' : 'sent',
		reason,
		decidedBy,
		unreadable,
		caveat: caveatOf(flow, state, settings),
		recipient: say(`flow_${flow.id}_recipient`),
		party: recipient.party,
		host: recipient.host,
		carries: (Object.entries(flow.carries) as [Category, 'limited' | 'yes'][]).map(([category, exposure]) => ({ category, exposure })),
		settings: ids.map((id) => ({ id, readable: settings[id].readable, shown: observed(settings, id) })),
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

function caveatOf(flow: Flow<FlowId>, state: FlowState, settings: Signals['settings']): Statement | null {
	if (state === 'not-applicable') {
		return null;
	}
	const told = flow.caveats?.find(
		({ when, states }) => (states === undefined || states.includes(state)) && (when === undefined || evaluate(when, settings).state === true),
	);
	return told === undefined ? null : say(told.text);
}

/** Every setting that a flow looks at, once each. */
export function settingsToTell(flow: Flow): SettingId[] {
	const { recipient } = flow;
	const named: readonly SettingId[] =
		recipient.kind === 'rocket-chat-by-setting' || recipient.kind === 'by-choice' ? [recipient.setting] : recipient.kind === 'by-setting' ? recipient.settings : [];
	const doubted = flow.unknownWhen === undefined ? [] : settingsOf(flow.unknownWhen);
	return [...new Set([...settingsOf(flow.when), ...doubted, ...named, ...(flow.alsoReads ?? [])])];
}

function shownSetting(id: SettingId, settings: Signals['settings']): Statement {
	return say('setting_shown', { id, shown: observed(settings, id) });
}

function placeOf({ place }: Flow): Statement {
	return say('place_settings', { path: place.join(', ') });
}

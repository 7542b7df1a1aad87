import { FLOWS } from '../../src/catalogue/flows';
import type { Basis, Confidence, DeploymentModel, ExposureState, FlowEffect, FlowState, LicenceKind, Party, RegistrationState } from '../../src/catalogue/vocabulary';
import { say } from '../../src/language/statement';
import type { Statement } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import type { Compared } from '../../src/posture/accepted';
import { isolationOf } from '../../src/posture/exposure';
import { isOpening } from '../../src/posture/opening';
import { confidenceWithBasis, registrationConfidenceOf } from '../../src/show/tell/verdict';
import { nameable } from './names';

const english = translator('en');

/** What a report says of a workspace, and a judgement too: words of the contract alone, since its sentences are in the language of whoever asked. */
export interface Found {
	/** Null where its address could not be read. */
	readonly host: string | null;
	/** ISO 8601, UTC; null for an export, which does not say when it was made. */
	readonly readAt: string | null;
	readonly catalogueVersion: string;
	readonly deployment: {
		readonly model: DeploymentModel;
		readonly basis: Basis;
		readonly confidence: Confidence;
		readonly conflicts: readonly unknown[];
		readonly registration: { readonly state: RegistrationState; readonly confidence: Confidence };
		readonly licence: { readonly kind: LicenceKind };
	};
	readonly flows: readonly FoundFlow[];
	/** What was accepted; null where that could not be read, or is not in it. */
	readonly accepted: Compared['accepted'];
}

export interface FoundFlow {
	readonly id: string;
	readonly name: string;
	readonly state: FlowState;
	readonly effect: FlowEffect | null;
	readonly unreadable: readonly string[];
	readonly recipients: readonly { readonly party: Party | null }[];
}

/** One fact of one workspace. */
export interface Fact {
	readonly id: string;
	/** What people call it. */
	readonly name: string;
	/** How it is here, in words: what reads alike is alike. */
	readonly value: string;
	/** Decoration. */
	readonly tone: ExposureState | null;
	/** Whether it was found out; if not, whether a setting could have told: another admin, or another permission, would find out then. */
	readonly sight: 'found' | 'unread' | 'no-setting';
}

type Value = Omit<Fact, 'id' | 'name'>;

const NOT_FOUND_OUT = english('exposure_unknown');

/** The names of flows by their ids, in the order in which they are told. */
export const FLOW_NAMES: ReadonlyMap<string, string> = new Map(FLOWS.map(({ id }) => [id, english(`flow_${id}_name`)]));

/** What people call a flow; one that only a newer app knows is called as its report calls it. */
export function nameOf({ id, name }: Pick<FoundFlow, 'id' | 'name'>): string {
	return FLOW_NAMES.get(id) ?? nameable(name);
}

/** Everything that is compared of a workspace. */
export function factsOf({ deployment, flows }: Found): Fact[] {
	return [
		{ id: 'model', name: english('verdict_where'), ...model(deployment) },
		{ id: 'registration', name: english('conflict-name_registered'), ...registration(deployment) },
		{ id: 'licence', name: english('report_licence'), ...licence(deployment) },
		{ id: 'air-gap', name: english('model_air-gapped'), ...airGap(deployment) },
		...flows.map((flow) => ({ id: flowRow(flow.id), name: nameOf(flow), ...stateOf(flow) })),
	];
}

const FLOW = 'flow:';

/** The id of a flow's row, as reports name flows among other things: no row of the verdict has it. */
export function flowRow(id: string): string {
	return `${FLOW}${id}`;
}

/** The flow that a row is about; null for a row of the verdict. */
export function flowIn(row: string): string | null {
	return row.startsWith(FLOW) ? row.slice(FLOW.length) : null;
}

function model(deployment: Found['deployment']): Value {
	return deployment.model === 'unknown' ? unknown('unread') : found(howSure(say(`model_${deployment.model}`), confidenceWithBasis(deployment)));
}

function registration(deployment: Found['deployment']): Value {
	const { state } = deployment.registration;
	return state === 'unknown' ? unknown('unread') : found(howSure(say(`registration_${state}`), registrationConfidenceOf(deployment)));
}

function licence({ licence: { kind } }: Found['deployment']): Value {
	return kind === 'unknown' ? unknown('unread') : found(say(`licence_${kind}`));
}

function airGap(deployment: Found['deployment']): Value {
	const isolation = isolationOf(deployment);
	switch (isolation) {
		case 'unknown':
			return unknown(deployment.model === 'unknown' ? 'unread' : 'no-setting');
		case 'no-sign':
			return found(say('report_air-gap-no-sign'));
		default:
			return found(howSure(say(`exposure_${isolation}`), confidenceWithBasis(deployment)));
	}
}

const TONES: Readonly<Record<FlowEffect, ExposureState>> = { sent: 'yes', attempted: 'limited', inside: 'no' };

/** Whether a flow is on, and how far it gets. */
export function stateOf(flow: FoundFlow): Value {
	const state = say(`flow-state_${flow.state}`);
	if (flow.state === 'unknown') {
		return unknown(flow.unreadable.length > 0 ? 'unread' : 'no-setting');
	}
	if (flow.effect === null) {
		return found(state, 'no');
	}
	// What is open sends nothing.
	return found(isOpening(flow) ? state : say('report_state-effect', { state, effect: say(`report_effect-${flow.effect}`) }), TONES[flow.effect]);
}

function howSure(what: Statement, confidence: Statement): Statement {
	return say('verdict_how-sure', { what, confidence });
}

function found(statement: Statement, tone: ExposureState | null = null): Value {
	return { value: english(statement), tone, sight: 'found' };
}

function unknown(sight: 'unread' | 'no-setting'): Value {
	return { value: NOT_FOUND_OUT, tone: 'unknown', sight };
}

import { ANYONE_ROW, HOSTING_ROWS, ROCKET_CHAT_ROWS, RUN_BY_ROCKET_CHAT, THIRD_PARTIES_ROW, WORKSPACE_ADMINS_ROW } from '../catalogue/baseline';
import type { BaselineCell, HostingRow, RocketChatRow } from '../catalogue/baseline';
import { CATEGORIES, CATEGORY_ENTRIES } from '../catalogue/categories';
import type { Category } from '../catalogue/categories';
import { FLOWS } from '../catalogue/flows';
import type { FlowId } from '../catalogue/flows';
import { PARTIES } from '../catalogue/vocabulary';
import type { ExposureState, Party } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Declarations } from '../workspace/signals';
import type { Reading } from './condition';
import { judgeEncryption } from './encryption';
import type { Encryption } from './encryption';
import type { Because, Deployment, ExposureCell, FlowFinding } from './posture';

/** The weaker a word, the smaller its number: flows only raise. `unknown` stands above `no` alone. */
const STRENGTH: Readonly<Record<ExposureState, number>> = { no: 0, unknown: 1, limited: 2, yes: 3 };

/**
 * The exposure matrix: five categories towards five parties. The baseline of the deployment model first, then raised by the flows.
 * `limited` and `yes` are never lowered.
 */
export function judgeExposure(
	deployment: Deployment,
	hosting: Declarations['hosting'],
	reading: Reading,
	flows: readonly FlowFinding[],
): ExposureCell[] {
	// What is on first: what could not be found out matters only where nothing that is on has raised the cell. What is off raises none.
	const bearing = [...flows.filter(({ state }) => state === 'on'), ...flows.filter(({ state }) => state === 'unknown')];
	const carriers = new Map(CATEGORIES.map((category) => [category, bearing.filter(({ carries }) => carries.some((carried) => carried.category === category))]));
	return PARTIES.flatMap((party) =>
		CATEGORIES.map((category) => {
			const baseline = baselineCell(party, category, deployment, hosting, reading);
			const raised = (carriers.get(category) ?? []).reduce((cell, flow) => raise(cell, flow, deployment), baseline);
			// What flows alone brought about holds by them; where the baseline says as much, its own condition stays.
			const isRaised = STRENGTH[raised.state] > Math.max(STRENGTH[baseline.state], STRENGTH.unknown);
			return isRaised ? { ...raised, condition: conditionByFlows(raised, reading) } : raised;
		}),
	);
}

/** By which flows; what admins read of people's content so is ciphertext where it is encrypted, as by any other means. */
function conditionByFlows(cell: ExposureCell, reading: Reading): Statement {
	const flows = say('condition_flows', { flows: flowsBehind(cell).map((id) => say(`flow_${id}_name`)) });
	return cell.party === 'workspace-admins' && cell.category === 'user-content' ? say('condition_flows-encryption', { flows, encryption: adminsEncryption(reading) }) : flows;
}

/** The flows that bear on a cell, in the catalogue's order. */
export function flowsBehind({ because }: Pick<ExposureCell, 'because'>): FlowId[] {
	return because.flatMap(({ source }) => flowOf(source) ?? []);
}

/** The flow that is the source of a reason; null for another one. */
export function flowOf(source: Because['source']): FlowId | null {
	return SOURCES.get(source) ?? null;
}

const SOURCES: ReadonlyMap<string, FlowId> = new Map(FLOWS.map(({ id }) => [`flow:${id}`, id]));

/** Air-gapped may say `no` only when it was declared, is not registered, and every setting that could contradict it was read and does not. */
export function isCertainAirGap(deployment: Pick<Deployment, 'model' | 'basis' | 'confidence'>): boolean {
	return deployment.model === 'air-gapped' && deployment.basis === 'declared' && deployment.confidence === 'certain';
}

/**
 * Whether the workspace is isolated: `no-sign` where nobody declared it and nothing that was read shows it, which is not "no". How sure
 * the verdict is, this is too.
 */
export function isolationOf({ model, basis, confidence, licence }: Pick<Deployment, 'model' | 'basis' | 'confidence' | 'licence'>): 'yes' | 'no' | 'no-sign' | 'unknown' {
	if (model === 'air-gapped') {
		return 'yes';
	}
	if (model === 'unknown' || confidence === 'unclear' || licence.kind === 'offline') {
		return 'unknown';
	}
	if (model === 'self-managed' && basis === 'detected') {
		return 'no-sign';
	}
	// One that could not be read may be an offline one.
	return licence.kind === 'unknown' ? 'unknown' : 'no';
}

function baselineCell(
	party: Party,
	category: Category,
	deployment: Deployment,
	hosting: Declarations['hosting'],
	reading: Reading,
): ExposureCell {
	const { cell, because } = baselineOf(party, category, deployment, hosting);
	// A `no` that rests on a contradicted declaration is not known to be true.
	const isDoubtful = cell.state === 'no' && castsDoubt(party, deployment);
	return {
		category,
		legalCategory: CATEGORY_ENTRIES[category].legal,
		party,
		state: isDoubtful ? 'unknown' : cell.state,
		condition: conditionOf(cell, reading, deployment),
		because: [because, ...doubts(party, deployment, isDoubtful)],
	};
}

function doubts(party: Party, { model, registration }: Deployment, isDoubtful: boolean): Because[] {
	const restsOnRegistration = party === 'rocket-chat' && model === 'self-managed' && registration.confidence === 'unclear';
	return [
		...(isDoubtful ? [{ source: 'baseline', statement: say('because_not-certain') } as const] : []),
		...(restsOnRegistration ? [{ source: 'baseline', statement: say('because_registration-uncertain') } as const] : []),
	];
}

/** What contradicts the model, or could and was not read. */
function castsDoubt(party: Party, { model, conflicts, unread }: Deployment): boolean {
	switch (party) {
		case 'rocket-chat':
			return conflicts.length > 0 || unread.length > 0;
		case 'hosting-provider':
			// An unknown deployment may be one of Rocket.Chat's, and then its machines are too.
			return model === 'unknown' || conflicts.some(({ id }) => id === 'rocket-chat-host') || unread.includes('Site_Url');
		default:
			return false;
	}
}

function baselineOf(party: Party, category: Category, deployment: Deployment, hosting: Declarations['hosting']): { cell: BaselineCell; because: Because } {
	switch (party) {
		case 'rocket-chat': {
			const row = rocketChatRow(deployment);
			return { cell: ROCKET_CHAT_ROWS[row][category], because: { source: 'baseline', statement: say(`because_rocket-chat_${row}`) } };
		}
		case 'workspace-admins': {
			const key = deployment.model === 'open-server' ? 'because_workspace-admins_open-server' : 'because_workspace-admins';
			return { cell: WORKSPACE_ADMINS_ROW[category], because: { source: 'baseline', statement: say(key) } };
		}
		case 'hosting-provider': {
			const row: HostingRow = RUN_BY_ROCKET_CHAT.includes(deployment.model) ? 'rocket-chat-infrastructure' : hosting;
			const source = row === 'self' || row === 'third-party' ? 'declared' : 'baseline';
			return { cell: HOSTING_ROWS[row][category], because: { source, statement: say(`because_hosting-provider_${row}`) } };
		}
		case 'third-parties':
			return { cell: THIRD_PARTIES_ROW[category], because: { source: 'baseline', statement: say('because_third-parties') } };
		case 'anyone':
			return { cell: ANYONE_ROW[category], because: { source: 'baseline', statement: say('because_anyone') } };
	}
}

/** The row towards Rocket.Chat that holds before any flow is looked at. */
export function rocketChatRow(deployment: Deployment): RocketChatRow {
	switch (deployment.model) {
		case 'self-managed':
			return ofSelfManaged(deployment.registration);
		case 'air-gapped':
			return isCertainAirGap(deployment) ? 'air-gapped-certain' : deployment.registration.state === 'registered' ? 'air-gapped-registered' : 'air-gapped-otherwise';
		default:
			return deployment.model;
	}
}

/** That nothing goes to Rocket.Chat is said only where the registration was read. */
function ofSelfManaged({ state, confidence }: Deployment['registration']): RocketChatRow {
	const isKnown = state === 'registered' || (state === 'unregistered' && confidence === 'certain');
	return isKnown ? `self-managed-${state}` : 'self-managed-registration-unknown';
}

function conditionOf({ condition }: BaselineCell, reading: Reading, deployment: Deployment): Statement | null {
	if (condition === null || (condition === 'if-self-managed' && deployment.basis === 'declared')) {
		return null;
	}
	return condition === 'admins-content' ? adminsContent(adminsMeans(deployment), reading) : say(`condition_${condition}`);
}

/** How admins can read what people write. */
export function adminsContent(means: Statement, reading: Reading): Statement {
	return say('condition_admins-content', { means, encryption: adminsEncryption(reading) });
}

/** Those who administer a workspace need not be those who run its server. */
export function adminsMeans({ model, conflicts }: Deployment): Statement {
	return say(RUN_BY_ROCKET_CHAT.includes(model) && conflicts.length === 0 ? 'admins-means_rocket-chat' : 'admins-means');
}

function adminsEncryption(reading: Reading): Statement {
	const encryption = judgeEncryption(reading);
	if (encryption.allowed === false) {
		return say('admins-encryption_off');
	}
	const unreadable = contentBeyondAdmins(encryption);
	return encryption.unencrypted === false ? unreadable : say(encryption.unencrypted === true ? 'admins-encryption_unencrypted' : 'admins-encryption_unencrypted-unknown', { encryption: unreadable });
}

/** What admins cannot read where rooms may be encrypted. */
function contentBeyondAdmins({ allowed, rooms }: Encryption): Statement {
	if (allowed !== true) {
		return say('admins-encryption_unknown');
	}
	const fromTheStart = [...rooms.forced, ...rooms.default];
	if (fromTheStart.length > 0) {
		return say('admins-encryption_default', { rooms: fromTheStart });
	}
	return say(rooms.unknown.length > 0 ? 'admins-encryption_default-unknown' : 'admins-encryption_opt-in');
}

function raise(cell: ExposureCell, flow: FlowFinding, deployment: Deployment): ExposureCell {
	const carried = flow.carries.find(({ category }) => category === cell.category);
	const reached = flow.recipients.filter(({ party }) => party === cell.party);
	if (reached.length === 0 || carried === undefined) {
		return cell;
	}
	const because: Because = { source: `flow:${flow.id}`, statement: flow.reason };
	if (flow.state === 'on' && reached.some(({ isBlocked, isKnown }) => isKnown && !isBlocked)) {
		const isStronger = STRENGTH[carried.exposure] > STRENGTH[cell.state];
		return {
			...cell,
			state: isStronger ? carried.exposure : cell.state,
			because: [...cell.because, because],
		};
	}
	// Whether an attempted flow gets out is not known while the air gap itself is not certain. Within a certain one only what could not be
	// read may lead to a host that is reached all the same.
	const mayLeave = isCertainAirGap(deployment) ? flow.state === 'unknown' && reached.some(({ isBlocked, isKnown }) => !isBlocked || !isKnown) : flow.state === 'unknown' || flow.state === 'on';
	if (!mayLeave || STRENGTH[cell.state] > STRENGTH.unknown) {
		return cell;
	}
	return { ...cell, state: 'unknown', because: [...cell.because, because] };
}

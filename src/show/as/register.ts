import { RUN_BY_ROCKET_CHAT } from '../../catalogue/baseline';
import { SELF_HOSTED } from '../../settings/organisation';
import type { Organisation } from '../../settings/organisation';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { marked } from '../../language/spans';
import type { Translate } from '../../language/translate';
import type { FlowFinding, Posture } from '../../posture/posture';
import { recipientOf } from '../tell/flows';
import { confidenceWithBasis } from '../tell/verdict';
import { toCsv } from './csv';
import { legible } from './legible';

/** The columns, in the order of the article: Article 30(1)(a) to (g) GDPR, then what the app found here. */
const COLUMNS = [
	'activity',
	'controller',
	'controller-contact',
	'joint-controller',
	'representative',
	'officer',
	'purposes',
	'subjects',
	'data',
	'recipients',
	'recipients-abroad',
	'transfers',
	'safeguards',
	'erasure',
	'security',
	'state',
	'why',
	'settings',
] as const;

/** What is known of an activity, line by line; what an app cannot know has no entry, and its cell is left empty. Texts are the organisation's own, or ids. */
type Activity = { readonly [Column in (typeof COLUMNS)[number]]?: readonly (Statement | string)[] };

/**
 * A record of processing activities (Article 30(1) GDPR) to be completed by the organisation: a row for running the workspace,
 * one for each flow that is on or cannot be told.
 */
export function toRegister(posture: Posture, organisation: Organisation, { spans }: Translate): string {
	const told = (entry: Statement | string): string => legible(typeof entry === 'string' ? entry : marked(spans(entry)));
	const contact = statedOrNothing(organisation.contactEmail);
	const activities = [
		workspaceActivity(posture, organisation),
		...posture.flows.filter(({ state }) => state === 'on' || state === 'unknown').map(flowActivity),
	];
	return toCsv([
		COLUMNS.map((column) => told(say(`register_${column}`))),
		...activities.map((activity) => COLUMNS.map((column) => (column === 'controller-contact' ? contact : (activity[column] ?? [])).map(told).join('\n'))),
	]);
}

function workspaceActivity({ workspaceHost: host, deployment, exposure, keeping }: Posture, { hostingProvider, hostingLocation }: Organisation): Activity {
	const isOwnHost = hostingProvider?.toLowerCase() === SELF_HOSTED;
	const kept = (...beginnings: readonly string[]): Statement[] =>
		keeping.filter(({ statement: { key } }) => beginnings.some((beginning) => key.startsWith(beginning))).map(({ statement }) => statement);
	return {
		activity: [
			host === null ? say('register_workspace-without-host') : say('register_workspace', { host }),
			...(isOwnHost ? [say('register_own-machines')] : []),
			...statedOrNothing(hostingLocation).map((place) => say('register_place', { place })),
		],
		data: exposure.filter(({ party, state }) => party === 'workspace-admins' && state !== 'no').map(({ category }) => say(`category_${category}`)),
		recipients: [
			...(isOwnHost ? [] : statedOrNothing(hostingProvider).map((provider) => say('register_provider', { provider }))),
			...(RUN_BY_ROCKET_CHAT.includes(deployment.model) ? [say('party_rocket-chat')] : []),
		],
		erasure: kept('keeps_retention', 'keeps_trash', 'keeps_erasure', 'keeps_visitors-on', 'keeps_visitor-conversations'),
		security: kept('keeps_encryption-on', 'keeps_encryption-off', 'keeps_encryption-rooms-forced', 'keeps_encryption-rooms-default', 'keeps_encryption-rooms-opt-in'),
		state: [say('flow-state_on')],
		why: [say('register_verdict', { model: say(`model_${deployment.model}`), confidence: confidenceWithBasis(deployment) })],
	};
}

function flowActivity({ id, state, effect, recipients, purpose, reason, carries, sends, settings, decidedBy, unreadable }: FlowFinding): Activity {
	return {
		activity: [id],
		purposes: [purpose],
		data: [...carries.map(({ category }) => say(`category_${category}`)), ...sends],
		recipients: recipients.map(recipientOf),
		state: [state === 'unknown' ? say('register_to-be-checked') : effect === 'attempted' || effect === 'inside' ? say(`report_effect-${effect}`) : say('flow-state_on')],
		why: [reason],
		settings: settings.filter((setting) => [...decidedBy, ...unreadable].includes(setting.id)).map(({ id: setting, shown }) => say('register_setting', { setting, shown })),
	};
}

function statedOrNothing(text: string | null): string[] {
	return text === null ? [] : [text];
}

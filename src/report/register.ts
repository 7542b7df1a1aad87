import { RUN_BY_ROCKET_CHAT } from '../catalogue/baseline';
import { SELF_HOSTED } from '../catalogue/organisation';
import type { Organisation } from '../catalogue/organisation';
import { say } from '../language/translate';
import type { MessageKey, Statement, Translate } from '../language/translate';
import type { Kept } from '../posture/keeping';
import { toCsv } from './csv-format';
import type { Report } from './schema';
import { plain } from './spans';

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

/** What is known of an activity, line by line; what an app cannot know has no entry, and its cell is left empty. */
type Activity = { readonly [Column in (typeof COLUMNS)[number]]?: readonly string[] };

/**
 * A record of processing activities (Article 30(1) GDPR) to be completed by the organisation: a row for running the workspace,
 * one for each flow that is on or cannot be told.
 *
 * @param keeping what the workspace keeps: the time limits and the encryption as far as settings tell them
 */
export function toRegister(report: Report, keeping: readonly Kept[], organisation: Organisation, translate: Translate): string {
	const contact = statedOrNothing(organisation.contactEmail);
	const activities = [
		workspaceActivity(report, keeping, organisation, translate),
		...report.flows.filter(({ state }) => state === 'on' || state === 'unknown').map((flow) => flowActivity(flow, translate)),
	];
	return toCsv([
		COLUMNS.map((column) => plain(translate(`register_${column}`))),
		...activities.map((activity) => COLUMNS.map((column) => (column === 'controller-contact' ? contact : (activity[column] ?? [])).map(plain).join('\n'))),
	]);
}

function workspaceActivity({ workspace: { host }, deployment, exposure }: Report, keeping: readonly Kept[], { hostingProvider, hostingLocation }: Organisation, translate: Translate): Activity {
	const isOwnHost = hostingProvider?.toLowerCase() === SELF_HOSTED;
	const kept = (...beginnings: readonly string[]): string[] =>
		keeping.filter(({ statement: { key } }) => beginnings.some((beginning) => key.startsWith(beginning))).map(({ statement }) => translate(statement));
	return {
		activity: [
			translate(host === null ? 'register_workspace-without-host' : say('register_workspace', { host })),
			...(isOwnHost ? [translate('register_own-machines')] : []),
			...statedOrNothing(hostingLocation).map((place) => translate(say('register_place', { place }))),
		],
		data: exposure.filter(({ party, state }) => party === 'workspace-admins' && state !== 'no').map(({ category }) => translate(`category_${category}`)),
		recipients: [
			...(isOwnHost ? [] : statedOrNothing(hostingProvider).map((provider) => translate(say('register_provider', { provider })))),
			...(RUN_BY_ROCKET_CHAT.includes(deployment.model) ? [translate('party_rocket-chat')] : []),
		],
		erasure: kept('keeps_retention', 'keeps_erasure'),
		security: kept('keeps_encryption-on', 'keeps_encryption-off'),
		state: [translate('flow-state_on')],
		why: [
			translate(
				say('register_verdict', {
					model: say(`model_${deployment.model}`),
					confidence: say(`confidence_${deployment.confidence}`),
					basis: say(`basis_${deployment.basis}`),
				}),
			),
		],
	};
}

function flowActivity(flow: Report['flows'][number], translate: Translate): Activity {
	const { id, state, effect, recipient, host, purpose, reason, categories, sends, settings, decidedBy, unreadable } = flow;
	const stated: MessageKey = state === 'unknown' ? 'register_to-be-checked' : effect === 'attempted' ? 'report_effect-attempted' : 'flow-state_on';
	const named: string | Statement = host === null ? recipient : say('flow_recipient-host', { recipient, host });
	return {
		activity: [id],
		purposes: [purpose],
		data: [...categories.map((category) => translate(`category_${category}`)), ...sends],
		recipients: [typeof named === 'string' ? named : translate(named)],
		state: [translate(stated)],
		why: [reason],
		settings: settings.filter((setting) => [...decidedBy, ...unreadable].includes(setting.id)).map((setting) => `${setting.id}: ${setting.shown}`),
	};
}

function statedOrNothing(text: string | null): string[] {
	return text === null ? [] : [text];
}

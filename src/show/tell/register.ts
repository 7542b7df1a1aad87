import { ACTIVITIES, NOT_PERSONAL } from '../../catalogue/activities';
import type { Activity } from '../../catalogue/activities';
import { RUN_BY_ROCKET_CHAT } from '../../catalogue/baseline';
import { IN_THE_UNITED_STATES } from '../../catalogue/recipients';
import type { ExposureState } from '../../catalogue/vocabulary';
import { unmarked } from '../../language/spans';
import { say } from '../../language/statement';
import type { MessageKey, Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { isCertainAirGap } from '../../posture/exposure';
import type { FlowFinding, FoundRecipient, Posture } from '../../posture/posture';
import { SELF_HOSTED } from '../../settings/organisation';
import type { Organisation } from '../../settings/organisation';
import { codeLine, facts, paragraphs, writerFor } from './document';
import type { DocumentLine, Fact, Outline, Section } from './document';
import { recipientOf } from './flows';
import { verdictOf } from './verdict';

const BLANK = say('register_blank');
const REST = say('register_rest');
const UNKNOWN = say('register_unknown');

function toCheck(what: Statement | string): Statement {
	return say('register_check', { what });
}

/** What is left to the reader is marked as such. */
const MARKS: ReadonlyMap<MessageKey, ExposureState> = new Map([
	['register_blank', 'unknown'],
	['register_rest', 'unknown'],
	['register_check', 'limited'],
	['register_unknown', 'limited'],
]);

/** What the workspace keeps of each activity, by how the keys of the statements begin. */
const KEPT: { readonly [Of in Activity]?: readonly string[] } = {
	messages: ['keeps_retention', 'keeps_trash', 'keeps_erasure', 'keeps_history', 'keeps_read-receipts'],
	accounts: ['keeps_accounts'],
	security: ['keeps_login'],
	livechat: ['keeps_visitor'],
};

/**
 * A draft for the record of processing activities (Article 30(1) GDPR): who is responsible, then an activity each, point by point as the
 * article has them. An activity is there if the workspace does it by itself, or by a flow that is on or unknown.
 */
export function registerOf(posture: Posture, organisation: Organisation, translate: Translate): Outline {
	const { fact, heading, sentence } = writerFor(translate);
	const told = (statement: Statement): DocumentLine => {
		const tone = MARKS.get(statement.key);
		return tone === undefined ? sentence(statement) : [{ kind: 'state', text: unmarked(translate.spans(statement)), tone }];
	};
	/** What reads alike is said once; where nothing is known, a blank. */
	const point = (label: WholeKey, ...entries: readonly Statement[]): Fact =>
		fact(label, ...new Map((entries.length === 0 ? [BLANK] : entries).map((entry) => [translate(entry), told(entry)])).values());
	const { workspaceHost: host, deployment, appVersion, catalogueVersion } = posture;
	const counted = posture.flows.filter(({ state }) => state === 'on' || state === 'unknown');
	const impersonal = counted.filter(({ sends }) => !sends.some(isPersonal));

	const activity = ({ id, stores = [], also }: (typeof ACTIVITIES)[number]): Section[] => {
		const flows = counted.filter((flow) => flow.activity === id && !impersonal.includes(flow));
		const kept = posture.keeping.map(({ statement }) => statement).filter(({ key }) => KEPT[id]?.some((beginning) => key.startsWith(beginning)));
		const doing = kept.filter(({ key }) => key !== 'keeps_visitors-off');
		if (flows.length + doing.length === 0) {
			return [];
		}
		const isOn = flows.some(({ state }) => state === 'on') || doing.some(({ key }) => key !== 'keeps_visitors-unknown');
		const outside = flows
			.flatMap(({ recipients }) => recipients)
			.filter(({ party, isBlocked }) => (party === 'rocket-chat' || party === 'third-parties') && !(isBlocked && isCertainAirGap(deployment)));
		const measures = [...(id === 'messages' ? encryption(posture) : []), ...posture.flows.filter((flow) => flow.activity === id).flatMap(closed)];
		return [
			{
				id,
				heading: heading(`activity_${id}`),
				blocks: [
					...(isOn ? [] : [paragraphs(told(UNKNOWN))]),
					facts([
						point('register_purposes', ...flows.map(({ purpose }) => purpose), ...(flows.length === 0 ? [] : [REST])),
						point('register_subjects', say('subject_users'), ...(also === undefined ? [] : [say(`subject_${also}`)]), REST),
						point(
							'register_data',
							...[...stores, ...flows.flatMap(({ carries }) => carries.map(({ category }) => category))].filter((category) => category !== 'app-data').map((category) => say(`category_${category}`)),
							...flows.flatMap(({ sends }) => sends.filter(isPersonal)),
						),
						point('register_recipients', ...(stores.length === 0 ? [] : [say('party_workspace-admins'), ...hosts(posture, organisation)]), ...flows.map(receiving), REST),
						point('register_recipients-abroad', ...outside.map((recipient) => toCheck(say('flow_recipient-host', { recipient: recipient.name, host: placeOf(recipient) })))),
						point('register_transfers', ...outside.map((recipient) => toCheck(placeOf(recipient))), ...(stores.length === 0 ? [] : [say('register_location', { text: organisation.hostingLocation ?? BLANK })])),
						point('register_safeguards', ...(outside.length === 0 ? [] : [toCheck(say('register_each'))])),
						point('register_erasure', ...kept, ...(kept.length === 0 ? [] : [REST])),
						point('register_security', ...measures, ...(measures.length === 0 ? [] : [REST])),
						fact('report_reason', ...flows.flatMap(({ name, reason, licenceNote }) => [say('flow_unknown-line', { name, reason }), ...(licenceNote === null ? [] : [licenceNote])]).map(sentence)),
					]),
				],
			},
		];
	};

	return {
		title: heading('register_title'),
		lead: sentence(verdictOf(deployment)),
		facts: [
			fact('register_workspace', host === null ? told(BLANK) : codeLine(host)),
			fact('report_read-at', sentence(say('report_time', { time: new Date(posture.generatedAt) }))),
			fact('report_app-version', codeLine(appVersion)),
			fact('report_catalogue-version', codeLine(catalogueVersion)),
			point('register_checked'),
		],
		summary: [],
		sections: [
			{
				id: 'responsible',
				heading: heading('register_responsible'),
				blocks: [
					facts([
						point('register_controller'),
						point('register_controller-contact'),
						point('register_joint-controller'),
						point('register_representative'),
						point('register_officer', ...(organisation.contactEmail === null ? [] : [toCheck(organisation.contactEmail)])),
					]),
				],
			},
			...ACTIVITIES.flatMap(activity),
		],
		closing: {
			id: 'about',
			heading: heading('report_about'),
			blocks: [paragraphs(...[say('register_about'), ...(impersonal.length === 0 ? [] : [say('register_not-personal', { flows: impersonal.map(({ name }) => name) })]), say('flows_more'), say('legal_no-advice')].map(sentence))],
		},
	};
}

function isPersonal({ key }: Statement): boolean {
	return !NOT_PERSONAL.some((word) => key === `sent_${word}`);
}

function receiving({ name, state, effect, recipients }: FlowFinding): Statement {
	const told = state === 'unknown' ? UNKNOWN : effect === 'attempted' ? say('report_effect-attempted') : say('flow-state_on');
	return say('explain_one-of-several', { name, state: told, recipient: recipients.map(recipientOf) });
}

/** Who runs the machines, where it is somebody else than the organisation, or not stated. */
function hosts({ deployment: { model, confidence } }: Posture, { hostingProvider }: Organisation): Statement[] {
	const company = say('party_rocket-chat');
	const isRocketChats = RUN_BY_ROCKET_CHAT.includes(model);
	return [
		...(isRocketChats ? [confidence === 'certain' ? company : toCheck(company)] : []),
		...(hostingProvider?.toLowerCase() === SELF_HOSTED || (hostingProvider === null && isRocketChats) ? [] : [say('register_hosting', { text: hostingProvider ?? BLANK })]),
	];
}

/** Where a recipient is, as far as that is known of its company. */
function placeOf({ party, name }: FoundRecipient): Statement {
	return say(party === 'rocket-chat' || IN_THE_UNITED_STATES.some((key) => key === name.key) ? 'register_united-states' : 'register_place-unknown');
}

/** What end-to-end encryption protects, and what it leaves open; nothing where it is off or unknown. */
function encryption({ keeping }: Posture): Statement[] {
	const told = keeping.map(({ statement }) => statement).filter(({ key }) => key.startsWith('keeps_encryption'));
	return told.some(({ key }) => key === 'keeps_encryption-on') ? told : [];
}

/** That something is not open is a measure. */
function closed(flow: FlowFinding): Statement[] {
	return flow.state === 'off' && flow.recipients.every(({ party }) => party === 'anyone') ? [flow.whatStops, ...(flow.caveat === null ? [] : [flow.caveat])] : [];
}

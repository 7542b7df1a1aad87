import { LEGAL_CATEGORIES } from '../../catalogue/categories';
import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { LAW_ENFORCEMENT_GUIDELINES, SUBPROCESSORS_LINK } from '../../catalogue/legal';
import type { LegalRoute } from '../../catalogue/legal';
import { link } from '../../language/spans';
import { say } from '../../language/statement';
import type { MessageKey, Statement } from '../../language/statement';
import { hostToHandOut, legalModel, receivedByRocketChat } from '../../posture/legal';
import type { ReceivingService } from '../../posture/legal';
import type { Deployment, Posture } from '../../posture/posture';
import { copy, items, lines } from './passage';
import type { Passage } from './passage';
import { verdictOf } from './verdict';

/** How far the legal answers can be relied on; nothing where the verdict is certain. */
export function legalDoubt({ conflicts, confidence }: Deployment): Statement[] {
	return conflicts.length > 0 ? [say('legal_contradicted')] : confidence === 'likely' ? [say('legal_likely')] : [];
}

/** What Rocket.Chat's own services receive from the workspace: a part of every answer, whoever hosts it. */
export function receivedStatements({ flows }: Posture): Statement[] {
	const { sent, attempted, unknown } = receivedByRocketChat(flows);
	return [
		...(sent.length === 0 ? [] : [say('legal_received-sent', { services: sent.map(serviceOf) })]),
		...(attempted.length === 0 ? [] : [say('legal_received-attempted', { services: attempted.map(serviceOf) })]),
		...(unknown.length === 0 ? [] : [say('legal_received-unknown', { services: unknown.map(serviceOf) })]),
		...(sent.length + attempted.length + unknown.length === 0 ? [say('legal_received-none')] : []),
	];
}

function serviceOf({ name, categories }: ReceivingService): Statement {
	return say('legal_service', { recipient: name, categories: categories.map((category) => say(`category_${category}`)) });
}

/** The document from which the legal answers come. */
export function legalSource(): Statement {
	return say('legal_source', { date: { day: LAW_ENFORCEMENT_GUIDELINES.updated }, link: link(LAW_ENFORCEMENT_GUIDELINES.link) });
}

/**
 * The legal view: the same for messages and for the panel.
 *
 * @param contact the organisation's address for questions about privacy; null if it stated none
 */
export function legalAnswer(posture: Posture, contact: string | null): Passage[] {
	const { deployment, keeping } = posture;
	const stated = contact ?? say('legal_answer-contact', { label: say('ps_contact_email') });
	return [
		lines(whomToAsk(posture, stated)),
		[...lines(say('legal_answer')), ...copy(textForAuthorities(posture, stated))],
		lines(verdictOf(deployment), ...legalDoubt(deployment), say(`legal_model_${legalModel(deployment)}`, { link: link(SUBPROCESSORS_LINK) })),
		...routesOf(posture),
		lines(say('legal_kept-here')),
		...LEGAL_CATEGORIES.map((category) => [
			...lines(say('legal_kept-of', { category: say(`legal-category_${category}`) })),
			...items(keeping.filter((item) => item.category === category).map(({ statement }) => statement)),
		]),
		[...lines(say('legal_before')), ...items([say('legal_lookup-first', { lookup: link(SERVER_LOOKUP_URL) }), say('legal_lookup-no')])],
		lines(legalSource(), say('legal_no-obligation'), say('legal_may-decline'), say('legal_no-advice')),
	];
}

/** What goes for every kind of data alike, and as sure as the verdict is. The Open Server's contact is Rocket.Chat. */
function whomToAsk({ deployment, legal: [answer] }: Posture, contact: string | Statement): Statement {
	const [text] = answer === undefined ? [] : routeOf(answer).askWhom;
	const told = text ?? say('legal_ask_find-out');
	return say(deployment.confidence === 'likely' ? 'legal_ask-whom-likely' : 'legal_ask-whom', {
		text: legalModel(deployment) === 'open-server' ? told : say('caveats_joined', { first: told, second: say('legal_contact', { contact }) }),
	});
}

/** What a route says: first what goes for the workspace, then what for the account that its operator may have with Rocket.Chat. */
type Route = Readonly<Record<'heldBy' | 'askWhom' | 'process', readonly Statement[]>>;

export function routeOf({ heldBy, askWhom, process }: LegalRoute): Route {
	return {
		heldBy: heldBy === 'server-administrator-and-account' ? [say('legal_holder_server-administrator'), say('legal_holder_account')] : [say(`legal_holder_${heldBy}`)],
		askWhom: askWhom === 'server-administrator-and-account' ? [say('legal_ask_server-administrator'), say('legal_ask_account')] : [say(`legal_ask_${askWhom}`)],
		process: process === 'law-of-the-administrator-and-not-stated' ? [say('legal_process_law-of-the-administrator'), say('legal_process_account')] : [say(`legal_process_${process}`)],
	};
}

/** Who holds what and by what process: what is the same for all three kinds once, then what each has of its own. */
function routesOf({ legal }: Posture): Passage[] {
	const routes = legal.map((answer) => ({ category: answer.category, ...routeOf(answer) }));
	const isShared = ({ key }: Statement): boolean => routes.every(({ heldBy, askWhom, process }) => [...heldBy, ...askWhom, ...process].some((each) => each.key === key));
	const labelled = ({ heldBy, askWhom, process }: Route, isTold: (statement: Statement) => boolean): Statement[] => [
		...heldBy.filter(isTold).map((text) => say('legal_held-by', { text })),
		...askWhom.filter(isTold).map((text) => say('legal_ask-whom', { text })),
		...process.filter(isTold).map((text) => say('legal_by-process', { text })),
	];
	const shared = routes.slice(0, 1).flatMap(({ heldBy, process }) => labelled({ heldBy, askWhom: [], process }, isShared));
	return [
		shared.length === 0 ? [] : [...lines(say('legal_all')), ...items(shared)],
		...routes.map(({ category, ...route }) => [
			...lines(say('legal_category', { category: say(`legal-category_${category}`), examples: say(`legal_examples_${category}`) })),
			...items(labelled(route, (statement) => !isShared(statement))),
		]),
	];
}

/** The text to copy. It says by itself how far it can be relied on, since it travels without the rest of the answer. */
function textForAuthorities(posture: Posture, contact: string | Statement): Statement {
	return say(answerKey(posture.deployment), {
		host: hostToHandOut(posture.workspaceHost) ?? say('legal_answer-host'),
		contact,
		received: receivedStatements(posture).reduce((first, second) => say('caveats_joined', { first, second })),
	});
}

function answerKey(deployment: Deployment): Extract<MessageKey, `legal_answer_${string}`> {
	const model = legalModel(deployment);
	if (model === 'unknown') {
		return 'legal_answer_unknown';
	}
	if (deployment.confidence === 'certain') {
		return `legal_answer_${model}_declared`;
	}
	// An offline licence speaks for an isolated network and does not prove one: only who runs the workspace can say so.
	return model === 'air-gapped' && deployment.basis === 'detected' ? 'legal_answer_self-managed_likely' : `legal_answer_${model}_likely`;
}

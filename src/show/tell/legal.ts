import { LEGAL_CATEGORIES } from '../../catalogue/categories';
import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { LAW_ENFORCEMENT_GUIDELINES, SUBPROCESSORS_LINK } from '../../catalogue/legal';
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
	const model = legalModel(posture.deployment);
	return [
		lines(say('legal_heading'), verdictOf(posture.deployment), ...legalDoubt(posture.deployment), say(`legal_model_${model}`, { link: link(SUBPROCESSORS_LINK) })),
		lines(...receivedStatements(posture)),
		...LEGAL_CATEGORIES.map((category) => {
			const answers = posture.legal.filter((answer) => answer.category === category);
			const kept = posture.keeping.filter((item) => item.category === category).map(({ statement }) => statement);
			return [
				...lines(say('legal_category', { category: say(`legal-category_${category}`) }), say(`legal_examples_${category}`)),
				...items(
					answers.flatMap(({ heldBy, askWhom, process }) => [
						say('legal_held-by', { text: say(`legal_holder_${heldBy}`) }),
						say('legal_ask-whom', { text: say(`legal_ask_${askWhom}`) }),
						say('legal_by-process', { text: say(`legal_process_${process}`) }),
					]),
				),
				...lines(say('legal_kept-here')),
				...items(kept),
			];
		}),
		[...lines(say('legal_before')), ...items([say('legal_lookup-first', { lookup: link(SERVER_LOOKUP_URL) }), say('legal_lookup-no'), say('legal_depends')])],
		[...lines(say('legal_answer')), ...copy(textForAuthorities(posture, contact))],
		lines(legalSource(), say('legal_no-obligation'), say('legal_may-decline'), say('legal_no-advice')),
	];
}

/** The text to copy. It says by itself how far it can be relied on, since it travels without the rest of the answer. */
function textForAuthorities(posture: Posture, contact: string | null): Statement {
	return say(answerKey(posture.deployment), {
		host: hostToHandOut(posture.workspaceHost) ?? say('legal_answer-host'),
		contact: contact ?? say('legal_answer-contact'),
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

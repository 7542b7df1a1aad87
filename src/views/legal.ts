import { LEGAL_CATEGORIES } from '../catalogue/categories';
import { SERVER_LOOKUP_URL } from '../catalogue/hosts';
import { LAW_ENFORCEMENT_GUIDELINES } from '../catalogue/legal';
import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import { legalModel } from '../posture/legal';
import type { Posture } from '../posture/posture';
import { intoMessages } from './split';
import { verdictOf } from './words';

/** What the organisation itself states, for the text that answers an authority. */
export interface OwnContact {
	readonly contactEmail: string | null;
}

/** The legal view in sections: the same for the message and for the panel. */
export function legalSections(posture: Posture, { contactEmail }: OwnContact, translate: Translate): string[] {
	const list = (statements: readonly Statement[]): string => statements.map((statement) => `- ${translate(statement)}`).join('\n');
	const model = legalModel(posture.deployment);
	const { conflicts, confidence } = posture.deployment;
	const doubt: Statement[] = conflicts.length > 0 ? [say('legal_contradicted')] : confidence === 'likely' ? [say('legal_likely')] : [];
	return [
		[translate('legal_heading'), translate(verdictOf(posture.deployment)), ...doubt.map(translate), translate(`legal_model_${model}`)].join('\n'),
		...LEGAL_CATEGORIES.map((category) => {
			const answers = posture.legal.filter((answer) => answer.category === category);
			const kept = posture.keeping.filter((item) => item.category === category).map(({ statement }) => statement);
			return [
				translate(say('legal_category', { category: say(`legal-category_${category}`) })),
				translate(`legal_examples_${category}`),
				list(
					answers.flatMap(({ heldBy, askWhom, process }) => [
						say('legal_held-by', { text: say(`legal_holder_${heldBy}`) }),
						say('legal_ask-whom', { text: say(`legal_ask_${askWhom}`) }),
						say('legal_by-process', { text: say(`legal_process_${process}`) }),
					]),
				),
				translate('legal_kept-here'),
				list(kept),
			].join('\n');
		}),
		[translate('legal_before'), list([say('legal_lookup-first', { lookup: SERVER_LOOKUP_URL }), say('legal_lookup-no'), say('legal_depends')])].join('\n'),
		[
			translate('legal_answer'),
			'```',
			translate(
				say(`legal_answer_${model}`, {
					host: posture.workspaceHost ?? translate('legal_answer-host'),
					contact: contactEmail ?? translate('legal_answer-contact'),
				}),
			),
			'```',
		].join('\n'),
		[
			translate(say('legal_source', { date: { day: LAW_ENFORCEMENT_GUIDELINES.updated }, link: LAW_ENFORCEMENT_GUIDELINES.link })),
			translate('legal_no-obligation'),
			translate('legal_may-decline'),
			translate('legal_no-advice'),
		].join('\n'),
	];
}

/** The answer to `/privacy-status legal`. */
export function legalMessages(posture: Posture, contact: OwnContact, translate: Translate): string[] {
	return intoMessages(legalSections(posture, contact, translate));
}

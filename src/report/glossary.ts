import { ROCKET_CHAT_ROWS } from '../catalogue/baseline';
import type { RocketChatRow } from '../catalogue/baseline';
import { CATEGORIES } from '../catalogue/categories';
import { DEPLOYMENT_MODELS, EXPOSURE_STATES, PARTIES } from '../catalogue/words';
import type { Translate } from '../language/translate';

/** One kind of words, each with its definition in plain language. */
export interface GlossaryPart {
	readonly heading: string;
	readonly words: readonly { readonly term: string; readonly definition: string }[];
}

/** What the words of a report mean. */
export function glossary(translate: Translate): GlossaryPart[] {
	return [
		{ heading: translate('glossary_models'), words: DEPLOYMENT_MODELS.map((model) => ({ term: translate(`model_${model}`), definition: translate(`definition_model_${model}`) })) },
		{ heading: translate('glossary_categories'), words: CATEGORIES.map((category) => ({ term: translate(`category_${category}`), definition: translate(`definition_category_${category}`) })) },
		{ heading: translate('glossary_parties'), words: PARTIES.map((party) => ({ term: translate(`party_${party}`), definition: translate(`definition_party_${party}`) })) },
		{ heading: translate('glossary_exposure'), words: EXPOSURE_STATES.map((state) => ({ term: translate(`exposure_${state}`), definition: translate(`definition_exposure_${state}`) })) },
	];
}

/** What Rocket.Chat, the company, can get at by deployment, before any flow: the first row names the columns. */
export function baselineTable(translate: Translate): string[][] {
	const rows = Object.keys(ROCKET_CHAT_ROWS) as RocketChatRow[];
	return [
		[translate('matrix_deployment'), ...CATEGORIES.map((category) => translate(`category_${category}`))],
		...rows.map((row) => [translate(`matrix_row_${row}`), ...CATEGORIES.map((category) => translate(`exposure_${ROCKET_CHAT_ROWS[row][category].state}`))]),
	];
}

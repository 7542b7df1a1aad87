import { ROCKET_CHAT_ROWS } from '../../catalogue/baseline';
import type { RocketChatRow } from '../../catalogue/baseline';
import { CATEGORIES } from '../../catalogue/categories';
import { DEPLOYMENT_MODELS, EXPOSURE_STATES, PARTIES } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';

/** One kind of words, each with its definition in plain language. */
export interface GlossaryPart {
	readonly heading: Statement;
	readonly words: readonly { readonly term: Statement; readonly definition: Statement }[];
}

/** What the words of a report mean: models, categories, parties, exposure. */
export function glossary(): [GlossaryPart, GlossaryPart, GlossaryPart, GlossaryPart] {
	return [
		{ heading: say('glossary_models'), words: DEPLOYMENT_MODELS.map((model) => ({ term: say(`model_${model}`), definition: say(`definition_model_${model}`) })) },
		{ heading: say('glossary_categories'), words: CATEGORIES.map((category) => ({ term: say(`category_${category}`), definition: say(`definition_category_${category}`) })) },
		{ heading: say('glossary_parties'), words: PARTIES.map((party) => ({ term: say(`party_${party}`), definition: say(`definition_party_${party}`) })) },
		{ heading: say('glossary_exposure'), words: EXPOSURE_STATES.map((state) => ({ term: say(`exposure_${state}`), definition: say(`definition_exposure_${state}`) })) },
	];
}

/** What Rocket.Chat, the company, can receive by deployment, without any flow: the first row names the columns. */
export function baselineTable(): Statement[][] {
	const rows = Object.keys(ROCKET_CHAT_ROWS) as RocketChatRow[];
	return [
		[say('matrix_deployment'), ...CATEGORIES.map((category) => say(`category_${category}`))],
		...rows.map((row) => [say(`matrix_row_${row}`), ...CATEGORIES.map((category) => say(`exposure_${ROCKET_CHAT_ROWS[row][category].state}`))]),
	];
}

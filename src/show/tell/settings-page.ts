import { DEPLOYMENT_VARIABLE } from '../../catalogue/identity';
import { DECLARABLE_MODELS } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { baselineTable, glossary } from './glossary';
import type { GlossaryPart } from './glossary';

/**
 * The descriptions of the settings page that are made from the catalogue, in Markdown with tables, as the platform renders it.
 * The platform looks texts up in the package's files alone, so packaging writes these into them.
 */
export function settingDescriptions(translate: Translate): Readonly<Record<string, string>> {
	const [models, ...others] = glossary();
	const declarable = DECLARABLE_MODELS.map((model) => translate(`model_${model}`));
	return {
		ps_status_summary_description: [
			translate('settings_status-summary_about'),
			translate('settings_status-summary_words'),
			...others.map((part) => definitions(part, translate)),
			`**${translate('matrix_heading')}**`,
			table(baselineTable().map((row) => row.map((cell) => translate(cell)))),
			translate('matrix_flows'),
		].join('\n\n'),
		ps_declared_deployment_description: [
			translate(say('settings_declared-deployment_about', { variable: DEPLOYMENT_VARIABLE })),
			definitions({ ...models, words: models.words.filter(({ term }) => declarable.includes(translate(term))) }, translate),
		].join('\n\n'),
	};
}

function definitions({ heading, words }: GlossaryPart, translate: Translate): string {
	return [`**${translate(heading)}**`, words.map(({ term, definition }) => `- ${translate(say('glossary_line', { term, definition }))}`).join('\n')].join('\n\n');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

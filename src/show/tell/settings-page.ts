import { ROCKET_CHAT_ROWS } from '../../catalogue/baseline';
import type { RocketChatRow } from '../../catalogue/baseline';
import { CATEGORIES } from '../../catalogue/categories';
import type { Category } from '../../catalogue/categories';
import { DEPLOYMENT_VARIABLE } from '../../catalogue/identity';
import { DECLARABLE_MODELS, OUTSIDE_PARTIES } from '../../catalogue/vocabulary';
import { unmarked } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { MOST_COUNTED, REGISTRATIONS, rowOption, STATUS_SELECTIONS, SURENESSES } from '../../settings/status-lines';
import type { StatusLine } from '../../settings/status-lines';
import { EXPOSURE_MARKS } from './exposure';
import { baselineTable, glossary } from './glossary';
import type { GlossaryPart } from './glossary';
import { confidenceWithBasis, registrationConfidenceOf } from './verdict';

/**
 * The texts of the settings page that are made of others: labels and options of the lines that are shown, and the descriptions that are
 * made from the catalogue, in Markdown with tables, as the platform renders it. The platform looks texts up in the package's files
 * alone, so packaging writes these into them.
 */
export function settingTexts(translate: Translate): Readonly<Record<string, string>> {
	const [models, ...others] = glossary();
	const declarable = DECLARABLE_MODELS.map((model) => translate(`model_${model}`));
	return {
		...plain(lineLabels(), translate),
		...plain(optionLabels(), translate),
		...outsideLabels(translate),
		ps_declared_deployment_description: [
			translate(say('settings_declared-deployment_about', { variable: DEPLOYMENT_VARIABLE })),
			definitions({ ...models, words: models.words.filter(({ term }) => declarable.includes(translate(term))) }, translate),
		].join('\n\n'),
		ps_status_row_description: [
			`**${translate('matrix_heading')}**`,
			table(baselineTable().map((row) => row.map((cell) => translate(cell)))),
			translate('matrix_flows'),
			...others.map((part) => definitions(part, translate)),
		].join('\n\n'),
	};
}

type Labels = Readonly<Record<string, Statement>>;

/** Fields show no marks, and each text there begins like a sentence. */
function plain(labels: Labels, translate: Translate): Record<string, string> {
	return Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, sentenceCase(unmarked(translate.spans(label)), translate)]));
}

function sentenceCase(text: string, { language }: Translate): string {
	return text.replace(/^\p{L}/u, (first) => first.toLocaleUpperCase(language));
}

/** What each line shows, but for the categories'. */
const LABELS: Readonly<Record<Exclude<StatusLine, `status_${Category}`>, WholeKey>> = {
	'status_summary': 'verdict_where',
	'status_registered': 'conflict-name_registered',
	'status_air-gapped': 'model_air-gapped',
	'status_contradictions': 'settings_contradictions',
	'status_first': 'first_heading',
	'status_changes': 'button_changes',
	'status_objections': 'settings_objections',
	'status_time': 'report_read-at',
	'status_row': 'settings_row',
};

function lineLabels(): Labels {
	const labels = [
		...Object.entries(LABELS).map(([line, what]) => [line, say(what)] as const),
		...CATEGORIES.map((category) => [`status_${category}`, say('settings_outside', { category: say(`category_${category}`) })] as const),
	];
	return Object.fromEntries(labels.map(([line, what]) => [`ps_${line}`, say('settings_shown', { what })]));
}

function optionLabels(): Labels {
	const labels: readonly (readonly [option: string, label: Statement])[] = [
		['unknown', say('exposure_unknown')],
		['unread', say('headline_unread')],
		['no-sign', say('report_air-gap-no-sign')],
		['none', say('settings_none')],
		['none-unread', say('settings_none-unread')],
		...Array.from({ length: MOST_COUNTED }, (_, at) => String(at + 1)).map((count) => [count, say('settings_see', { count: count === String(MOST_COUNTED) ? `${count}+` : count })] as const),
		...REGISTRATIONS.map((option) => {
			const [state, confidence] = parted(option);
			return [option, howSure(`registration_${state}`, registrationConfidenceOf({ registration: { confidence } }))] as const;
		}),
		...SURENESSES.flatMap((sureness) => [
			...DECLARABLE_MODELS.map((model) => [`${model}_${sureness}`, verdict(`model_${model}`, sureness)] as const),
			[`yes_${sureness}`, verdict(sureness.endsWith('contradicted') ? 'model_air-gapped' : 'exposure_yes', sureness)] as const,
			[`no_${sureness}`, verdict('exposure_no', sureness)] as const,
		]),
		...(Object.keys(ROCKET_CHAT_ROWS) as RocketChatRow[]).map((row) => [rowOption(row), say(`matrix_row_${row}`)] as const),
	];
	return Object.fromEntries(labels.map(([option, label]) => [`ps_status_${option}`, label]));
}

function verdict(what: WholeKey, sureness: (typeof SURENESSES)[number]): Statement {
	const [basis, confidence] = parted(sureness);
	return confidence === 'contradicted' ? say(`settings_contradicted-${basis}`, { model: say(what) }) : howSure(what, confidenceWithBasis({ basis, confidence, conflicts: [] }));
}

/** The two words of an option. */
function parted<First extends string, Second extends string>(option: `${First}_${Second}`): [First, Second] {
	return option.split('_') as [First, Second];
}

function howSure(what: WholeKey, confidence: Statement): Statement {
	return say('verdict_how-sure', { what: say(what), confidence });
}

/** Who outside can have a category, as the panel has it: the farthest first, each with its mark. Who is not named cannot. */
function outsideLabels(translate: Translate): Record<string, string> {
	const options = new Set(CATEGORIES.flatMap((category): readonly string[] => STATUS_SELECTIONS[`status_${category}`]));
	return Object.fromEntries([...options].map((option) => [`ps_status_${option}`, outsideLabel(option.split('_'), translate)]));
}

function outsideLabel(states: readonly string[], translate: Translate): string {
	const groups = (['yes', 'limited', 'unknown'] as const).flatMap((state) => {
		const parties = OUTSIDE_PARTIES.filter((_, at) => states[at] === state).map((party) => say(`settings_outside-${party}`));
		return parties.length === 0 ? [] : [say('exposure_marked', { mark: EXPOSURE_MARKS[state], state: say(`exposure_${state}`), categories: parties })];
	});
	return groups.length === 0 ? `${EXPOSURE_MARKS.no} ${translate('settings_nobody')}` : groups.map((each) => translate(each)).join(translate('language_list-separator'));
}

function definitions({ heading, words }: GlossaryPart, translate: Translate): string {
	return [`**${translate(heading)}**`, words.map(({ term, definition }) => `- ${translate(say('glossary_line', { term, definition }))}`).join('\n')].join('\n\n');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/**
 * The documents that are made from the code: the README's table of flows, the report's schema, and the descriptions of the
 * settings page, which the platform looks up in the files of i18n/ alone.
 * `npm run docs` writes them, `npm run docs -- --check` fails when one is not up to date.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { FLOWS } from '../../src/catalogue/flows';
import { settingsOf } from '../../src/catalogue/conditions';
import { LANGUAGES } from '../../src/language/languages';
import { HOLE, translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { toJsonSchema } from '../../src/report/json-schema';
import { settingDescriptions } from '../../src/report/settings-page';
import { defaultSignals } from '../../test/posture/signals';

const ROOT = path.resolve(__dirname, '..', '..');
const BEGIN = '<!-- flows: made by `npm run docs` -->';
const END = '<!-- /flows -->';

/** The table, in the catalogue's order. "On by default" is what a fresh 7.7.1 server gives. */
export function flowTable(): string {
	const translate = translator('en');
	const fresh = new Map(judge(defaultSignals(), new Date(0), '0').flows.map((finding) => [finding.id, finding]));
	const rows = FLOWS.map((flow) => {
		const finding = fresh.get(flow.id);
		if (finding === undefined) {
			throw new Error(`The flow ${flow.id} was not judged.`);
		}
		const settings = settingsOf(flow.when).map((id) => `\`${id}\``);
		return [
			`\`${flow.id}\``,
			translate(finding.recipient),
			Object.keys(flow.carries).map((category) => translate(`category_${category as keyof typeof flow.carries}`)).join(', '),
			settings.length === 0 ? 'none' : settings.join(', '),
			finding.state === 'not-applicable' ? 'not on 7.7' : translate(`flow-state_${finding.state}`),
		];
	});
	return ['| Flow | Goes to | Carries | Decided by | On a fresh 7.7.1 |', '|---|---|---|---|---|', ...rows.map((row) => `| ${row.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`)].join('\n');
}

/** The README with a fresh table. */
export function withFlowTable(readme: string): string {
	const [before, rest] = readme.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) {
		throw new Error(`README.md lacks the marks ${BEGIN} and ${END}.`);
	}
	return `${before}${BEGIN}\n${flowTable()}\n${END}${after}`;
}

/** The report's schema as it is published. */
export function schemaFile(): string {
	return `${JSON.stringify(toJsonSchema(), null, 2)}\n`;
}

/** A language's texts with fresh descriptions of the settings; each keeps its place. */
function withSettingDescriptions(language: string, json: string): string {
	const texts = JSON.parse(json) as Record<string, string>;
	return `${JSON.stringify({ ...texts, ...settingDescriptions(translator(language)) }, null, 4)}\n`;
}

interface Document {
	/** Its path in the repository. */
	readonly name: string;
	/** The document as it should be, made from the one that is there; null if there is none. */
	readonly refreshed: (present: string | null) => string;
}

/** The type of the texts' holes: what `say` is checked against. */
export function holesFile(): string {
	const rows = Object.entries(LANGUAGES.en)
		.filter(([key]) => !/^ps_.*_description$/.test(key))
		.map(([key, text]) => ({ key, names: [...new Set([...text.matchAll(HOLE)].map(([, name]) => name))] }))
		.filter(({ names }) => names.length > 0)
		.map(({ key, names }) => `\t'${key}': ${names.map((name) => `'${String(name)}'`).join(' | ')};`);
	return ['/** The holes of each text that has some, as `i18n/en.json` names them: made by `npm run docs`. */', 'export interface Holes {', ...rows, '}', ''].join('\n');
}

/** Every document that is made from the code. */
export const DOCUMENTS: readonly Document[] = [
	{ name: 'README.md', refreshed: (present) => withFlowTable(present ?? '') },
	{ name: 'docs/report.schema.json', refreshed: schemaFile },
	{ name: 'src/language/holes.ts', refreshed: holesFile },
	...readdirSync(path.join(ROOT, 'i18n')).map((name): Document => ({
		name: `i18n/${name}`,
		refreshed: (present) => withSettingDescriptions(name.replace(/\.json$/, ''), present ?? '{}'),
	})),
];

/** Writes what is not up to date, or only reports it. Returns the names of those documents. */
function refresh(onlyCheck: boolean): string[] {
	return DOCUMENTS.flatMap(({ name, refreshed }) => {
		const file = path.join(ROOT, name);
		const present = existsSync(file) ? readFileSync(file, 'utf8') : null;
		const fresh = refreshed(present);
		if (fresh === present) {
			return [];
		}
		if (!onlyCheck) {
			writeFileSync(file, fresh);
		}
		return [name];
	});
}

if (require.main === module) {
	const onlyCheck = process.argv.includes('--check');
	const stale = refresh(onlyCheck);
	if (stale.length === 0) {
		console.log(`Up to date: ${DOCUMENTS.map(({ name }) => name).join(', ')}.`);
	} else if (onlyCheck) {
		console.error(`Not what the code says: ${stale.join(', ')}. Run: npm run docs`);
		process.exitCode = 1;
	} else {
		console.log(`Updated: ${stale.join(', ')}.`);
	}
}

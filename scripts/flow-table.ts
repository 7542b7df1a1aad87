/**
 * The README's table of flows, made from the catalogue: `npm run docs` writes it, `npm run docs -- --check` fails when it is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { FLOWS } from '../src/catalogue/flows';
import { settingsOf } from '../src/catalogue/conditions';
import { translator } from '../src/language/translate';
import { judge } from '../src/posture/judge';
import { defaultSignals } from '../test/posture/signals';

const README = path.resolve(__dirname, '..', 'README.md');
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

if (require.main === module) {
	const readme = readFileSync(README, 'utf8');
	const fresh = withFlowTable(readme);
	if (fresh === readme) {
		console.log('README.md is up to date.');
	} else if (process.argv.includes('--check')) {
		console.error("README.md's table of flows is not what the catalogue says. Run: npm run docs");
		process.exitCode = 1;
	} else {
		writeFileSync(README, fresh);
		console.log('README.md was updated.');
	}
}

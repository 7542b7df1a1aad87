import { parseArgs } from 'node:util';
import { Mistake } from '../mistake';
import { FORMS } from '../../compare/form-names';
import type { Form } from '../../compare/form-names';
import { closest } from './closest';

/** What a command line asks for. */
export type Options =
	| { job: 'help' }
	| { job: 'list' }
	| { job: 'open'; workspace: string | null; as: string | null }
	| { job: 'command'; workspace: string | null; as: string | null; command: string; save: string | null }
	| { job: 'report'; workspace: string | null; as: string | null }
	| { job: 'compare'; paths: string[]; form: Form }
	| { job: 'expect'; paths: string[]; policy: string; form: Form };

const flags = {
	workspace: { type: 'string' },
	as: { type: 'string' },
	command: { type: 'string' },
	save: { type: 'string' },
	report: { type: 'boolean' },
	compare: { type: 'boolean' },
	expect: { type: 'string', multiple: true },
	list: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' },
} as const;

export function readOptions(args: string[]): Options {
	const { values, positionals } = parse(args);
	if (values.help === true) {
		return { job: 'help' };
	}
	if (values.list === true) {
		return { job: 'list' };
	}
	if (values.compare === true) {
		return comparison(values, positionals);
	}
	if (values.expect !== undefined) {
		throw new Mistake('--expect goes with --compare, for one workspace too: --compare settings.json --expect policy.json.');
	}
	if (positionals[0] !== undefined) {
		throw new Mistake(`"${positionals[0]}" belongs to no option: only --compare takes several files.`);
	}
	const where = { workspace: values.workspace ?? null, as: values.as ?? null };
	if (values.command !== undefined && values.report === true) {
		throw new Mistake('--command and --report exclude each other: --report runs a command of its own.');
	}
	if (values.command !== undefined) {
		if (!/^\/\S/.test(values.command)) {
			throw new Mistake(`--command takes a slash command, for example "/privacy-status"; "${values.command}" is none.`);
		}
		return { job: 'command', command: values.command, save: values.save ?? null, ...where };
	}
	if (values.save !== undefined) {
		throw new Mistake('--save goes with --command: it keeps the files that the answer hands over.');
	}
	return values.report === true ? { job: 'report', ...where } : { job: 'open', ...where };
}

function comparison({ workspace, command, save, report, expect: policies = [], as = 'text' }: ReturnType<typeof parse>['values'], paths: string[]): Options {
	if (workspace !== undefined || command !== undefined || save !== undefined || report === true) {
		throw new Mistake('--compare goes with --as and --expect alone: it takes files of several workspaces, and prints a table.');
	}
	if (paths.length === 0) {
		throw new Mistake('--compare takes reports or exports, for example --compare a.json b.json, a folder with several, or - for standard input.');
	}
	const form = FORMS.find((each) => each === as);
	if (form === undefined) {
		throw new Mistake(`With --compare, --as is one of ${FORMS.join(', ')}; "${as}" is none of these.`);
	}
	const [policy, second] = policies;
	if (second !== undefined || policy === '' || policy === '-') {
		throw new Mistake('--expect takes one file: a policy as JSON, for example --expect policy.json.');
	}
	return policy === undefined ? { job: 'compare', paths, form } : { job: 'expect', paths, policy, form };
}

function parse(args: string[]) {
	const known = Object.keys(flags).map((name) => `--${name}`);
	const wrong = args.find((arg) => arg.startsWith('-') && arg !== '-' && arg !== '-h' && !known.includes(arg.replace(/=.*$/s, '')));
	if (wrong !== undefined && !isValue(args, wrong)) {
		const near = closest(wrong, known);
		throw new Mistake(`There is no option ${wrong}.${near === null ? '' : ` Did you mean ${near}?`} Options: ${known.join(', ')}.`);
	}
	try {
		return parseArgs({ args, options: flags, allowPositionals: true });
	} catch (error) {
		throw new Mistake(sentence(error instanceof Error ? error.message : String(error)));
	}
}

/** Whether the word stands right after an option that takes one: parseArgs has its own opinion on those. */
function isValue(args: string[], word: string): boolean {
	const before = args[args.indexOf(word) - 1];
	return ['--workspace', '--as', '--command', '--save', '--expect'].includes(before ?? '');
}

/** parseArgs explains itself in several lines; the first says it. */
function sentence(message: string): string {
	const first = message.split('\n')[0] ?? message;
	return /[.!?]$/.test(first) ? first : `${first}.`;
}

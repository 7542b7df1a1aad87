import type { Organisation } from '../settings/organisation';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Translate } from '../language/translate';
import { egressOf } from '../posture/egress';
import type { Plan } from '../posture/plan';
import type { Posture } from '../posture/posture';
import { toEgressCsv, toHostList } from './as/egress';
import { toHtml } from './as/html';
import { toMarkdown } from './as/markdown';
import { toRegister } from './as/register';
import { toReport } from './as/report';
import { toReportCsv } from './as/report-csv';
import { outlineOf } from './tell/outline';
import { planOutline } from './tell/plan';
import { registerOf } from './tell/register';

/** One way in which the report can be had. Its name for readers is the text `export-format_<id>`. */
interface Format<Id extends string> {
	readonly id: Id;
	/** What the file's name begins with; the day follows. */
	readonly name: 'privacy-status' | 'privacy-status-register' | 'privacy-status-egress';
	readonly extension: string;
	/** Media type. */
	readonly type: string;
	/** Whether scripts get it too, at `report.<extension>`. */
	readonly isForScripts: boolean;
	/** @param organisation what the organisation states itself: the register of processing activities names it */
	readonly render: (posture: Posture, organisation: Organisation, translate: Translate) => string;
}

function format<const Id extends string>(row: Format<Id>): Format<Id> {
	return row;
}

/** Every format, in the order in which they are offered. */
export const FORMATS = [
	format({
		id: 'json',
		name: 'privacy-status',
		extension: 'json',
		type: 'application/json',
		isForScripts: true,
		render: (posture, _, translate) => `${JSON.stringify(toReport(posture, translate), null, 2)}\n`,
	}),
	format({
		id: 'markdown',
		name: 'privacy-status',
		extension: 'md',
		type: 'text/markdown',
		isForScripts: true,
		render: (posture, _, translate) => toMarkdown(outlineOf(posture, translate, true), translate),
	}),
	format({
		id: 'csv',
		name: 'privacy-status',
		extension: 'csv',
		type: 'text/csv',
		isForScripts: true,
		render: (posture, _, translate) => toReportCsv(toReport(posture, translate), translate),
	}),
	format({
		id: 'html',
		name: 'privacy-status',
		extension: 'html',
		type: 'text/html',
		isForScripts: false,
		render: (posture, _, translate) => toHtml(outlineOf(posture, translate, false), translate),
	}),
	format({
		id: 'register',
		name: 'privacy-status-register',
		extension: 'csv',
		type: 'text/csv',
		isForScripts: false,
		render: (posture, organisation, translate) => toRegister(registerOf(posture, organisation, translate), translate),
	}),
	format({
		id: 'register-html',
		name: 'privacy-status-register',
		extension: 'html',
		type: 'text/html',
		isForScripts: false,
		render: (posture, organisation, translate) => toHtml(registerOf(posture, organisation, translate), translate),
	}),
	format({
		id: 'egress',
		name: 'privacy-status-egress',
		extension: 'csv',
		type: 'text/csv',
		isForScripts: false,
		render: (posture, _, translate) => toEgressCsv(egressOf(posture), translate),
	}),
	format({
		id: 'egress-hosts',
		name: 'privacy-status-egress',
		extension: 'txt',
		type: 'text/plain',
		isForScripts: false,
		render: (posture, _, translate) => toHostList(egressOf(posture), translate),
	}),
] as const;

export type ReportFormat = (typeof FORMATS)[number]['id'];

/** A file that the app hands over, or answers a script with. */
export interface ReportFile {
	/** What it is, in a few words. */
	readonly title: Statement;
	/** Tells what it is and the date, and nothing of the workspace. */
	readonly name: string;
	/** Media type. */
	readonly type: string;
	readonly content: string;
}

/** The report as a file. */
export function toFile(id: ReportFormat, posture: Posture, organisation: Organisation, translate: Translate): ReportFile {
	const { name, extension, type, render } = FORMATS.find((row) => row.id === id) ?? FORMATS[0];
	return { title: say(`export-format_${id}`), name: `${name}-${posture.generatedAt.slice(0, 10)}.${extension}`, type, content: render(posture, organisation, translate) };
}

/** A plan as a file, to print and to keep beside what was done. */
export function toPlanFile(plan: Plan, posture: Posture, translate: Translate): ReportFile {
	return { title: say('plan_page'), name: `privacy-status-plan-${plan.goal}-${posture.generatedAt.slice(0, 10)}.html`, type: 'text/html', content: toHtml(planOutline(plan, posture, translate), translate) };
}

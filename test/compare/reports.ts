import type { FLOWS } from '../../src/catalogue/flows';
import { translator } from '../../src/language/translate';
import { toReport } from '../../src/show/as/report';
import type { Report } from '../../src/show/as/report-schema';
import { compareAt } from '../../tools/compare/compare';
import type { Answer } from '../../tools/compare/compare';
import type { Form } from '../../tools/compare/form-names';
import { postureOf } from '../show/postures';

const english = translator('en');

type Change = (report: Report) => unknown;

/** A report of an ordinary workspace whose link previews are off, with changes. */
export function reportOf(host: string | null, change: Change = () => null, posture = 'self-managed, not registered'): Report {
	const report = structuredClone(toReport(postureOf(posture), english));
	report.workspace.host = host;
	withState('link-previews', 'off')(report);
	change(report);
	return report;
}

/** The flow of a report with that id. */
export function flowIn(report: Report, id: (typeof FLOWS)[number]['id']): Report['flows'][number] {
	const flow = report.flows.find((each) => each.id === id);
	if (flow === undefined) {
		throw new Error(`There is no flow ${id}.`);
	}
	return flow;
}

export function withState(id: (typeof FLOWS)[number]['id'], state: 'on' | 'off' | 'unknown' | 'not-applicable', unreadable: string[] = []): Change {
	return (report) => Object.assign(flowIn(report, id), { state, effect: state === 'on' ? 'sent' : null, unreadable });
}

/** What is said of texts on standard input: reports line by line, or anything else. */
export function compared(texts: readonly (Report | string)[], form: Form = 'text'): Promise<Answer> {
	const lines = texts.map((text) => (typeof text === 'string' ? text : JSON.stringify(text)));
	return compareAt(['-'], form, () => Promise.resolve(Buffer.from(lines.join('\n'))), new Date('2026-11-29T12:00:00Z'));
}

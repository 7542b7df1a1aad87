import type { FlowId } from '../../src/catalogue/flows';
import { translator } from '../../src/language/translate';
import { toReport } from '../../src/show/as/report';
import type { Report } from '../../src/show/as/report-schema';
import type { Workspace } from '../../tools/host';
import { judged } from './workspace-judged';

const english = translator('en');

/** The report of a workspace, in English. */
export async function reportOf(workspace: Workspace): Promise<Report> {
	return toReport((await judged(workspace)).posture, english);
}

/** What the report says of one flow. */
export function flowIn({ flows }: Report, id: FlowId): Report['flows'][number] {
	const found = flows.find((flow) => flow.id === id);
	if (found === undefined) {
		throw new Error(`no flow ${id}`);
	}
	return found;
}

/** What the matrix says of a party: each category with its word. */
export function cellsOf({ exposure }: Report, party: Report['exposure'][number]['party']): Record<string, string> {
	return Object.fromEntries(exposure.filter((cell) => cell.party === party).map(({ category, state }) => [category, state]));
}

/** What the report says that no setting shows. */
export function unseenIn({ unseen }: Report): string {
	return unseen.map(({ statement }) => statement).join('\n');
}

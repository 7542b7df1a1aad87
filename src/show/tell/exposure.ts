import type { FlowId } from '../../catalogue/flows';
import type { ExposureState, Party } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Param, Statement } from '../../language/statement';
import { flowsBehind } from '../../posture/exposure';
import type { ExposureCell, Posture } from '../../posture/posture';

/** The cells of one party, in the order of the categories. */
export function cellsOf({ exposure }: Posture, party: Party): ExposureCell[] {
	return exposure.filter((cell) => cell.party === party);
}

/** A mark for each exposure; it never comes without its word. */
export const EXPOSURE_MARKS: Readonly<Record<ExposureState, string>> = { yes: '🔴', limited: '🟠', unknown: '⚪', no: '🟢' };

const MOST_EXPOSED_FIRST: readonly ExposureState[] = ['yes', 'limited', 'unknown', 'no'];

/** What one party can see: a line with its mark for each exposure, which names the categories. */
export function exposureLines(posture: Posture, party: Party): Statement[] {
	const cells = cellsOf(posture, party);
	return MOST_EXPOSED_FIRST.flatMap((state) => {
		const found = cells.filter((cell) => cell.state === state);
		const categories = found.length === cells.length ? [say('category_all')] : found.map(({ category }) => say(`category_${category}`));
		return found.length === 0 ? [] : [say('exposure_marked', { mark: EXPOSURE_MARKS[state], state: say(`exposure_${state}`), categories })];
	});
}

/** The same in one line. */
export function exposureLine(posture: Posture, party: Party): Statement {
	return say('exposure_line', { party: say(`party_${party}`), groups: exposureLines(posture, party) });
}

/** More flows than this are counted instead of named; the report names them all. */
const FLOWS_IN_CELL = 6;

/** A party's cells in the panel: a line for each category, or one for all where all say the same. */
export function cellLines(cells: readonly ExposureCell[]): Statement[] {
	const [first] = cells;
	const isSame = first !== undefined && cells.every((cell) => isAlike(cell, first));
	return isSame ? [say('panel_cell', { category: say('category_all'), state: cellState(first) })] : cells.map(cellLine);
}

/** Whether two cells say the same of their categories. */
function isAlike(one: ExposureCell, other: ExposureCell): boolean {
	const said = (cell: ExposureCell): string => JSON.stringify([cell.state, cell.condition, flowsBehind(cell)]);
	return said(one) === said(other);
}

/** Why a party's cells are as they are, apart from the flows; the baseline's reason is the same for all and said once. */
export function baselineReasons(cells: readonly ExposureCell[]): Statement[] {
	const reasons = cells.flatMap(({ because }) => because.filter(({ source }) => !source.startsWith('flow:')).map(({ statement }) => statement));
	return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function cellLine(cell: ExposureCell): Statement {
	const params = { category: say(`category_${cell.category}`), state: cellState(cell) };
	const flows = flowsBehind(cell);
	if (flows.length === 0 || isByFlows(cell)) {
		return say('panel_cell', params);
	}
	return say(cell.state === 'unknown' ? 'panel_cell-unknown' : 'panel_cell-flows', { ...params, flows: shortList(flows) });
}

function cellState(cell: ExposureCell): Statement {
	const exposure = say(`exposure_${cell.state}`);
	const condition = cell.condition?.key === 'condition_flows' ? say('condition_flows', { flows: shortList(flowsBehind(cell)) }) : cell.condition;
	return condition === null ? say('panel_state', { exposure }) : say('panel_state-condition', { exposure, condition });
}

/** The condition is that of the flows, which it names. */
export function isByFlows({ condition }: ExposureCell): boolean {
	return condition?.key === 'condition_flows' || condition?.key === 'condition_flows-encryption';
}

function namesOf(flows: readonly FlowId[]): Statement[] {
	return flows.map((id) => say(`flow_${id}_name`));
}

function shortList(flows: readonly FlowId[]): Param {
	const rest = flows.length - FLOWS_IN_CELL;
	return rest > 0 ? [...namesOf(flows.slice(0, FLOWS_IN_CELL)), say('panel_cell-more', { count: rest })] : namesOf(flows);
}

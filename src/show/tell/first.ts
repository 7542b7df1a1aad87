import { adviceFor } from '../../posture/advice';
import type { Advice } from '../../posture/advice';
import type { Posture } from '../../posture/posture';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';

/** More than this nobody does first; the report has them all. */
const MOST = 3;

/** The most pressing steps; a firewall is none that an admin of the workspace takes first. */
export function firstSteps(posture: Posture): Advice[] {
	return adviceFor(posture).filter(({ kind }) => kind !== 'firewall').slice(0, MOST);
}

/** One step: its place, its reason and, where nothing can be pressed for it, how it is done. */
export function stepLines({ title, reason, step }: Advice, rank: number, isWhole: boolean): Statement[] {
	return [say('first_step', { rank, title, reason }), ...(isWhole ? [step] : [])];
}

/** The address of a page of the administration; null where the workspace's own is not known, so that only its path in words helps. */
export function pageAddress({ workspaceOrigin }: Pick<Posture, 'workspaceOrigin'>, adminPage: string | null): string | null {
	return workspaceOrigin === null || adminPage === null ? null : `${workspaceOrigin}${adminPage}`;
}

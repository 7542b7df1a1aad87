import { judgeWorkspace } from '../../tools/export/judge';
import type { Judged } from '../../tools/export/judge';
import type { Workspace } from '../../tools/host';

export type { Judged };

/** What the app reads and concludes of a workspace, on a day that never changes. */
export async function judged(workspace: Workspace): Promise<Judged> {
	return judgeWorkspace(workspace, new Date('2026-11-22T03:00:00Z'));
}

import type { Workspace } from '../host/types';

/** How workspaces are grouped where they are listed, in this order: the first group that takes one has it. */
const GROUPS: readonly (readonly [group: string, takes: (name: string, workspace: Workspace) => boolean])[] = [
	['Self-managed', (name) => /^(self-managed-(?!declared)|register|push-gateway|several-push)/.test(name)],
	['Air-gapped', (name, workspace) => !isBroken(workspace) && /^air-gapped|^lan-only|offline-licence/.test(name)],
	['Cloud and Open Server', (name) => /cloud|^open-server/.test(name)],
	['Self-managed, one thing each', (name, workspace) => !isBroken(workspace) && !isOfVersion(name) && !isLookAlike(name)],
	['Fresh and upgraded servers', (name, workspace) => isOfVersion(name) && !isBroken(workspace)],
	['Look-alikes', isLookAlike],
	['Broken or unreadable', () => true],
];

/** For a workspace that is in no list. */
export const OWN_FILE = 'Your own file';

export const GROUP_NAMES: readonly string[] = [OWN_FILE, ...GROUPS.map(([group]) => group)];

export function groupOf(name: string, workspace: Workspace): string {
	return GROUPS.find(([, takes]) => takes(name, workspace))?.[0] ?? OWN_FILE;
}

/** Something that a server should do does not work: reads, permissions, uploads. */
function isBroken({ server, faults, permissionsRefused, uploads = 'on' }: Workspace): boolean {
	return faults !== undefined || permissionsRefused !== undefined || uploads !== 'on' || server.absentAnswers === 'null' || server.hiddenByEnvironment !== undefined;
}

function isOfVersion(name: string): boolean {
	return /^(fresh|upgraded|three-versions)/.test(name);
}

function isLookAlike(name: string): boolean {
	return /^look-alike|^product-in-|rocket-chat-host/.test(name);
}

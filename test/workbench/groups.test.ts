import { readWorkspace } from '../../tools/host';
import { GROUP_NAMES, groupOf, OWN_FILE } from '../../tools/workbench/groups';
import { knownWorkspaces } from '../../tools/workbench/workspaces';

test.each([
	['self-managed-registered', 'Self-managed'],
	['air-gapped-clean', 'Air-gapped'],
	['cloud-own-host', 'Cloud and Open Server'],
	['open-server', 'Cloud and Open Server'],
	['xmpp-bridge', 'Self-managed, one thing each'],
	['upgraded-9.0', 'Fresh and upgraded servers'],
	['look-alike-unicode', 'Look-alikes'],
	['nothing-readable', 'Broken or unreadable'],
	// What does not work is more than what it would be.
	['air-gapped-unreadable', 'Broken or unreadable'],
])('%s is among "%s"', (name, group) => {
	expect(groupOf(name, readWorkspace(name))).toBe(group);
});

test('workspaces are listed group by group, and none of ours is an own file', () => {
	const groups = knownWorkspaces().map(({ group }) => group);
	expect([...new Set(groups)]).toEqual(GROUP_NAMES.filter((group) => group !== OWN_FILE));
	expect(groups.map((group) => GROUP_NAMES.indexOf(group))).toEqual([...groups.keys()].map((at) => GROUP_NAMES.indexOf(groups[at] ?? '')).sort((one, other) => one - other));
});

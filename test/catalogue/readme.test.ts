import { readFileSync } from 'node:fs';
import path from 'node:path';

import { withFlowTable } from '../../tools/docs/docs';
import { FLOWS } from '../../src/catalogue/flows';
import { judge } from '../../src/posture/judge';
import { defaultSignals } from '../posture/signals';

const readme = readFileSync(path.join(__dirname, '..', '..', 'README.md'), 'utf8');

test('the README’s table is what the catalogue says, a row for every flow', () => {
	expect(withFlowTable(readme)).toBe(readme);
	for (const { id } of FLOWS) {
		expect(readme).toContain(`\n| \`${id}\` |`);
	}
});

test('the README names exactly the flows that are on by default, and those that no setting stops', () => {
	const sentence = (start: string): string[] => [...(new RegExp(`${start}([^.]*)\\.`).exec(readme)?.[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, id]) => id ?? '');
	const { flows } = judge(defaultSignals(), new Date(0), '0');
	const on = flows.filter(({ state }) => state === 'on').map(({ id }) => id);
	expect(sentence('Admins are surprised by these:').sort()).toEqual(on.sort());
	const unstoppable = flows.filter(({ decidedBy, state }) => state === 'on' && decidedBy.length === 0).map(({ id }) => id);
	expect(sentence('No setting stops').sort()).toEqual(unstoppable.sort());
});

import { validateMessageBlocks, validateView } from '../../tools/workbench/validators';

const text = { type: 'plain_text', text: 'Text' };
const button = { type: 'button', appId: 'app', blockId: 'block', actionId: 'press', text };
const { appId: _appId, ...anonymous } = button;

const view = (...blocks: unknown[]) => ({ id: 'view', appId: 'app', type: 'contextualBar', showIcon: true, title: text, blocks });

test('a sound view has no problems', () => {
	const sound = view(
		{ type: 'section', text: { type: 'mrkdwn', text: '*Text*' }, fields: [text], accessory: button },
		{ type: 'divider' },
		{ type: 'actions', elements: [button] },
		{ type: 'context', elements: [text] },
	);
	expect(validateView(sound, 'contextual_bar')).toEqual([]);
	expect(validateView(sound, 'modal')).toEqual([]);
});

test('a callout fits into a modal, not into a contextual bar', () => {
	const callout = view({ type: 'callout', text });
	expect(validateView(callout, 'modal')).toEqual([]);
	expect(validateView(callout, 'contextual_bar')).toEqual([expect.stringMatching(/^blocks\[0\] \(callout\)/)]);
});

test.each([
	{ where: 'in actions', block: { type: 'actions', elements: [button, anonymous] }, at: 'blocks[0] (actions).elements[1]' },
	{ where: 'beside a section', block: { type: 'section', text, accessory: anonymous }, at: 'blocks[0] (section).accessory' },
	{ where: 'in an input', block: { type: 'input', label: text, element: { type: 'plain_text_input', blockId: 'b', actionId: 'a' } }, at: 'blocks[0] (input).element' },
])('an element $where that lacks its app id is found', ({ block, at }) => {
	const [problem = '', ...others] = validateView(view(block), 'modal');
	expect(problem.startsWith(at)).toBe(true);
	expect(problem).toContain('it lacks appId');
	expect(others).toEqual([]);
});

test('several mistakes are told one by one', () => {
	const problems = validateView({ ...view({ type: 'nothing' }, { type: 'section', text: 'bare' }), title: 'bare', close: anonymous }, 'modal');
	expect(problems.map((problem) => problem.split(':')[0])).toEqual(['title', 'close', 'blocks[0] (nothing)', 'blocks[1] (section).text']);
});

test.each([null, 'view', [], 7])('%p is no view', (value) => {
	expect(validateView(value, 'modal')).toHaveLength(1);
});

test('a message may hold what modals do, but no input', () => {
	expect(validateMessageBlocks([{ type: 'section', text }, { type: 'actions', elements: [button] }])).toEqual([]);
	expect(validateMessageBlocks([{ type: 'input' }, { type: 'section' }])).toEqual([
		'blocks[0] (input): not allowed in a message',
	]);
});

import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import type { FlowFinding } from '../../src/posture/posture';
import { acceptForm } from '../../src/show/as/accept-form';
import { askedWords, nextToFlow } from '../../src/show/as/next';
import { statusPanel } from '../../src/show/as/panel';
import { defaultSignals } from '../posture/signals';

const english = translator('en');
const posture = judge(defaultSignals({ Site_Url: 'https://chat.example.org' }, ['MapView_GMapsAPIKey']), new Date('2026-11-22T09:30:00.000Z'), '1.2.3');
const frame = { translate: english, appId: 'app-id', threadId: 'a-thread' };
const ACCEPTED = { reason: 'Agreed', until: null, by: 'some-user', at: '2026-01-01T00:00:00.000Z', isExpired: false };

function flowWith(changes: Partial<FlowFinding>): FlowFinding {
	const [flow] = posture.flows;
	if (flow === undefined) {
		throw new Error('There is no flow.');
	}
	return { ...flow, ...changes };
}

/** What can be pressed, other than what leads to a page. */
function pressable(blocks: readonly LayoutBlock[]): string[] {
	return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).flatMap((element) => (element.type === 'button' && !['open-page', 'show'].includes(element.actionId) ? [`${element.actionId} ${element.value ?? ''}: ${element.text.text}`] : []));
}

describe('a flow is accepted by a button where it is on or may be, and what an admin accepted is ended by one', () => {
	test.each<[string, Partial<FlowFinding>, boolean, boolean]>([
		['that is on', { state: 'on' }, true, false],
		['that may be on', { state: 'unknown' }, true, false],
		['that is off', { state: 'off' }, false, false],
		['that this server does not have', { state: 'not-applicable' }, false, false],
		['that an admin accepted', { state: 'on', accepted: ACCEPTED }, false, true],
		['that is off, and was accepted by an admin', { state: 'off', accepted: ACCEPTED }, false, true],
		['that was accepted until a day that has passed', { state: 'on', accepted: { ...ACCEPTED, until: '2026-11-01', isExpired: true } }, true, true],
		['that the policy accepted', { state: 'on', accepted: { ...ACCEPTED, by: null, at: null } }, false, false],
		['that the policy accepted until a day that has passed', { state: 'on', accepted: { ...ACCEPTED, by: null, at: null, isExpired: true } }, true, false],
	])('one %s', (_, changes, canAccept, canEnd) => {
		const flow = flowWith(changes);
		expect(pressable(nextToFlow(posture, flow, frame))).toEqual([...(canAccept ? [`accept ${flow.id}|a-thread: Accept …`] : []), ...(canEnd ? [`ask accept end ${flow.id}|a-thread: No longer accept`] : [])]);
		expect(pressable(statusPanel(posture, english, 'app-id', { explained: flow }).blocks)).toEqual([...(canAccept ? [`accept ${flow.id} panel: Accept …`] : []), ...(canEnd ? [`end-accepted ${flow.id}: No longer accept`] : [])]);
	});
});

describe('the form', () => {
	const form = acceptForm(flowWith({ state: 'on' }), frame, 'a-name room-id gravatar ');

	test('names the flow and its state, asks for reason and day, and can be left', () => {
		const [about, ...fields] = form.blocks;
		expect(about).toMatchObject({ type: 'section', text: { text: expect.stringMatching(/^\*[^*]+: on\*\n\*What it is for:\* /) as unknown } });
		expect(fields).toMatchObject([
			{ type: 'input', blockId: 'reason', appId: 'app-id', label: { text: 'Reason (up to 500 characters)' }, element: { type: 'plain_text_input', actionId: 'reason', multiline: true } },
			{ type: 'input', blockId: 'until', appId: 'app-id', label: { text: 'Until (empty: no end)' }, element: { type: 'plain_text_input', actionId: 'until', placeholder: { text: 'YYYY-MM-DD' } } },
			{ type: 'context', elements: [{ text: 'It stays in every list; the advice leaves it out.' }] },
		]);
		expect([form.title, form.submit?.text.text, form.close?.text.text]).toEqual(['Accept', 'Accept', 'Cancel']);
	});

	test('says by its id alone what it is about, as a phone sends nothing else', () => {
		expect(askedWords(form.id)).toEqual({ words: ['a-name', 'room-id', 'gravatar'], threadId: 'a-thread' });
	});
});

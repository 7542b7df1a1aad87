import { translator } from '../../src/language/translate';
import type { Engine } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { lastTold, told, withApp } from './installed';

const REFUSAL = 'You have no role that may see the privacy status of this workspace. You can read what applies to you: `/privacy-notice`. If you have a question about your data here, ask one of the admins.';

/** Below the sentence: the one thing that everybody may open. */
function isNoticeButton(block: unknown): boolean {
	return JSON.stringify(block).includes('"actionId":"notice"') && !JSON.stringify(block).includes('"url"');
}

/** Everything that a person's client got from the app, but for the way to the notice. */
function received(engine: Engine, username: string): string[] {
	const said = told(engine, username).map(({ text }) => text);
	const shown = engine.server.surfaces(username).flatMap(({ view }) =>
		view.blocks.filter((block) => !isNoticeButton(block)).map((block) => ('text' in block && typeof block.text === 'object' && block.text !== null && 'text' in block.text ? block.text.text : JSON.stringify(block))),
	);
	return [...said, ...shown];
}

describe('a person without an allowed role gets one polite sentence and nothing else', () => {
	test.each(['', ' help', ' export json', ' nonsense'])('from the command "/privacy-status%s"', async (words) => {
		await withApp('self-managed-registered', async (engine) => {
			engine.server.forgetReads();
			await engine.command({ as: 'member', text: `/privacy-status${words}` });
			expect(received(engine, 'member')).toEqual([REFUSAL]);
			expect(engine.server.files()).toEqual([]);
			expect(engine.server.readSettings().filter((id) => id !== 'Language')).toEqual([]);
		});
	});

	test.each(['export', 'refresh', 'no-such-action'])('from a forged press of %s in an admin’s panel', async (actionId) => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			const viewId = engine.server.surfaces('admin')[0]?.viewId ?? '';
			await engine.blockAction({ as: 'member', actionId, blockId: 'panel-actions', viewId, value: actionId });
			expect(received(engine, 'member')).toEqual([REFUSAL]);
			expect(engine.server.files()).toEqual([]);
		});
	});

	test('from a forged press in a room', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.blockAction({ as: 'member', actionId: 'export', value: 'json', viewId: 'made-up', roomId: 'GENERAL' });
			expect(received(engine, 'member')).toEqual([REFUSAL]);
		});
	});

	test('from a forged view submit', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			const viewId = engine.server.surfaces('admin')[0]?.viewId ?? '';
			await engine.viewSubmit({ as: 'member', viewId, state: { any: { thing: 'x' } } });
			expect(received(engine, 'member')).toEqual([REFUSAL]);
			expect(engine.server.files()).toEqual([]);
		});
	});

	test.each(['ask', 'open-status'])('from a forged press of %s below a message', async (actionId) => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			await engine.blockAction({ as: 'member', actionId, value: 'export json', messageId: lastTold(engine, 'admin').id });
			expect(received(engine, 'member')).toEqual([REFUSAL]);
			expect(engine.server.files()).toEqual([]);
		});
	});

	test('which leads to the notice in one press', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-status' });
			expect(lastTold(engine, 'member').blocks.filter(isNoticeButton)).toHaveLength(1);
			await engine.blockAction({ as: 'member', actionId: 'notice', value: 'notice', messageId: lastTold(engine, 'member').id });
			expect(engine.server.surfaces('member').map(({ kind }) => kind)).toEqual(['modal']);
		});
	});

	test('from the room menu', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.actionButton({ as: 'member', actionId: 'open-panel', context: 'roomAction' });
			expect(received(engine, 'member')).toEqual([REFUSAL]);
		});
	});
});

describe('who may ask', () => {
	const officers = readWorkspace('self-managed-german');
	const inGerman = translator('de');

	test('whoever has one of the roles that an admin named, and then no longer the admins', async () => {
		await withApp(officers, async (engine) => {
			await engine.command({ as: 'officer', text: '/privacy-status text' });
			expect(lastTold(engine, 'officer').text).toContain(inGerman('status_why'));
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(received(engine, 'admin')).toEqual([inGerman('refusal')]);
		});
	});

	test('an empty list means admins', async () => {
		await withApp({ ...officers, app: { allowed_roles: ' , ' } }, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status text' });
			expect(lastTold(engine, 'admin').text).toContain(inGerman('status_why'));
			await engine.command({ as: 'officer', text: '/privacy-status text' });
			expect(received(engine, 'officer')).toEqual([inGerman('refusal')]);
		});
	});

	test('a role that nobody has locks out everybody, without an error', async () => {
		await withApp({ ...officers, app: { allowed_roles: 'livechat-manager' } }, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(received(engine, 'admin')).toEqual([inGerman('refusal')]);
		});
	});
});

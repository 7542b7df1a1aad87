import { translator } from '../../src/language/translate';
import type { Engine } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { lastTold, told, withApp } from './installed';

const REFUSAL = 'The privacy status of this workspace is shown to its admins only. If you have a question about your data here, please ask one of them.';

/** Everything that a person's client got from the app. */
function received(engine: Engine, username: string): string[] {
	const said = told(engine, username).map(({ text }) => text);
	const shown = engine.server.surfaces(username).flatMap(({ view }) =>
		view.blocks.map((block) => ('text' in block && typeof block.text === 'object' && block.text !== null && 'text' in block.text ? block.text.text : JSON.stringify(block))),
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
			await engine.command({ as: 'officer', text: '/privacy-status' });
			expect(lastTold(engine, 'officer').text).toContain(inGerman('status_why'));
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(received(engine, 'admin')).toEqual([inGerman('refusal')]);
		});
	});

	test('an empty list means admins', async () => {
		await withApp({ ...officers, app: { allowed_roles: ' , ' } }, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(lastTold(engine, 'admin').text).toContain(inGerman('status_why'));
			await engine.command({ as: 'officer', text: '/privacy-status' });
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

import { ask } from './probe/asking';
import { probeZip } from './probe/zip';
import type { Engine } from '../../tools/host/index';
import { startEngine } from '../../tools/host/index';

let engine: Engine;

let clock = Date.now();

const title = (user: string): unknown => engine.server.surfaces(user).map(({ view }) => Reflect.get(view.title, 'text'));

beforeAll(async () => {
	engine = await startEngine({ description: 'a fresh server', server: { version: '7.7.1' } }, { now: () => clock });
	await engine.install(probeZip());
});

afterAll(() => engine.stop());

describe('opening', () => {
	test('a surface opens for the one who asked', async () => {
		await ask(engine, 'open window First');
		expect(title('admin')).toEqual(['First']);
		expect(engine.server.surfaces('member')).toEqual([]);
		expect(engine.server.interactions().at(-1)).toMatchObject({ type: 'modal.open', forUser: 'admin', accepted: true });
	});

	test('a second modal takes the place of the first, a contextual bar stands beside it', async () => {
		await ask(engine, 'open other Second');
		expect(title('admin')).toEqual(['Second']);
		await ask(engine, 'bar');
		expect(engine.server.surfaces('admin').map(({ kind, viewId }) => [kind, viewId])).toEqual([
			['modal', 'other'],
			['contextual_bar', 'bar'],
		]);
	});

	test.each<[string, () => string | null]>([
		['none', () => null],
		['an unknown', () => 'nobody-issued-this'],
		['somebody else’s', () => engine.server.issueTrigger('member')],
		[
			'a stale',
			() => {
				const id = engine.server.issueTrigger('jonas');
				clock += 5000;
				return id;
			},
		],
	])('with %s trigger id the client ignores it', async (_case, trigger) => {
		await ask(engine, 'open late Late', { as: 'jonas', triggerId: trigger() });
		expect(engine.server.surfaces('jonas')).toEqual([]);
		expect(engine.server.interactions().at(-1)).toMatchObject({ type: 'modal.open', forUser: 'jonas', accepted: false });
	});

	test('a trigger id of almost five seconds is good, once', async () => {
		const triggerId = engine.server.issueTrigger('jonas');
		clock += 4999;
		await ask(engine, 'opentwice', { as: 'jonas', triggerId });
		expect(engine.server.surfaces('jonas').map(({ viewId }) => viewId)).toEqual(['first']);
		expect(engine.server.interactions().slice(-2).map(({ accepted }) => accepted)).toEqual([true, false]);
	});
});

describe('acting', () => {
	beforeEach(async () => {
		await ask(engine, 'open window Title', { as: 'anja' });
	});

	test('a click reaches the app with the block and value of what was rendered, and the app’s update replaces the content', async () => {
		expect(await engine.blockAction({ as: 'anja', actionId: 'press' })).toEqual({ success: true });
		expect(title('anja')).toEqual(['was pressed']);
		expect(engine.server.surfaces('anja')[0]?.updates).toBe(1);
		await engine.blockAction({ as: 'anja', actionId: 'press', viewId: 'window', value: 'forged' });
		expect(title('anja')).toEqual(['was forged']);
	});

	test('a click in a view that is not open is sent all the same, and changes nothing on the screen', async () => {
		await engine.blockAction({ as: 'anja', actionId: 'press', viewId: 'closed-long-ago', value: 'x' });
		expect(title('anja')).toEqual(['Title']);
		expect(engine.server.interactions().at(-1)).toMatchObject({ type: 'modal.update', payload: { view: { id: 'closed-long-ago' } } });
	});

	test('errors of a submit stay with the view, a success closes it', async () => {
		await engine.viewSubmit({ as: 'anja', viewId: 'window', state: { asking: { word: 'bad' } } });
		expect(engine.server.surfaces('anja')[0]?.errors).toEqual({ word: 'Not this one.' });
		expect(await engine.viewSubmit({ as: 'anja', viewId: 'window', state: { asking: { word: 'good' } } })).toEqual({ success: true });
		expect(engine.server.surfaces('anja')).toEqual([]);
	});

	test('a submit may be answered with another content', async () => {
		await engine.viewSubmit({ as: 'anja', viewId: 'window', state: { asking: { word: 'again' } } });
		expect(title('anja')).toEqual(['again']);
	});

	test('a submit carries the values that the view was opened with, and those of a forged one', async () => {
		await engine.viewSubmit({ as: 'anja', viewId: 'window' });
		expect(engine.server.logs().filter(({ text }) => text === '["submitted",{"asking":{"word":"initial"}}]')).toHaveLength(1);
		await ask(engine, 'open window Title', { as: 'anja' });
		await engine.viewSubmit({ as: 'anja', viewId: 'window', forged: { state: { asking: { word: 'bad' } } } });
		expect(engine.server.surfaces('anja')[0]?.errors).toEqual({ word: 'Not this one.' });
	});

	test('closing closes', async () => {
		await engine.viewClosed({ as: 'anja', viewId: 'window' });
		expect(engine.server.surfaces('anja')).toEqual([]);
	});
});

describe('action buttons', () => {
	test('are registered with their words', () => {
		expect(engine.actionButtons('de')).toEqual([
			{ actionId: 'look', context: 'roomAction', label: 'Schauen', hasOneRole: ['admin'] },
			{ actionId: 'mine', context: 'userDropdownAction', label: 'Mine' },
		]);
		expect(engine.translate('only_english', 'de-AT')).toBe('English');
		expect(engine.translate('look', 'de-AT')).toBe('Schauen');
		expect(engine.translate('in_no_language', 'de')).toBe('in_no_language');
	});

	test('reach the app with the room that they are in, or none', async () => {
		await engine.actionButton({ as: 'member', actionId: 'look', context: 'roomAction' });
		expect(title('member')).toEqual(['roomAction general']);
		await engine.actionButton({ as: 'member', actionId: 'mine', context: 'userDropdownAction' });
		expect(title('member')).toEqual(['userDropdownAction nowhere']);
	});

	test('and surfaces need their permissions, silently', async () => {
		await engine.stop();
		engine = await startEngine({ description: 'less granted', server: { version: '7.7.1' }, permissionsRefused: ['ui.registerButtons', 'ui.interact'] });
		await engine.install(probeZip());
		expect(engine.actionButtons()).toEqual([]);
		await ask(engine, 'open');
		expect(engine.server.interactions()).toEqual([]);
		expect(engine.server.logs().filter(({ severity, text }) => severity === 'engine' && text.includes('ui.interact'))).toHaveLength(1);
	});
});

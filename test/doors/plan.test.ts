import type { Engine } from '../../tools/host';
import { validateView } from '../../tools/workbench/validators';
import { installedOnce, lastTold, told, withApp } from './installed';

function panel(engine: Engine, username: string): { text: string; faults: unknown[] } {
	const view = engine.server.surfaces(username).at(-1)?.view;
	return { text: JSON.stringify(view?.blocks ?? []), faults: validateView(view, 'contextual_bar') };
}

const said = (engine: Engine, username: string): string => told(engine, username).map(({ text }) => text).join('\n');

describe('/privacy-status plan', () => {
	const engine = installedOnce('self-managed-registered');

	test('answers an admin with the steps, buttons to pages and the way to the file', async () => {
		await engine().command({ as: 'admin', text: '/privacy-status plan air-gapped' });
		expect(said(engine(), 'admin')).toMatch(/\*Plan: nothing leaves your network\* \(\d+ steps\)[^]*\*1\. Push notifications by gateway\*[^]*OVERWRITE_SETTING_Push_enable=false[^]*\*No setting stops it\*/);
		const { id, blocks } = lastTold(engine(), 'admin');
		expect(JSON.stringify(blocks)).toContain('/admin/settings/Push');
		await engine().blockAction({ as: 'admin', actionId: 'ask', value: 'export plan air-gapped', messageId: id });
		const file = engine().server.files().at(-1);
		expect(file?.name).toMatch(/^privacy-status-plan-air-gapped-\d{4}-\d\d-\d\d\.html$/);
		expect(file?.content.toString('utf8')).toContain('OVERWRITE_SETTING_Push_enable=false');
	});

	test('has a page in the panel for each goal, and hands over its file from there', async () => {
		await engine().command({ as: 'admin', text: '/privacy-status' });
		const viewId = engine().server.surfaces('admin')[0]?.viewId ?? '';
		expect(panel(engine(), 'admin').text).toContain('Plan to a goal');
		await engine().blockAction({ as: 'admin', actionId: 'plan', value: 'no-content-outside', blockId: 'panel-goals', viewId });
		expect(panel(engine(), 'admin')).toMatchObject({ text: expect.stringContaining('*Plan: no user content gets outside*') as string, faults: [] });
		const before = engine().server.files().length;
		await engine().blockAction({ as: 'admin', actionId: 'export-plan', value: 'no-content-outside', blockId: 'panel-plan', viewId });
		expect(engine().server.files()).toHaveLength(before + 1);
		expect(panel(engine(), 'admin')).toMatchObject({ text: expect.stringContaining('is in your direct messages') as string, faults: [] });
		await engine().blockAction({ as: 'admin', actionId: 'plan', value: '__proto__', blockId: 'panel-goals', viewId });
		expect(panel(engine(), 'admin').text).toContain('*Do this first*');
	});

	test('says of a switch what would change without it', async () => {
		await engine().command({ as: 'admin', text: '/privacy-status explain push_ENABLE' });
		expect(said(engine(), 'admin')).toContain('*If `Push_enable` were `false`:* Push notifications by gateway (off)');
	});

	test('says nothing of it to somebody without the role, typed or pressed', async () => {
		const before = engine().server.files().length;
		await engine().command({ as: 'member', text: '/privacy-status plan air-gapped' });
		await engine().command({ as: 'member', text: '/privacy-status export egress' });
		await engine().command({ as: 'member', text: '/privacy-status export plan air-gapped' });
		await engine().blockAction({ as: 'member', actionId: 'plan', value: 'air-gapped', blockId: 'panel-goals', viewId: 'any' });
		await engine().blockAction({ as: 'member', actionId: 'export-plan', value: 'air-gapped', blockId: 'panel-plan', viewId: 'any' });
		expect(`${said(engine(), 'member')}${panel(engine(), 'member').text}`).not.toMatch(/OVERWRITE_SETTING|Plan: /);
		expect(engine().server.files()).toHaveLength(before);
	});
});

test('where files cannot be handed over, the plan comes as text', async () => {
	await withApp('uploads-off', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status export plan nothing-to-third-parties' });
		expect(said(engine, 'admin')).toMatch(/File uploads are switched off[^]*\*Plan: nothing goes to third parties\*/);
		expect(engine.server.files()).toEqual([]);
	});
});

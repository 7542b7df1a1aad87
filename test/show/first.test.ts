import { readdirSync } from 'node:fs';
import path from 'node:path';

import { translator } from '../../src/language/translate';
import { isCertainAirGap } from '../../src/posture/exposure';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import { asMessages } from '../../src/show/as/chat';
import { statusPanel } from '../../src/show/as/panel';
import { headlineOf } from '../../src/show/tell/headline';
import { statusAnswer } from '../../src/show/tell/status';
import { readWorkspace } from '../../tools/host';
import { judged } from '../posture/workspace-judged';
import { defaultSignals, nothingRead } from '../posture/signals';
import type { Overrides } from '../posture/signals';

const NOW = new Date('2026-11-22T09:30:00.000Z');
const names = readdirSync(path.join(__dirname, '../workspaces')).map((file) => path.basename(file, '.json'));
const english = translator('en');
const GATEWAY: Overrides = { Push_enable: true, Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true };

function of(overrides: Overrides, declarations: Parameters<typeof defaultSignals>[2] = {}): Posture {
	return judge(defaultSignals(overrides, [], declarations), NOW, '1.2.3');
}

/** Addresses that the panel's buttons open, in their order. */
function opened(posture: Posture): string[] {
	return [...JSON.stringify(statusPanel(posture, english, 'app-id').blocks).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);
}

const text = (posture: Posture): string => asMessages(statusAnswer(posture), english).join('\n');

describe('the headline', () => {
	test.each<[what: string, posture: Posture, says: RegExp]>([
		['of a connected workspace counts the ways out', of({ Site_Url: 'https://chat.example.org', ...GATEWAY }), /^🟠 Data leaves this workspace in \d+ ways; \d+ more to check$/],
		['of a contradicted air gap says that first', of({ Site_Url: 'https://chat.example.org', ...GATEWAY }, { setting: 'air-gapped' }), /^⛔ Declared as Air-gapped, but \d+ findings? contradicts? it$/],
		['of an unreadable workspace names the permission', judge(nothingRead('no-answer'), NOW, '1.2.3'), /^⚪ No setting could be read: most likely a permission was not granted$/],
	])('%s', (_, posture, says) => {
		expect(english(headlineOf(posture))).toMatch(says);
		expect(text(posture).split('\n')[0]).toMatch(says);
		expect(JSON.stringify(statusPanel(posture, english, 'app-id').blocks[0])).toContain(english(headlineOf(posture)));
	});

	test('is green in a certain air gap from which nothing is known to get out, and there alone', async () => {
		const shown = await Promise.all(names.map(async (name) => ({ name, posture: (await judged(readWorkspace(name))).posture })));
		const green = shown.filter(({ posture }) => english(headlineOf(posture)).startsWith('🟢'));
		expect(green.map(({ name }) => name)).toEqual(expect.arrayContaining(['air-gapped-clean', 'air-gapped-8.6.1', 'air-gapped-9.0', 'air-gapped-by-environment']));
		for (const { name, posture } of green) {
			expect([name, posture.deployment.confidence, posture.deployment.registration.state]).toEqual([name, 'certain', 'unregistered']);
			expect([name, posture.flows.filter(({ effect }) => effect === 'sent').flatMap(({ recipients }) => recipients.map(({ party }) => party)).filter((party) => party === 'rocket-chat' || party === 'third-parties')]).toEqual([name, []]);
		}
	});

	test('says of an air gap that is not certain that tries may get out', async () => {
		const { posture } = await judged(readWorkspace('air-gapped-offline-licence'));
		expect(isCertainAirGap(posture.deployment)).toBe(false);
		expect(english(headlineOf(posture))).toMatch(/^🟠 \d+ tries may get out/);
	});
});

describe('what to do first', () => {
	test('opens the very page of the administration, at most three', () => {
		const posture = of({ Site_Url: 'https://chat.example.org:8443', ...GATEWAY });
		const urls = opened(posture);
		expect(urls[0]).toBe('https://chat.example.org:8443/admin/settings/Push');
		expect(urls.length).toBeLessThanOrEqual(3);
		expect(text(posture)).toMatch(/\*1\. Push notifications by gateway\*\nGoes to Rocket\.Chat's push gateway, Apple and Google: .*\nAdministration > Workspace > Settings > Push/);
	});

	test.each([[''], ['chat.example.org/sub'], ['https://chat.example.org/sub'], ['https://user:pass@chat.example.org'], ['javascript:alert(1)']])('without a plain address (%p) there is no link, and the path is in words', (site) => {
		const posture = of({ Site_Url: site, ...GATEWAY });
		expect(opened(posture)).toEqual([]);
		expect(text(posture)).toContain('Administration > Workspace > Settings > Push');
	});

	test('where nothing can be read it is the permission', () => {
		expect(text(judge(nothingRead('no-answer'), NOW, '1.2.3'))).toContain('*1. Let the app read the settings*');
	});
});

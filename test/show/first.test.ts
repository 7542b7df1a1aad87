import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import { asMessages } from '../../src/show/as/chat';
import { statusPanel } from '../../src/show/as/panel';
import { headlineOf } from '../../src/show/tell/headline';
import { statusAnswer } from '../../src/show/tell/status';
import { defaultSignals } from '../posture/signals';
import type { Overrides } from '../posture/signals';

const NOW = new Date('2026-11-22T09:30:00.000Z');
const english = translator('en');
const GATEWAY: Overrides = { Push_enable: true, Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true };

function of(overrides: Overrides, declarations: Parameters<typeof defaultSignals>[2] = {}, unreadable: Parameters<typeof defaultSignals>[1] = []): Posture {
	return judge(defaultSignals(overrides, unreadable, declarations), NOW, '1.2.3');
}

/** Addresses that the panel's buttons open, in their order. */
function opened(posture: Posture): string[] {
	return [...JSON.stringify(statusPanel(posture, english, 'app-id').blocks).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);
}

const text = (posture: Posture): string => asMessages(statusAnswer(posture), english).join('\n');

describe('the headline', () => {
	test.each<[what: string, posture: Posture, says: RegExp]>([
		['of a connected workspace counts the ways out', of({ Site_Url: 'https://chat.example.org', ...GATEWAY }), /^🟠 Data leaves this workspace in \d+ ways; \d+ more to check$/],
		['of a contradicted air gap says that first', of({ Site_Url: 'https://chat.example.org', ...GATEWAY }, { setting: 'air-gapped' }), /^⛔ Declared as Air-gapped, but \d+ settings? contradicts? it$/],
		['of an unreadable workspace names the permission', of({}, {}, SETTING_IDS), /^⚪ No setting could be read: most likely a permission was not granted$/],
	])('%s', (_, posture, says) => {
		expect(english(headlineOf(posture).statement)).toMatch(says);
		expect(text(posture).split('\n')[0]).toMatch(says);
		expect(JSON.stringify(statusPanel(posture, english, 'app-id').blocks[0])).toContain(english(headlineOf(posture).statement));
	});

	test('is green for a certain air gap alone', () => {
		const declared = of({ Site_Url: 'https://chat.example.org', Push_enable: false, E2E_Enable: false }, { setting: 'air-gapped' });
		const detected = of({ Site_Url: 'https://chat.example.org' });
		expect(english(headlineOf(detected).statement)).not.toMatch(/^🟢/);
		expect(english(headlineOf(declared).statement).startsWith('🟢')).toBe(headlineOf(declared).alarm === 'closed');
	});
});

describe('what to do first', () => {
	test('opens the very page of the administration, at most three', () => {
		const posture = of({ Site_Url: 'https://chat.example.org:8443', ...GATEWAY });
		const urls = opened(posture);
		expect(urls[0]).toBe('https://chat.example.org:8443/admin/settings/Push');
		expect(urls.length).toBeLessThanOrEqual(3);
		expect(text(posture)).toMatch(/\*1\. Push notifications by gateway\*\nGoes to Rocket\.Chat's push gateway, Apple and Google: .*Administration > Workspace > Settings > Push/);
	});

	test.each([[''], ['chat.example.org/sub'], ['https://chat.example.org/sub'], ['https://user:pass@chat.example.org'], ['javascript:alert(1)']])('without a plain address (%p) there is no link, and the path is in words', (site) => {
		const posture = of({ Site_Url: site, ...GATEWAY });
		expect(opened(posture)).toEqual([]);
		expect(text(posture)).toContain('Administration > Workspace > Settings > Push');
	});

	test('where nothing can be read it is the permission', () => {
		expect(text(of({}, {}, SETTING_IDS))).toContain('*1. Let the app read the settings*');
	});
});

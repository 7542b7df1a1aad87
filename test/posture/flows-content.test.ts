import { flowsMeant } from '../../src/posture/matching';
import { judged } from './workspace-judged';
import { AIR_GAP, told, workspace } from './flow-of';

/** Versions at both ends, and where something changed in between. */
const VERSIONS = ['7.7.1', '8.6.1', '9.0'];

describe('auto-translate', () => {
	const translating = (provider: string, others = {}): Record<string, unknown> => ({ AutoTranslate_Enabled: true, AutoTranslate_ServiceProvider: provider, ...others });

	test.each([
		['google-translate', 'Google (translation.googleapis.com)'],
		['deepl-translate', 'DeepL'],
		['microsoft-translate', 'Microsoft (api.cognitive.microsofttranslator.com)'],
	])('with %s it goes to %s, on each version', async (provider, recipient) => {
		for (const version of VERSIONS) {
			expect(await told('auto-translate', workspace(version, translating(provider)))).toMatchObject({ state: 'on', recipients: [recipient], parties: ['third-parties'] });
		}
	});

	test('says only of Microsoft that every message is sent', async () => {
		const caveatOf = async (provider: string): Promise<string> => (await told('auto-translate', workspace('8.6.1', translating(provider)))).caveat;
		expect(await caveatOf('microsoft-translate')).toContain('the text of every message is sent');
		expect(await caveatOf('google-translate')).not.toContain('every message');
	});

	test('LibreTranslate is named by its host, and by no other service', async () => {
		const libre = await told('auto-translate', workspace('8.8.0', translating('libre-translate', { AutoTranslate_LibreTranslateAPIURL: 'https://translate.example.org' })));
		expect(libre).toMatchObject({ state: 'on', effect: 'sent', recipients: ['the translation service (translate.example.org)'] });
		expect(libre.caveat).not.toMatch(/Google|DeepL|Microsoft|key of the service/);
	});

	test('LibreTranslate without an address sends nothing', async () => {
		const libre = await told('auto-translate', workspace('8.8.0', translating('libre-translate')));
		expect(libre).toMatchObject({ state: 'off' });
		expect(libre.reason).toContain('`AutoTranslate_LibreTranslateAPIURL` (not set)');
	});

	test('LibreTranslate inside is no third party, and contradicts no air gap', async () => {
		const inside = workspace('8.8.0', translating('libre-translate', { AutoTranslate_LibreTranslateAPIURL: 'http://libretranslate:5000' }), AIR_GAP);
		expect(await told('auto-translate', inside)).toMatchObject({ state: 'on', effect: 'inside', parties: [null], recipients: ['the translation service (libretranslate)'] });
		const { conflicts, unread } = (await judged(inside)).posture.deployment;
		expect(conflicts).toEqual([]);
		expect(unread.filter((id) => id.startsWith('AutoTranslate_'))).toEqual([]);
	});

	test('a public service contradicts an air gap', async () => {
		expect((await judged(workspace('8.8.0', translating('deepl-translate'), AIR_GAP))).posture.deployment.conflicts).toMatchObject([{ id: 'third-party-flow-on' }]);
	});
});

test.each([
	['translation.googleapis.com', 'auto-translate'],
	['api-free.deepl.com', 'auto-translate'],
	['storage.googleapis.com', 'file-storage'],
	['api.twilio.com', 'sms'],
])('%s is known as a host of %s, whatever is set', async (host, id) => {
	expect(flowsMeant((await judged(workspace('8.6.1'))).posture, host, () => [])).toMatchObject({ kind: 'flows', flows: [{ id }] });
});

describe('file-storage', () => {
	const PROXIES = { FileUpload_S3_Proxy_Uploads: true, FileUpload_S3_Proxy_Avatars: true, FileUpload_S3_Proxy_UserDataFiles: true };

	test.each([
		['AmazonS3', {}, 'Amazon'],
		['AmazonS3', { FileUpload_S3_BucketURL: 'https://objects.example.net' }, 'the file store'],
		['GoogleCloudStorage', {}, 'Google (storage.googleapis.com)'],
		['Webdav', { FileUpload_Webdav_Server_URL: 'https://dav.example.net/files' }, 'the file store (dav.example.net)'],
	])('%s with %j goes to %s', async (type, settings, recipient) => {
		for (const version of VERSIONS) {
			expect(await told('file-storage', workspace(version, { FileUpload_Storage_Type: type, ...settings }))).toMatchObject({ state: 'on', recipients: [recipient], parties: ['third-parties'] });
		}
	});

	test('a MinIO inside stays inside, and is no third party', async () => {
		const minio = { FileUpload_Storage_Type: 'AmazonS3', FileUpload_S3_BucketURL: 'http://minio:9000/rocketchat-uploads', FileUpload_S3_Proxy_Uploads: true };
		expect(await told('file-storage', workspace('7.10.2', minio))).toMatchObject({ state: 'on', effect: 'inside', parties: [null], recipients: ['the file store'] });
	});

	test.each([
		['AmazonS3', {}, 'Browsers fetch the files from the store themselves'],
		['AmazonS3', { ...PROXIES, FileUpload_S3_Proxy_Avatars: false }, 'Browsers fetch the files from the store themselves'],
		['AmazonS3', PROXIES, 'the store does not see who opens them'],
		['GoogleCloudStorage', PROXIES, 'Browsers fetch the files from the store themselves'],
		['Webdav', {}, ''],
	])('%s with %j: %s', async (type, settings, caveat) => {
		const { caveat: said } = await told('file-storage', workspace('8.6.1', { FileUpload_Storage_Type: type, ...settings }));
		expect(said).toContain(caveat);
		expect(said === '').toBe(caveat === '');
	});
});

describe('what readers load', () => {
	test('link previews load players, with cookies', async () => {
		const previews = await told('link-previews', workspace('8.6.1'));
		expect(previews.caveat).toContain('the browsers load the player itself, in a frame, with the cookies of that service');
		expect(previews.sends).toContain('cookies');
	});

	test('pictures that messages name are loaded on every server, also without link previews', async () => {
		for (const version of VERSIONS) {
			expect(await told('message-pictures', workspace(version, { API_Embed: false }))).toMatchObject({ state: 'on', effect: 'sent', parties: ['third-parties'] });
		}
	});

	test('an air gap blocks them, and they contradict none', async () => {
		const closed = workspace('9.0', {}, AIR_GAP);
		expect(await told('message-pictures', closed)).toMatchObject({ state: 'on', effect: 'attempted' });
		expect((await judged(closed)).posture.deployment).toMatchObject({ confidence: 'certain', conflicts: [] });
	});
});

describe('styles and texts of the admin', () => {
	test.each([
		['custom-css', 'theme-custom-css', 'body { background: url(https://pictures.example.net/a.png) }'],
		['layout-html', 'Layout_Home_Body', '<img src="https://pictures.example.net/a.png">'],
		['layout-html', 'Layout_Login_Terms', '<img src="//pictures.example.net/a.png">'],
		['layout-html', 'Layout_Sidenav_Footer_Dark', '<img src="https://pictures.example.net/a.png">'],
		['mail-templates', 'Email_Header', '<img src="https://pictures.example.net/a.png">'],
		['mail-templates', 'Invitation_Email', '<img src="https://pictures.example.net/a.png">'],
	] as const)('%s: on where `%s` loads from elsewhere', async (id, setting, text) => {
		for (const version of VERSIONS) {
			const loading = await told(id, workspace(version, { SMTP_Host: 'mail.example.net', [setting]: text }));
			expect(loading).toMatchObject({ state: 'on', effect: 'sent', parties: ['third-parties'], reason: expect.stringContaining(`\`${setting}\` (set)`) as string });
			expect(JSON.stringify(loading)).not.toContain('pictures.example.net');
		}
	});

	test.each([
		['custom-css', 'theme-custom-css', 'body { background: url(/images/a.png) } /* https://styles.example.net */'],
		['layout-html', 'Layout_Home_Body', '<a href="https://intranet.example.net">Intranet</a>'],
		['mail-templates', 'Email_Footer', '<a href="https://example.net/imprint">Imprint</a>'],
	] as const)('%s: off where `%s` was changed and loads nothing', async (id, setting, text) => {
		expect(await told(id, workspace('8.6.1', { SMTP_Host: 'mail.example.net', [setting]: text }))).toMatchObject({ state: 'off' });
	});

	test.each(['custom-css', 'layout-html', 'mail-templates'] as const)('%s: off on a fresh server', async (id) => {
		for (const version of VERSIONS) {
			expect(await told(id, workspace(version))).toMatchObject({ state: 'off' });
		}
	});

	test.each([
		['custom-css', 'theme-custom-css', 'body { background: url(https://chat.example.org/a.png) }'],
		['layout-html', 'Layout_Home_Body', '<img src="http://pictures.internal/a.png">'],
	] as const)('%s: what `%s` loads from inside stays inside', async (id, setting, text) => {
		expect(await told(id, workspace('8.6.1', { [setting]: text }))).toMatchObject({ state: 'on', effect: 'inside', parties: [null] });
	});

	test('a public font service in the styles contradicts an air gap', async () => {
		const fonts = workspace('9.0', { 'theme-custom-css': '@import url("https://fonts.googleapis.com/css?family=Lato");' }, AIR_GAP);
		expect((await judged(fonts)).posture.deployment.conflicts).toMatchObject([{ id: 'third-party-flow-on', sources: ['setting:theme-custom-css'] }]);
	});

	test('an unread text keeps them from being off', async () => {
		expect(await told('custom-css', workspace('8.6.1', {}, { faults: { 'theme-custom-css': 'throws' } }))).toMatchObject({ state: 'unknown' });
	});

	test('style sheets and fonts of other hosts are blocked while the policy is on', async () => {
		const styles = { 'theme-custom-css': '@import "https://fonts.example.net/lato.css";' };
		expect((await told('custom-css', workspace('8.6.1', styles))).caveat).toContain('no style sheets and fonts');
		expect((await told('custom-css', workspace('8.6.1', { ...styles, Enable_CSP: false }))).caveat).not.toContain('no style sheets and fonts');
	});

	test('e-mails without HTML load nothing', async () => {
		const plain = { SMTP_Host: 'mail.example.net', Email_Header: '<img src="https://pictures.example.net/a.png">', email_plain_text_only: true };
		expect(await told('mail-templates', workspace('8.6.1', plain))).toMatchObject({ state: 'off' });
	});
});

describe('iframe-integration', () => {
	const OPEN = { Iframe_Integration_send_enable: true, Iframe_Restrict_Access: false };

	test('is off where nothing is sent', async () => {
		expect(await told('iframe-integration', workspace('7.7.1', { Iframe_Restrict_Access: false }))).toMatchObject({ state: 'off' });
	});

	test('sends whole messages to any page that shows the workspace', async () => {
		for (const version of VERSIONS) {
			const open = await told('iframe-integration', workspace(version, OPEN));
			expect(open).toMatchObject({ state: 'on', effect: 'sent', recipients: ['the page that shows the workspace in a frame'], parties: ['third-parties'] });
			expect(open.caveat).toContain('A star as target means any page');
			expect(open.sends).toContain('message text');
			expect(open.reason).toContain('`Iframe_Restrict_Access` (not set)');
			expect(open.caveat).toContain('Here `Iframe_Restrict_Access` is off');
			expect(open.caveat).toContain('not set means off');
		}
	});

	test('names the page that alone receives it', async () => {
		const own = await told('iframe-integration', workspace('8.6.1', { ...OPEN, Iframe_Integration_send_target_origin: 'https://portal.example.net' }));
		expect(own).toMatchObject({ state: 'on', recipients: ['the page that shows the workspace in a frame (portal.example.net)'] });
		expect(own.caveat).not.toContain('A star as target means any page');
	});

	test('a page at the own address stays inside', async () => {
		expect(await told('iframe-integration', workspace('8.6.1', { ...OPEN, Iframe_Integration_send_target_origin: 'https://chat.example.org' }))).toMatchObject({ state: 'on', effect: 'inside', parties: [null] });
	});

	test('is not plainly off while only a header keeps other pages away', async () => {
		const restricted = await told('iframe-integration', workspace('8.6.1', { Iframe_Integration_send_enable: true }));
		expect(restricted).toMatchObject({ state: 'unknown' });
		expect(restricted.caveat).toContain('A star as target means any page');
		expect(restricted.caveat).toContain('Here `Iframe_Restrict_Access` is on');
		expect(restricted.caveat).toContain('unless a proxy in front of the server takes that restriction away');
	});

	test('is on where the header names something else', async () => {
		expect(await told('iframe-integration', workspace('8.6.1', { Iframe_Integration_send_enable: true, Iframe_X_Frame_Options: 'ALLOW-FROM https://portal.example.net' }))).toMatchObject({ state: 'on' });
	});
});

describe('analytics', () => {
	const google = { GoogleAnalytics_enabled: true, GoogleAnalytics_ID: 'UA-1' };
	const matomo = { PiwikAnalytics_enabled: true, PiwikAnalytics_url: 'https://stats.example.net/' };
	const FEATURES_OFF = { Analytics_features_messages: false, Analytics_features_rooms: false, Analytics_features_users: false };

	test.each([
		['google-analytics', google],
		['matomo', matomo],
	] as const)('%s tells the rooms in which people write, unless that is off', async (id, settings) => {
		const on = await told(id, workspace('8.6.1', settings));
		expect(on.sends).toContain('name and id of the room with each message that somebody sends');
		expect(on.caveat).toContain('each message that somebody sends with the name and id of its room');
		expect((await told(id, workspace('8.6.1', { ...settings, ...FEATURES_OFF }))).caveat).not.toContain('each message that somebody sends');
	});

	test('further trackers are read as addresses in a list', async () => {
		const trackers = (url: string): Record<string, unknown> => ({ ...matomo, PiwikAnalytics_url: 'http://matomo.internal/', PiwikAdditionalTrackers: JSON.stringify([{ trackerURL: url, siteId: 2 }]) });
		expect(await told('matomo', workspace('8.6.1', trackers('https://second.example.net/')))).toMatchObject({ effect: 'sent', parties: ['third-parties'] });
		expect(await told('matomo', workspace('8.6.1', trackers('http://10.0.0.7/')))).toMatchObject({ effect: 'inside', parties: [null] });
	});
});

test('an own CDN is called by its host, and one inside is no third party', async () => {
	expect(await told('cdn', workspace('8.6.1', { CDN_PREFIX: 'https://static.example.org' }))).toMatchObject({ state: 'on', recipients: ['the host that the CDN prefix names (static.example.org)'] });
	expect(await told('cdn', workspace('8.6.1', { CDN_PREFIX: 'https://static.example.org' }, { app: { own_domains: 'example.org' } }))).toMatchObject({ effect: 'inside', parties: [null] });
	expect(await told('cdn', workspace('8.6.1', { CDN_PREFIX: 'http://static.internal', CDN_PREFIX_ALL: false, CDN_JSCSS_PREFIX: 'https://cdn.example.net' }))).toMatchObject({ effect: 'sent', parties: ['third-parties'] });
});

import { namesAddress, quotedHosts } from '../../src/posture/quoted-hosts';
import { allDefinitions } from '../../tools/host/server/definitions';
import { processorTime } from './processor-time';

test.each([
	['@import url("https://fonts.example/css?family=Lato");', ['fonts.example']],
	["@import '//fonts.example/css';", ['fonts.example']],
	['body { background: url( https://pictures.example/a.png ) }', ['pictures.example']],
	['<img src="https://pictures.example:8443/a.png" alt="">', ['pictures.example']],
	['<img src=//pictures.example/a.png>', ['pictures.example']],
	['<IFRAME SRC=\'HTTPS://Films.Example/1\'></IFRAME>', ['films.example']],
	['<p style="background: url(&quot;https://pictures.example/a.png&quot;)">', ['pictures.example']],
	['<link rel="stylesheet" href="https://styles.example/a.css">', ['styles.example']],
	['<a href="https://example.org/imprint"><img src="https://pictures.example/a.png"></a>', ['pictures.example']],
	['<!--[if mso]><img src="https://pictures.example/a.png"><![endif]-->', ['pictures.example']],
	['{ "example.org": { "Enabled": true, "Exchange_Url": "https://mail.example.net/" } }', ['mail.example.net']],
	['[{"trackerURL":"https://stats.example/","siteId":2}]', ['stats.example']],
	['<img src="https://one.example/a"><img src="https://two.example/b">', ['one.example', 'two.example']],
])('%s loads from %j', (text, hosts) => {
	expect(quotedHosts(text)).toEqual(hosts);
});

test.each([
	'',
	'body { color: red }',
	'/* from https://styles.example */ body { background: url(/images/a.png) }',
	'/* url(https://pictures.example/a.png) */',
	'<!-- <img src="https://pictures.example/a.png"> -->',
	'<a class="button" href="https://example.org/imprint" target="_blank">Imprint</a>',
	"<a href = 'https://example.org'>Imprint</a>",
	'<p>See https://example.org/imprint</p>',
	'<img src="assets/logo.png"><img src="/a//b.png"><img src="[Site_Url_Slash]assets/logo.png">',
	'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
	'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>',
	'url("data:image/svg+xml;utf8,<svg xmlns=\'http://www.w3.org/2000/svg\'/>")',
	'{}',
	'url(https://)',
])('%s loads from nowhere', (text) => {
	expect(quotedHosts(text)).toEqual([]);
});

test.each([
	'<img srcset="/a.png 1x, https://pictures.example/b.png 2x">',
	'<img src="https:/pictures.example/a.png">',
	'<img src="https:\\\\pictures.example\\a.png">',
	'<img src="/\\pictures.example/a.png">',
	'<p style="background: url(&#x27;https://pictures.example/a.png&#x27;)">',
	'<img src=&#34;https://pictures.example/a.png&#34;>',
	'<img src="h&#116;tps://pictures.example/a.png">',
	'<p>/data/*</p><img src="https://pictures.example/a.png"><p>/x/*/y</p>',
	`<img src="${' '.repeat(20)}https://pictures.example/a.png">`,
])('%s names an address', (text) => {
	expect(namesAddress(text)).toBe(true);
});

test.each(['', '<p>See https://example.org/imprint</p>', '<a href="https://example.org">Imprint</a>', '<img src="/a//b.png">', '<b>1 // 2</b>', 'https://example.org'])('%s names none to load', (text) => {
	expect(namesAddress(text)).toBe(false);
});

test('what Rocket.Chat ships loads from nowhere', () => {
	const shipped = [...allDefinitions().values()].filter(({ id, type }) => type === 'code' && /^(Layout_|Email_|email_|theme-|.*_Email$|.*_Email_Body$)/.test(id));
	expect(shipped.length).toBeGreaterThan(15);
	expect(shipped.filter(({ default: text }) => namesAddress(String(text))).map(({ id }) => id)).toEqual([]);
});

test.each(['/*', '<!--', '<a ', '<a href="', '<', '("', '=//', '&quot;', ' xmlns="', 'url( '])('reads a long text of "%s" in short time', (part) => {
	expect(processorTime(() => namesAddress(part.repeat(100_000)))).toBeLessThan(1000);
});

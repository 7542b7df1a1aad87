import { Marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import fc from 'fast-check';
import { description } from '../drawn';

test.each([
	['*a* **b** _c_ __d__ ~~e~~', '<p><strong>a</strong> <strong>b</strong> <em>c</em> <em>d</em> <del>e</del></p>'],
	['`<flow>` and ``a`b`` & "c"', '<p><code>&lt;flow&gt;</code> and <code>a`b</code> &amp; &quot;c&quot;</p>'],
	['`a && b` and `&lt;`', '<p><code>a &amp;&amp; b</code> and <code>&amp;lt;</code></p>'],
	['\\*a\\* and 5 < 6', '<p>*a* and 5 &lt; 6</p>'],
	['one\ntwo  \nthree', '<p>one\ntwo<br/>three</p>'],
	['### Title', '<h3>Title</h3>'],
	['4. d\n5. e', '<ol start="4"><li>d\n</li><li>e\n</li></ol>'],
	['- a\n  - b', '<ul><li>a\n<ul><li>b\n</li></ul>\n</li></ul>'],
	['- a\n\n- b', '<ul><li>a\n</li><li>b\n</li></ul>'],
	['> no quote', '<p>&gt; no quote</p>'],
	['```\nx < y\n```', '<pre><code>x &lt; y</code></pre>'],
])('a description %j is drawn as Rocket.Chat’s settings page draws it', (text, html) => {
	expect(description(text)).toBe(html);
});

test('a table has its head and its cells', () => {
	expect(description('| a | b |\n|---|---|\n| `1` | *2* |')).toBe(
		'<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
			'<tbody><tr><td><code>1</code></td><td><strong>2</strong></td></tr></tbody></table>',
	);
});

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'a <b onclick="x()">b</b>', '<!-- a -->', '<https://a.example>'])('%s in a description is text', (text) => {
	const html = description(text);
	expect(html).not.toMatch(/<(?!\/?(?:p|a)[\s>])/);
	expect(textOf(parseFragment(html))).toBe(text);
});

test('a link opens the web, and nothing else', () => {
	expect(description('[text](https://a.example/?q=1&r=2)')).toBe('<p><a href="https://a.example/?q=1&amp;r=2" target="_blank" rel="noopener noreferrer">text</a></p>');
	for (const to of ['javascript:alert(1)', 'jav&#x61;script:alert(1)', 'data:text/html,x', 'file:///x', '/admin', 'mailto:a@b.org']) {
		expect(description(`[text](${to})`)).not.toMatch(/<a|href/);
	}
});

test('a picture is not loaded', () => {
	expect(description('![A cat](https://a.example/cat.png)')).toBe('<p><a href="https://a.example/cat.png" target="_blank" rel="noopener noreferrer">A cat</a></p>');
});

type Node = DefaultTreeAdapterMap['node'];

function textOf(node: Node): string {
	return 'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** As Rocket.Chat makes HTML of a description, escaping first; only the words of it count here. */
const marked = new Marked({ gfm: true, renderer: { codespan: (code) => `<code>${code.replace(/&amp;/g, '&')}</code>`, code: (code) => `<pre>${code}</pre>`, image: (_href, _title, text) => text } });
const words = (html: string): string => textOf(parseFragment(html)).replace(/\s+/g, '');

test('whatever the text, its words are those that Rocket.Chat shows', () => {
	const pieces = ['*', '_', '~', '`', '[', ']', '(', ')', ' ', 'a', '1', '-', '>', '<', '&', '&lt;', '"', '#', '.', '\n', '|', '\\', 'https://a.example'];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (chosen) => {
			const text = chosen.join('');
			const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
			const html = marked.parse(escaped);
			expect(words(description(text))).toBe(typeof html === 'string' ? words(html) : 'marked answers later');
		}),
	);
});

import { message } from '../drawn';

test.each([
	['*bold* _it_ `code`', '<p><strong>bold</strong> <em>it</em> <code>code</code></p>'],
	['**bold** __it__ ~gone~', '<p><strong>bold</strong> <em>it</em> <s>gone</s></p>'],
	['*bold _and italic_*', '<p><strong>bold <em>and italic</em></strong></p>'],
	['snake_case_word and 2*3*4', '<p>snake_case_word and 2<strong>3</strong>4</p>'],
	['one\ntwo\n\nthree', '<p>one</p><p>two</p><br/><p>three</p>'],
	['# Title', '<p class="heading heading-1">Title</p>'],
	['- a\n- *b*', '<ul><li>a</li><li><strong>b</strong></li></ul>'],
	['3. c\n4. d', '<ol><li value="3">c</li><li value="4">d</li></ol>'],
	['> quoted', '<blockquote><p>quoted</p></blockquote>'],
	['```\n*raw*\n<b>\n```', '<pre>*raw*\n&lt;b&gt;</pre>'],
	['🔴', '<p class="big-emoji">🔴</p>'],
	['🔴 and :smile:', '<p>🔴 and :smile:</p>'],
	['@admin in #general', '<p>@admin in #general</p>'],
	['| a | b |\n|---|---|', '<p>| a | b |</p><p>|---|---|</p>'],
])('a message %j is drawn as Rocket.Chat’s parser reads it', (text, html) => {
	expect(message(text)).toBe(html);
});

test('a smile in letters is an emoji in a message and stays as it is in a block', () => {
	expect(message('fine :)')).toBe('<p>fine :slight_smile:</p>');
	expect(message('fine :)', 'block')).toBe('<p>fine :)</p>');
});

test('a link opens the web, beside the page', () => {
	expect(message('[text](https://a.example/?q=1&r=2)')).toBe(
		'<p><a href="https://a.example/?q=1&amp;r=2" target="_blank" rel="noopener noreferrer">text</a></p>',
	);
	expect(message('rocket.chat')).toContain('<a href="https://rocket.chat/"');
});

test.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:a@b.org', 'tel:1'])('a link to %s opens nothing', (to) => {
	expect(message(`[text](${to})`)).not.toMatch(/<a|href/);
	expect(message(`![text](${to})`)).not.toMatch(/<a|href|<img/);
});

test('HTML in a message is text', () => {
	expect(message('<script>alert(1)</script> <img src=x onerror=alert(1)>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>');
});

test('a picture is not loaded; what stands in its place leads to it', () => {
	expect(message('![A cat](https://a.example/cat.png)')).toBe('<p><a href="https://a.example/cat.png" target="_blank" rel="noopener noreferrer">A cat</a></p>');
});

import fc from 'fast-check';
import { parseInline, parseMarkdown, type Block, type Inline } from './parse';

/** A tree as a short text, to be read in a table. */
const inline = (nodes: Inline[]): string =>
	nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'code':
					return `<code ${node.text}>`;
				case 'link':
					return `<${node.href} ${inline(node.inside)}>`;
				default:
					return `<${node.type} ${inline(node.inside)}>`;
			}
		})
		.join('');

const words = (block: Block): string => {
	switch (block.type) {
		case 'paragraph':
			return block.lines.map(inline).join('/');
		case 'heading':
			return `h${block.level} ${inline(block.inside)}`;
		case 'list':
			return `${block.ordered ? `ol${block.start}` : 'ul'} ${block.items.map(inline).join('/')}`;
		case 'quote':
			return `quote(${block.blocks.map(words).join('|')})`;
		case 'code':
			return `pre ${block.text}`;
		case 'table':
			return `table ${[block.head, ...block.rows].map((row) => row.map(inline).join(',')).join('/')}`;
	}
};

test.each([
	['*bold* and **bold**', '<bold bold> and <bold bold>'],
	['_it_ ~gone~ ~~gone~~', '<italic it> <strike gone> <strike gone>'],
	['*bold _and italic_*', '<bold bold <italic and italic>>'],
	['snake_case_word and 2*3*4', 'snake_case_word and 2*3*4'],
	['*not closed', '*not closed'],
	['* spaced *', '* spaced *'],
	['`*code*`', '<code *code*>'],
	['[text](https://a.example/x) and [none](javascript:alert)', '<https://a.example/x text> and [none](javascript:alert)'],
	['(https://a.example/x), so.', '(<https://a.example/x https://a.example/x>), so.'],
	['`Site_Url` (https://a.example): yes', '<code Site_Url> (<https://a.example https://a.example>): yes'],
	['[[[ ((( **', '[[[ ((( **'],
])('%s', (text, expected) => {
	expect(inline(parseInline(text))).toBe(expected);
});

test('in GFM one star is emphasis', () => {
	expect(inline(parseInline('*a* **b** __c__', 'gfm'))).toBe('<italic a> <bold b> <bold c>');
});

test('blocks follow each other', () => {
	const text = ['# Title', 'one', 'two', '', '- a', '- *b*', '3. c', '4. d', '> q', '```', '*raw*', '```', 'end'].join('\n');
	expect(parseMarkdown(text).map(words)).toEqual([
		'h1 Title',
		'one/two',
		'ul a/<bold b>',
		'ol3 c/d',
		'quote(q)',
		'pre *raw*',
		'end',
	]);
});

test('tables exist in GFM only', () => {
	const text = '| a | b |\n|---|:-:|\n| 1 | **2** |';
	expect(parseMarkdown(text, 'gfm').map(words)).toEqual(['table a,b/1,<bold 2>']);
	expect(parseMarkdown(text).map((block) => block.type)).toEqual(['paragraph']);
});

test('no text is lost or makes it fail', () => {
	const letters = fc.string({ unit: fc.constantFrom('*', '_', '~', '`', '[', ']', '(', ')', ' ', 'a', '1', '-', '>', '#', '.', '\n', '|') });
	fc.assert(
		fc.property(letters, (text) => {
			const plain = JSON.stringify(parseMarkdown(text));
			const count = (where: string) => where.split('a').length - 1;
			const names = count(plain.replace(/"(?:type|text|bold|italic|strike|code|paragraph|heading|level|list|items|start|quote|blocks|lines|inside|ordered|link|href|table|head|rows|true|false)"|true|false/g, ''));
			expect(names).toBe(count(text));
		}),
	);
});

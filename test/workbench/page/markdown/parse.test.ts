import fc from 'fast-check';
import { parseInline, parseMarkdown, type Block, type Inline, type Item } from '../../../../tools/workbench/page/markdown/parse';

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
			return `${block.ordered ? `ol${block.start}` : 'ul'} ${block.items.map(itemWords).join('/')}`;
		case 'quote':
			return `quote(${block.blocks.map(words).join('|')})`;
		case 'code':
			return `pre ${block.text}`;
		case 'table':
			return `table ${[block.head, ...block.rows].map((row) => row.map(inline).join(',')).join('/')}`;
	}
};

const itemWords = ({ lines, nested }: Item): string => [lines.map(inline).join('/'), ...nested.map((block) => `(${words(block)})`)].join('');

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

// What Rocket.Chat's own page makes of it is asked in descriptions.test.ts.
test.each([
	['one star is bold, as in messages', '*a* **b** __c__', '<bold a> <bold b> <italic c>'],
	['a backslash takes a mark for itself', '\\*a\\* and a\\|b', '*a* and a|b'],
	['code may hold a backtick', '``a`b`` and `c', '<code a`b> and `c'],
	['mail addresses are links', 'ask dpo@a.example.', 'ask <mailto:dpo@a.example dpo@a.example>.'],
])('in GFM %s', (_, text, expected) => {
	expect(inline(parseInline(text, 'gfm'))).toBe(expected);
});

test('in GFM lines run on, lists nest, and a greater-than sign quotes nothing', () => {
	const text = ['one', 'two  ', 'three', '', '- a', '  goes on', '  1. b', '', '- c', '* d', '', '> q', '2026. is no list'].join('\n');
	expect(parseMarkdown(text, 'gfm').map(words)).toEqual(['one two/three', 'ul a goes on(ol1 b)/c', 'ul d', '> q 2026. is no list']);
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

test('a row of a table has as many cells as its head, and may hold an escaped bar', () => {
	expect(parseMarkdown('|a|b|\n|-|-|\n|1|\n|x \\| y|2|3|\nend', 'gfm').map(words)).toEqual(['table a,b/1,/x | y,2/end,']);
});

test.each(['message', 'gfm'] as const)('no text is lost or makes it fail (%s)', (dialect) => {
	const marks = ['*', '_', '~', '`', '[', ']', '(', ')', ' ', 'a', '1', '-', '>', '#', '.', '\n'];
	// A table of GFM drops the cells that its head has no column for.
	const letters = fc.string({ unit: fc.constantFrom(...marks, ...(dialect === 'message' ? ['|'] : [])) });
	fc.assert(
		fc.property(letters, (text) => {
			const plain = JSON.stringify(parseMarkdown(text, dialect));
			const count = (where: string) => where.split('a').length - 1;
			const names = count(plain.replace(/"(?:type|text|bold|italic|strike|code|paragraph|heading|level|list|items|nested|start|quote|blocks|lines|inside|ordered|link|href|table|head|rows|true|false)"|true|false/g, ''));
			expect(names).toBe(count(text));
		}),
	);
});

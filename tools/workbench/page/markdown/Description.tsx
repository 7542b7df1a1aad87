import { lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { Link } from './Link';

/** What `marked` finds without extensions of its grammar. */
type Known =
	| (Tokens.Blockquote | Tokens.Code | Tokens.Def | Tokens.Heading | Tokens.Hr | Tokens.HTML | Tokens.List | Tokens.ListItem)
	| (Tokens.Paragraph | Tokens.Space | Tokens.Table)
	| (Tokens.Br | Tokens.Codespan | Tokens.Del | Tokens.Em | Tokens.Escape | Tokens.Image | Tokens.Link | Tokens.Strong | Tokens.Tag | Tokens.Text);

/**
 * The description of a setting, as Rocket.Chat's settings page reads it (`client/components/MarkdownText.tsx`): it escapes the
 * text, so that there is no HTML and no quote in it, and gives it to `marked`, where it makes of one star bold and of two
 * underscores italic. What comes of it becomes elements here, never HTML.
 */
export function Description({ text }: { text: string }): ReactElement {
	return <>{drawAll(lexer(escaped(text), { gfm: true }))}</>;
}

const known: ReadonlySet<string> = new Set<Known['type']>([
	...(['blockquote', 'br', 'code', 'codespan', 'def', 'del', 'em', 'escape', 'heading', 'hr', 'html', 'image'] as const),
	...(['link', 'list', 'list_item', 'paragraph', 'space', 'strong', 'table', 'text'] as const),
]);

function isKnown(token: Token): token is Known {
	return known.has(token.type);
}

function drawAll(tokens: readonly Token[] = []): ReactNode {
	return tokens.map((token, index) => <Fragment key={index}>{draw(token)}</Fragment>);
}

function draw(token: Token): ReactNode {
	if (!isKnown(token)) {
		return once(token.raw);
	}
	switch (token.type) {
		case 'space':
		case 'def':
			return null;
		case 'paragraph':
			return <p>{drawAll(token.tokens)}</p>;
		case 'heading':
			return drawHeading(token);
		case 'list':
			return drawList(token);
		case 'list_item':
			return <li>{drawAll(token.tokens)}</li>;
		case 'code':
			return (
				<pre>
					<code>{once(token.text)}</code>
				</pre>
			);
		case 'table':
			return <Table {...token} />;
		case 'blockquote':
			return <blockquote>{drawAll(token.tokens)}</blockquote>;
		case 'hr':
			return <hr />;
		case 'br':
			return <br />;
		case 'em':
		case 'strong':
			return isBold(token) ? <strong>{drawAll(token.tokens)}</strong> : <em>{drawAll(token.tokens)}</em>;
		case 'del':
			return <del>{drawAll(token.tokens)}</del>;
		case 'codespan':
			return <code>{once(once(token.text))}</code>;
		case 'link':
			return <Link to={once(token.href)}>{drawAll(token.tokens)}</Link>;
		case 'image':
			// Nothing is loaded from elsewhere: in place of the picture stands where it is.
			return <Link to={once(token.href)}>{once(token.text)}</Link>;
		case 'text':
			return 'tokens' in token && token.tokens !== undefined ? drawAll(token.tokens) : once(token.text);
		case 'escape':
			return once(token.text);
		case 'html':
			// Cannot come of an escaped text. If it did, it would be shown and not be followed.
			return token.raw;
	}
}

const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function drawHeading({ depth, tokens }: Tokens.Heading): ReactElement {
	const Level = levels[depth - 1] ?? 'h6';
	return <Level>{drawAll(tokens)}</Level>;
}

/** Rocket.Chat takes the paragraphs out of items that stand apart from each other. */
function drawList({ ordered, start, items }: Tokens.List): ReactElement {
	const drawn = items.map(({ task, checked, tokens }, index) => (
		<li key={index}>
			{task && <input type="checkbox" checked={checked === true} disabled aria-label={checked === true ? 'done' : 'to do'} />}
			{tokens.map((token, at) => (
				<Fragment key={at}>
					{token.type === 'paragraph' ? drawAll(token.tokens) : draw(token)}
					{'\n'}
				</Fragment>
			))}
		</li>
	));
	return ordered ? <ol start={start === '' ? 1 : start}>{drawn}</ol> : <ul>{drawn}</ul>;
}

function Table({ header, rows }: Tokens.Table): ReactElement {
	return (
		<table>
			<thead>
				<tr>
					{header.map((cell, index) => (
						<th key={index} scope="col">
							{drawAll(cell.tokens)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row, index) => (
					<tr key={index}>
						{row.map((cell, column) => (
							<td key={column}>{drawAll(cell.tokens)}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function isBold({ type, raw }: Tokens.Em | Tokens.Strong): boolean {
	return type === 'em' ? /^\*[^*]+\*$/.test(raw) : !raw.startsWith('_');
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** A text with one escaping taken off it: `marked` hands out what is meant to be put into HTML. */
function once(text: string): string {
	return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

import { formatsOf } from './formats';
import { chooseLanguage, directionOf, textIn } from './languages';
import type { Language } from './languages';
import { marked } from './spans';
import type { Line, Span } from './spans';
import type { MessageKey, Param, Statement } from './statement';
import { readTemplate } from './template';
import type { Segment, Template } from './template';

/** Turns a statement into the reader's language. */
export interface Translate {
	/** As text with marks, for chat clients. */
	(statement: Statement | MessageKey): string;
	/** As pieces, for any other form. */
	readonly spans: (statement: Statement | MessageKey) => Line;
	/** The language that is spoken, as BCP 47 names it. */
	readonly language: Language;
	/** The direction in which it is written. */
	readonly direction: 'ltr' | 'rtl';
}

/**
 * The translator for a reader. A text that the language lacks is told in English.
 *
 * @param wanted language codes, best first; those that the app does not speak are passed over, the last resort is English
 */
export function translator(...wanted: readonly (string | undefined)[]): Translate {
	const language = chooseLanguage(wanted);
	const direction = directionOf(language);
	const spans = (statement: Statement | MessageKey): Line => tell(language, typeof statement === 'string' ? { key: statement } : statement);
	const isolate = direction === 'rtl' ? isolated : undefined;
	return Object.assign((statement: Statement | MessageKey) => marked(spans(statement), isolate), { spans, language, direction } as const);
}

/** What is written from the left among words from the right: between marks that keep its own direction (Unicode, UAX 9). They stand outside the marks of code, so that it is copied without them. */
function isolated(fromLeft: string): string {
	return `\u2066${fromLeft}\u2069`;
}

/** Texts are read when somebody needs them: most are never asked for. */
const read = new Map<Language, Map<MessageKey, Template>>();

function templateOf(language: Language, key: MessageKey, text: string): Template {
	const known = read.get(language) ?? new Map<MessageKey, Template>();
	read.set(language, known);
	const template = known.get(key) ?? readTemplate(text);
	known.set(key, template);
	return template;
}

function tell(language: Language, { key, params = {} }: Statement): Line {
	const { text, spoken } = textIn(language, key);
	const filled = joined(templateOf(spoken, key, text).flatMap((segment) => spansOf(segment, params, spoken, language)));
	return spoken === language ? filled : [{ kind: 'english', spans: filled }];
}

/**
 * @param spoken the language of the sentence, which joins its lists and counts in its way
 * @param reader the language of the sentences within it
 */
function spansOf(segment: Segment, params: NonNullable<Statement['params']>, spoken: Language, reader: Language): Line {
	switch (segment.kind) {
		case 'text':
		case 'link':
			return [{ kind: segment.kind, text: segment.text }];
		case 'code':
			return [{ kind: 'code', text: marked(segment.parts.flatMap((part) => spansOf(part, params, spoken, reader))) }];
		case 'bold':
			return [{ kind: 'bold', spans: joined(segment.parts.flatMap((part) => spansOf(part, params, spoken, reader))) }];
		case 'hole':
		case 'plural': {
			const param = params[segment.name];
			if (param === undefined) {
				return [{ kind: 'text', text: segment.source }];
			}
			if (segment.kind === 'plural' && typeof param === 'number') {
				const form = segment.forms.get(formatsOf(spoken).plural(param)) ?? segment.forms.get('other') ?? '#';
				return [{ kind: 'text', text: form.replace('#', String(param)) }];
			}
			return fill(param, spoken, reader);
		}
	}
}

function fill(param: Param, spoken: Language, reader: Language): Line {
	if (typeof param === 'string' || typeof param === 'number') {
		return [{ kind: 'text', text: String(param) }];
	}
	if (param instanceof Date) {
		// Universal time, and said so: an app does not know the reader's zone by name.
		return [{ kind: 'text', text: `${formatsOf(spoken).time(param)} UTC` }];
	}
	if (isList(param)) {
		const separator: Span = { kind: 'text', text: textIn(spoken, 'language_list-separator').text };
		return param.flatMap((item, at) => [...(at === 0 ? [] : [separator]), ...fill(item, spoken, reader)]);
	}
	if ('day' in param) {
		return [{ kind: 'text', text: formatsOf(spoken).day(param.day) }];
	}
	return 'key' in param ? tell(reader, param) : [param];
}

function isList(param: Param): param is readonly (string | Statement | Span)[] {
	return Array.isArray(param);
}

/** Neighbouring words as one piece. */
function joined(line: Line): Line {
	return line.reduce<Span[]>((before, span) => {
		const last = before[before.length - 1];
		if (span.kind === 'text' && last?.kind === 'text') {
			before[before.length - 1] = { kind: 'text', text: last.text + span.text };
		} else if (span.kind !== 'text' || span.text !== '') {
			before.push(span);
		}
		return before;
	}, []);
}

import type { MessageKey, Param, Statement, Translate } from '../language/translate';
import { visible } from './legible';

/** Stand around what came from the workspace, inside a sentence of this app. Private use: no sentence holds them. */
export const VALUE_STARTS = '\uE000';
export const VALUE_ENDS = '\uE001';

/**
 * A translator whose sentences tell where in them something read from the workspace stands,
 * so that a renderer shows it letter by letter and never takes a sign in it for a mark of its own.
 * All that is read from a server reaches a sentence through `observed_value`.
 */
export function markingValues(translate: Translate): Translate {
	const marking = (statement: Statement | MessageKey): string => translate(typeof statement === 'string' ? statement : markedStatement(statement));
	return Object.assign(marking, { language: translate.language, direction: translate.direction });
}

function markedStatement({ key, params }: Statement): Statement {
	if (params === undefined) {
		return { key };
	}
	const isRead = key === 'observed_value';
	return { key, params: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, markedParam(param, isRead)])) };
}

function markedParam(param: Param, isRead: boolean): Param {
	const markedText = (text: string): string => (isRead ? `${VALUE_STARTS}${text.replace(/[\uE000\uE001]/g, visible)}${VALUE_ENDS}` : text);
	if (typeof param === 'string') {
		return markedText(param);
	}
	if (isList(param)) {
		return param.map((item) => (typeof item === 'string' ? markedText(item) : markedStatement(item)));
	}
	return typeof param === 'object' && 'key' in param ? markedStatement(param) : param;
}

function isList(param: Param): param is readonly (string | Statement)[] {
	return Array.isArray(param);
}

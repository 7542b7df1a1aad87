import { isMap, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';

/** What a text of YAML holds, or the line that is none; 0 where that is not known. */
export type YamlRead = { readonly values: readonly unknown[] } | { readonly brokenLine: number };

/** Kubernetes takes no ConfigMap over one megabyte, and nobody writes a longer Compose file: more is something else. */
export const LONGEST_YAML = 2_000_000;

/**
 * The documents of a text. A number or a switch without quotes stays the text that was written, as Compose hands it to the server: `1.10`
 * is not 1.1. What the parser says of a mistake repeats the text, so only the line is kept.
 */
export function readYaml(text: string): YamlRead {
	try {
		const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false, logLevel: 'silent' });
		const values: unknown[] = [];
		for (const document of Array.isArray(documents) ? documents : []) {
			const [error] = document.errors;
			if (error !== undefined) {
				return { brokenLine: error.linePos?.[0].line ?? 0 };
			}
			visit(document, {
				Scalar: (_, node) => {
					node.value = (typeof node.value === 'number' || typeof node.value === 'boolean') && node.source !== undefined ? node.source : node.value;
				},
			});
			if (isMap(document.contents) || isSeq(document.contents) || isScalar(document.contents)) {
				values.push(document.toJS({ maxAliasCount: 100 }) as unknown);
			}
		}
		return { values };
	} catch {
		// Nested deeper than the parser goes, or aliases that would grow without end.
		return { brokenLine: 0 };
	}
}

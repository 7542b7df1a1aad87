/**
 * Lints texts as if they were files, with the project's own configuration: `[{ "file", "text" }]` on standard input,
 * the ids of the rules that object, per text, on standard output. A process of its own, because Jest cannot load
 * ESLint's configuration.
 */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
	// The files do not exist, so that nothing can be said about their types.
	overrideConfig: [tseslint.configs.disableTypeChecked],
});

/** @type {{ file: string, text: string }[]} */
const texts = JSON.parse(await text(process.stdin));
const answers = [];
for (const { file, text: code } of texts) {
	const [result] = await eslint.lintText(code, { filePath: file });
	answers.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(answers));

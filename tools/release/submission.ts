/**
 * The submission package: what is uploaded to the marketplace, which compiles it, and which reviewers read.
 *
 * The marketplace's compilers cannot take the sources as they are (docs/release.md says why), so the app is in it twice:
 * as one generated class that they do compile, and as the source package, a zip in which they look for nothing.
 */
import { readableFolder, zip } from '../package/package';
import { sourcePackage } from './source';

/** Where the sources are in it. */
export const SOURCES_NAME = 'sources.zip';

/**
 * The submission package as a zip; the same sources give the same bytes.
 *
 * @param root the repository
 */
export async function submissionPackage(root: string): Promise<Buffer> {
	const folder = await readableFolder();
	const { name, nameSlug, version } = JSON.parse(String(folder.get('app.json'))) as { name: string; nameSlug: string; version: string };
	return zip(
		new Map([
			...folder,
			[SOURCES_NAME, sourcePackage(root)],
			['README.md', Buffer.from(readme(name, version, nameSlug))],
			// What compilers from 0.5.0 on leave out of the compiled app.
			['.rcappsconfig', Buffer.from(`${JSON.stringify({ ignoredFiles: [SOURCES_NAME] }, null, 4)}\n`)],
		]),
	);
}

/** What a reviewer reads first. Compilers leave a file of this name out of the compiled app. */
function readme(name: string, version: string, nameSlug: string): string {
	return `# ${name} ${version}: what is in this package

| File | What it is |
|---|---|
| \`PrivacyStatusApp.ts\` | the whole app in one file, made from the sources by a program, neither minified nor obfuscated: what the marketplace compiles |
| \`${SOURCES_NAME}\` | the sources as they were written, with types, comments, documents, the lock file and the program that packages |
| \`app.json\`, \`icon.png\`, \`i18n/\` | as in the compiled app; \`i18n/\` has the texts that Rocket.Chat itself looks up |
| \`package.json\`, \`.rcappsconfig\` | what compilers need, and what they leave out of the compiled app |
| \`LICENSE.txt\`, \`THIRD-PARTY-LICENSES.txt\` | the app’s licence, and that of zod, the one npm package in it |

## Why one file

The compilers find no texts in JSON and nothing from npm. In \`PrivacyStatusApp.ts\` each part is below a line with the path of its source, such as \`// src/posture/judge.ts\`.

## Make the one from the other

Unpack \`${SOURCES_NAME}\` into an empty folder. There, with Node.js 20 or newer:

\`\`\`sh
npm ci
npm run package              # dist/${nameSlug}_${version}.zip, the released zip that is uploaded to a workspace
npm run package -- --class   # dist/PrivacyStatusApp.ts, the file here
\`\`\`

Both have the same bytes as the ones released. What each permission is for: README.md in \`${SOURCES_NAME}\`.
`;
}

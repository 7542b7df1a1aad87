/** The fonts of the page, so that a line breaks where it breaks in Rocket.Chat, on every machine: Rocket.Chat's own, and one for the marks. */
export const FONTS: Readonly<Record<string, string>> = {
	// Whole: its parts, as the package has them too, are drawn as blanks by Chromium.
	'/marks.woff2': require.resolve('@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2'),
	...Object.fromEntries(['latin', 'latin-ext', 'cyrillic'].map((script) => [`/inter-${script}.woff2`, require.resolve(`@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`)])),
};

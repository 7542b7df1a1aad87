import { NOTES, TEXTS } from '../../src/language/texts';
import { markdownTable, page } from './document';
import type { Document } from './document';

export const TRANSLATORS_PAGE: Document = {
	name: 'docs/translating.md',
	refreshed: () =>
		page(
			'# Translating',
			'`i18n/<language>.json` holds the translations, by the keys of `i18n/en.json`, which `npm run docs` collects from the code. What a language lacks appears in English. A text whose English changes loses its translations at the next `npm run docs`, which lists them. `npm run docs -- --gaps` lists what each language lacks; before a release nothing may be missing.',
			'Holes, `{name}`, keep their names. A hole with forms, `{count, plural, one {# day} other {# days}}`, has exactly the forms that the language has (CLDR names them). What is in backticks is an id, a command or the name of a setting: ids and commands stay as they are, names of settings and pages are those of Rocket.Chat’s own interface in that language. A web address stays as it is.',
			'Some texts do not say by themselves when they appear:',
			markdownTable([['Key', 'English', 'Note'], ...[...NOTES].map(([key, note]) => [`\`${key}\``, `\`${TEXTS.get(key) ?? ''}\``, note])]),
		),
};

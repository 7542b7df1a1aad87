import { USAGE } from '../../src/doors/status/words';
import { LANGUAGES, textIn } from '../../src/language/languages';
import type { Language } from '../../src/language/languages';
import { TEXTS } from '../../src/language/texts';
import type { MessageKey } from '../../src/language/texts';
import { translator } from '../../src/language/translate';
import { settingTexts } from '../../src/show/tell/settings-page';

/** Texts that the platform looks up by themselves: those of commands, buttons and settings. */
const KEYS = [...TEXTS.keys()].filter((key): key is MessageKey => key.startsWith('ps_'));

/** What the platform looks up, by language: whole in each, in English where there is no translation. */
export function platformTexts(): Map<Language, Readonly<Record<string, string>>> {
	return new Map(
		LANGUAGES.map((language) => {
			const texts = Object.fromEntries(KEYS.map((key) => [key, textIn(language, key).text]));
			return [language, { ...texts, ps_command_status_params: USAGE, ...settingTexts(translator(language)) }];
		}),
	);
}

import ar from '../../i18n/ar.json';
import de from '../../i18n/de.json';
import es from '../../i18n/es.json';
import fr from '../../i18n/fr.json';
import hi from '../../i18n/hi-IN.json';
import it from '../../i18n/it.json';
import ja from '../../i18n/ja.json';
import pl from '../../i18n/pl.json';
import pt from '../../i18n/pt-BR.json';
import ru from '../../i18n/ru.json';
import zh from '../../i18n/zh.json';

type Texts = Readonly<Record<string, string>>;

/**
 * The translations, by the names that Rocket.Chat gives the languages (packages/i18n, 7.7.1). English is in the code; what a language
 * lacks is told in English. In the package a smaller file with the same export takes the place of this one, which reads a language when
 * somebody speaks it (tools/package/translations.ts).
 */
export const TRANSLATED = {
	'de': () => de,
	'fr': () => fr,
	'es': () => es,
	'pt-BR': () => pt,
	'it': () => it,
	'pl': () => pl,
	'ru': () => ru,
	'ja': () => ja,
	'ar': () => ar,
	'zh': () => zh,
	'hi-IN': () => hi,
} as const satisfies Record<string, () => Texts>;

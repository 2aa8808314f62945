/** The desk's language. */
import { LOCALES, type Locale } from '../../base/locale.ts';
import { deskText } from '../texts.ts';

const NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

export interface Speaks {
  readonly locale: Locale;
  readonly speak: (locale: Locale) => void;
}

export const LanguageSelect = ({ locale, speak }: Speaks) => (
  <select
    class="select"
    aria-label={deskText(locale)('page.language')}
    value={locale}
    onChange={({ currentTarget }) => {
      const chosen = LOCALES.find((one) => one === currentTarget.value);
      if (chosen) speak(chosen);
    }}
  >
    {LOCALES.map((one) => (
      <option key={one} value={one} lang={one}>
        {NAMES[one]}
      </option>
    ))}
  </select>
);

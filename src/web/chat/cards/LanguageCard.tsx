/** A choice of language, each in its own words. */
import type { CardData } from '../../../ports/cards.ts';
import { chatText } from '../texts.ts';
import { useView } from '../view.ts';

export const LanguageCard = ({ data }: { readonly data: CardData['language'] }) => {
  const { chat, locale } = useView();
  return (
    <ul class="card-choices">
      {data.options.map((option) => (
        <li key={option.locale}>
          <button
            type="button"
            class="button"
            lang={option.locale}
            aria-pressed={option.locale === locale}
            onClick={() => chat.speak(option.locale, chatText(option.locale)('menu.languageSay'))}
          >
            {option.title}
          </button>
        </li>
      ))}
    </ul>
  );
};

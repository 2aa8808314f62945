/** The card with which a customer chooses their language; every language is named in itself. */
import { LOCALES } from '../../src/domain/reading.ts';
import type { AnyCard } from '../../src/ports/cards.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';

export const languageCard = (work: TurnWork): AnyCard => ({
  kind: 'language',
  data: { options: LOCALES.map((locale) => ({ locale, title: work.word(`language.${locale}`) })) },
});

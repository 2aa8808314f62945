/** Sentences for people, from locales/. */
import type { Locale } from '../domain/reading.ts';

export interface Wording {
  /** Number of wordings of a key in a locale; 0 when it is not there. */
  variants(locale: Locale, key: string): number;
  /** The `variant`-th wording with its placeholders filled. Throws a coded fault for an unknown key. */
  text(
    locale: Locale,
    key: string,
    variant?: number,
    values?: Readonly<Record<string, string | number>>,
  ): string;
}

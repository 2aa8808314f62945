/** What every part of the page is given: the chat's verbs, its texts, and times in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../base/locale.ts';
import type { Chat } from './chat.ts';
import type { ChatText } from './texts.ts';

export interface View {
  readonly chat: Chat;
  readonly t: ChatText;
  readonly locale: Locale;
}

export const ViewContext = createContext<View | undefined>(undefined);

export const useView = (): View => {
  const view = useContext(ViewContext);
  if (!view) throw new Error('a part was drawn outside the page');
  return view;
};

export const timeOf = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );

export const dayOf = (at: string, { t, locale }: View): string => {
  const date = new Date(at);
  const ago = new Date(Date.now() - 86_400_000).toDateString();
  if (date.toDateString() === new Date().toDateString()) return t('day.today');
  if (date.toDateString() === ago) return t('day.yesterday');
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short' }).format(date);
};

export const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

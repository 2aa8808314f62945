/** What every part of the desk is given, and how times are told. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Me } from '../../ports/deskApi.ts';
import type { Locale, Text } from '../base/locale.ts';
import type { DeskKey, houseWord } from './texts.ts';

export interface DeskView {
  readonly t: Text<DeskKey>;
  readonly word: ReturnType<typeof houseWord>;
  readonly locale: Locale;
  readonly me: Me;
  /** Carries a click out, shows the refusal if there is one, and asks for everything again. */
  act(caseId: string, verb: string, body?: object): Promise<boolean>;
}

export const DeskContext = createContext<DeskView | undefined>(undefined);

export const useDesk = (): DeskView => {
  const view = useContext(DeskContext);
  if (!view) throw new Error('a part was drawn outside the desk');
  return view;
};

export const momentOf = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));

/** "3 min", "2 hr": how long since. */
export const sinceOf = (at: string, locale: Locale): string => {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 60_000));
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(value);
};

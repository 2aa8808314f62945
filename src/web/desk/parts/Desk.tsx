/** The desk: sign-in first, then cases on one side and the open case on the other. */
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../../ports/deskApi.ts';
import { firstLocale, keepLocale, type Locale } from '../../base/locale.ts';
import { api } from '../api.ts';
import { deskText } from '../texts.ts';
import { SignIn } from './SignIn.tsx';
import { Work } from './Work.tsx';

export const Desk = () => {
  const [locale, setLocale] = useState(() => firstLocale(null));
  const [me, setMe] = useState<Me | null>();
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = deskText(locale)('page.title');
  }, [locale]);
  useEffect(() => {
    api.me().then(setMe, () => setMe(null));
  }, []);
  const speak = (one: Locale) => {
    keepLocale(one);
    setLocale(one);
  };
  if (me === undefined) return null;
  if (me === null) return <SignIn locale={locale} speak={speak} entered={setMe} />;
  return <Work key={me.id} me={me} locale={locale} speak={speak} left={() => setMe(null)} />;
};

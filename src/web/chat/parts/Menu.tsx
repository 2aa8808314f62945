/** What is needed seldom: language, own record, end, delete. Opens from the header, closes with Escape. */
import { useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../base/Icon.tsx';
import { LOCALES, type Locale } from '../../base/locale.ts';
import { chatText } from '../texts.ts';
import { useView } from '../view.ts';
import { EndDialog } from './EndDialog.tsx';
import { EraseDialog } from './EraseDialog.tsx';

const NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

const download = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // A busy phone may begin to save it later; it is named by its address until then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const Languages = ({ chosen }: { readonly chosen: () => void }) => {
  const { chat, t, locale } = useView();
  const speak = (one: Locale) => {
    chosen();
    if (one !== locale) chat.speak(one, chatText(one)('menu.languageSay'));
  };
  return (
    <fieldset class="languages">
      <legend>{t('menu.language')}</legend>
      {LOCALES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === locale} onClick={() => speak(one)}>
          {NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
};

export const Menu = () => {
  const { chat, t } = useView();
  const panel = useRef<HTMLDivElement>(null);
  const [asking, ask] = useState<'end' | 'erase'>();
  const close = () => panel.current?.hidePopover();
  const item = (icon: IconName, label: string, act: () => void, kind = '') => (
    <button
      type="button"
      class={`item ${kind}`}
      onClick={() => {
        close();
        act();
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
  const save = async () => {
    const blob = await chat.transcript();
    const kind = blob?.type.includes('json') ? 'json' : 'txt';
    if (blob) download(blob, `${t('download.name')}.${kind}`);
  };
  return (
    <>
      <button type="button" class="icon-button" aria-label={t('menu.open')} popovertarget="menu">
        <Icon name="more" />
      </button>
      <div id="menu" class="menu" popover="auto" ref={panel}>
        <Languages chosen={close} />
        {item('save', t('menu.download'), () => void save())}
        {item('anew', t('menu.anew'), () => void chat.anew())}
        {item('leave', t('menu.end'), () => ask('end'))}
        {item('trash', t('menu.erase'), () => ask('erase'), 'danger')}
      </div>
      {asking === 'end' ? <EndDialog close={() => ask(undefined)} /> : null}
      {asking === 'erase' ? <EraseDialog close={() => ask(undefined)} /> : null}
    </>
  );
};

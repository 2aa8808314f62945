/** The chat page's own texts, in all three languages: switching needs no request. */
import en from '../../../locales/en/chat.json' with { type: 'json' };
import zhCN from '../../../locales/zh-CN/chat.json' with { type: 'json' };
import zhTW from '../../../locales/zh-TW/chat.json' with { type: 'json' };
import { type KeyOf, type Locale, type Text, textIn } from '../base/locale.ts';

export type ChatKey = KeyOf<typeof en>;
export type ChatText = Text<ChatKey>;

const bundles: Readonly<Record<Locale, typeof en>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

export const chatText = (locale: Locale): ChatText => textIn<ChatKey>(bundles[locale]);

/** The desk page's texts: its own, and the names of fields, causes and remedies that the whole house uses. */
import enCause from '../../../locales/en/cause.json' with { type: 'json' };
import en from '../../../locales/en/console.json' with { type: 'json' };
import enDepartment from '../../../locales/en/department.json' with { type: 'json' };
import enField from '../../../locales/en/field.json' with { type: 'json' };
import enRemedy from '../../../locales/en/remedy.json' with { type: 'json' };
import enWish from '../../../locales/en/wish.json' with { type: 'json' };
import cnCause from '../../../locales/zh-CN/cause.json' with { type: 'json' };
import cn from '../../../locales/zh-CN/console.json' with { type: 'json' };
import cnDepartment from '../../../locales/zh-CN/department.json' with { type: 'json' };
import cnField from '../../../locales/zh-CN/field.json' with { type: 'json' };
import cnRemedy from '../../../locales/zh-CN/remedy.json' with { type: 'json' };
import cnWish from '../../../locales/zh-CN/wish.json' with { type: 'json' };
import twCause from '../../../locales/zh-TW/cause.json' with { type: 'json' };
import tw from '../../../locales/zh-TW/console.json' with { type: 'json' };
import twDepartment from '../../../locales/zh-TW/department.json' with { type: 'json' };
import twField from '../../../locales/zh-TW/field.json' with { type: 'json' };
import twRemedy from '../../../locales/zh-TW/remedy.json' with { type: 'json' };
import twWish from '../../../locales/zh-TW/wish.json' with { type: 'json' };
import { type KeyOf, type Locale, type Text, textIn } from '../base/locale.ts';

export type DeskKey = KeyOf<typeof en>;

/** The house's names for the values of a case: an unknown value shows itself. */
const HOUSE = {
  'zh-CN': { cause: cnCause, department: cnDepartment, field: cnField, kind: cnRemedy, wish: cnWish },
  'zh-TW': { cause: twCause, department: twDepartment, field: twField, kind: twRemedy, wish: twWish },
  en: { cause: enCause, department: enDepartment, field: enField, kind: enRemedy, wish: enWish },
} as const;
type Word = 'cause' | 'department' | 'field' | 'kind' | 'wish';

const OWN = { 'zh-CN': cn, 'zh-TW': tw, en } as const;

export const deskText = (locale: Locale): Text<DeskKey> => textIn<DeskKey>(OWN[locale]);

export const houseWord =
  (locale: Locale) =>
  (of: Word, value: string): string => {
    const found: unknown = Reflect.get(HOUSE[locale][of], value);
    return Array.isArray(found) ? String(found[0]) : value;
  };

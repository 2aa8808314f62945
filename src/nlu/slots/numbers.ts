/** Slots made of digits: phone, order number, amount of money. */
import type { Amount } from '../../domain/reading.ts';
import type { Folded } from '../normalise.ts';

const PHONE =
  /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\d-])(?:\+886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)|(?<![\d-])0\d{2,3}[- ]\d{7,8}(?!\d)/;
const ORDER =
  /(?:订单号?|单号|order|订单编号|编号|运单|快递单)(?:\s*(?:number|no\.?|id))?[是为:：#\s]{0,3}((?=[a-z-]*\d)[a-z0-9][a-z0-9-]{2,})/;
const MONEY =
  /(nt\$|hk\$|us\$|rmb|cny|twd|usd|[¥$€£])\s*(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s*(块钱|块|元|rmb|人民币|台币|美元|港币|dollars?|pounds?|yuan|euros?)/;
const CURRENCY: Record<string, string> = {
  nt$: 'TWD',
  台币: 'TWD',
  twd: 'TWD',
  hk$: 'HKD',
  港币: 'HKD',
  us$: 'USD',
  $: 'USD',
  usd: 'USD',
  美元: 'USD',
  dollar: 'USD',
  '£': 'GBP',
  pound: 'GBP',
  '€': 'EUR',
  euro: 'EUR',
};

export function phoneOf(folded: Folded): string | undefined {
  const match = PHONE.exec(folded.text);
  return match === null ? undefined : folded.original(match.index, match.index + match[0].length);
}

export function orderOf(folded: Folded, phone: string | undefined): string | undefined {
  const match = ORDER.exec(folded.text);
  const number = match?.[1];
  if (match === null || number === undefined || number === phone) return undefined;
  const from = match.index + match[0].length - number.length;
  return folded.original(from, from + number.length);
}

export function amountOf(folded: Folded): Amount | undefined {
  const match = MONEY.exec(folded.text);
  if (match === null) return undefined;
  const unit = match[1] ?? match[4] ?? '';
  const value = Number((match[2] ?? match[3] ?? '').replaceAll(',', ''));
  const currency = CURRENCY[unit] ?? CURRENCY[unit.replace(/s$/, '')] ?? 'CNY';
  return { text: folded.original(match.index, match.index + match[0].length), value, currency };
}

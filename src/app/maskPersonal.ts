/** A customer's words as they may leave the system: phone, ID, card, mail, address and name are taken out. */
import type { PersonalSpan } from '../ports/understanding.ts';

/** Says nothing in any language, so that nothing is learned from it. */
const MASK = '***';

const NUMBER = '[\\d〇零一二三四五六七八九十百]+';
const ROOM = `(?:\\s*[-之]?\\s*[\\dA-Za-z一二三四五六七八九十]+\\s*(?:号楼|號樓|号|號|栋|棟|幢|座|单元|單元|室|房|层|層|楼|樓|F))*`;
const REGION = '(?:\\p{Script=Han}{2,4}?(?:省|市|区|區|县|縣|镇|鎮|乡|鄉))*';

/** A place of the shop ("徐汇店二楼", "near Baker Street") stays: an address has a house number. */
const ADDRESSES: readonly RegExp[] = [
  new RegExp(
    `${REGION}\\p{Script=Han}{1,5}?(?:路|街|道|巷|弄|胡同)(?:${NUMBER}段)?\\s*(?:${NUMBER}\\s*[巷弄]\\s*)*${NUMBER}(?:[-之]${NUMBER})?\\s*[号號]${ROOM}`,
    'gu',
  ),
  new RegExp(
    `${REGION}\\p{Script=Han}{2,8}?(?:小区|小區|花园|花園|公寓|新村|家园|家園|苑|社区|社區|宿舍)\\s*${NUMBER}\\s*(?:号楼|號樓|栋|棟|幢|座|号|號)${ROOM}`,
    'gu',
  ),
  /\d+\s*(?:栋|幢|棟|号楼|號樓)\s*(?:\d+\s*(?:单元|單元)\s*)?\d{2,4}\s*[室号號]?/gu,
  /\b\d{1,5}[A-Za-z]?\s+(?:[A-Z][\w'.-]*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Close|Crescent|Terrace|Place|Square|Way)\b(?:\.?,?\s*(?:Apt|Apartment|Flat|Unit|Suite|Room|#)\.?\s*\w+)?/g,
  /\b\d{1,5}[a-z]?\s+(?!minutes|mins|hours|days|weeks|metres|meters|miles|km)[a-z]+\s+(?:street|road|avenue|lane)\b(?:,?\s*(?:apt|apartment|flat|unit|suite|room)\.?\s*\w+)?/g,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/g,
];

/** What no pattern knows but is long enough to be somebody's number. */
const LONG_NUMBER = /[\d０-９](?:[\s-]?[\d０-９]){6,}/g;

/** `known`: what is on the record of this customer, e.g. the name. */
export const maskPersonal = (
  text: string,
  personal: readonly PersonalSpan[] = [],
  known: readonly (string | undefined)[] = [],
): string => {
  const spans = [...personal.map((span) => span.text), ...known]
    .filter((span): span is string => span !== undefined && span.trim().length > 1)
    .toSorted((a, b) => b.length - a.length);
  const named = spans.reduce((masked, span) => masked.replaceAll(span, MASK), text);
  return ADDRESSES.reduce((masked, address) => masked.replace(address, MASK), named).replace(
    LONG_NUMBER,
    MASK,
  );
};

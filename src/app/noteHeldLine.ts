/** While an agent holds the case the bot is silent, but what the customer says is still written down for the agent. */
import { FACT_FIELDS, type FactField, type Facts } from '../domain/facts.ts';
import type { Severity, Slots } from '../domain/reading.ts';
import { compareSeverity } from '../domain/severity.ts';
import type { Intent, Reading } from '../ports/understanding.ts';
import { recordedSeverity } from './recordedSeverity.ts';
import type { Work } from './work.ts';

/** Numbers and wishes say what they are in any sentence; words do so only where somebody tells of the matter. */
const PLAIN: readonly FactField[] = ['order', 'phone', 'amount', 'remedy'];
const TELLING: readonly Intent[] = ['inform', 'complaint'];
const HARMLESS: readonly Severity[] = ['normal', 'low'];
/** Letters beside a number from which on its digits may be more than the number ("I'll call 12315"). */
const WORDS = 6;

const clearFacts = (work: Work, { slots, intent, corrects }: Reading): Facts => {
  const known: Facts = work.case?.facts ?? {};
  const isClear = (field: FactField): boolean => {
    if (field === 'how' || slots[field as keyof Slots] === undefined) return false;
    const says = PLAIN.includes(field) || TELLING.includes(intent);
    return says && (known[field] === undefined || corrects.includes(field as keyof Slots));
  };
  return Object.fromEntries(FACT_FIELDS.filter(isClear).map((field) => [field, slots[field as keyof Slots]]));
};

const isNumber = (text: string, { slots }: Reading): boolean =>
  (slots.order !== undefined || slots.phone !== undefined || /^[\d\s-]{7,}$/.test(text)) &&
  (text.match(/\p{L}/gu)?.length ?? 0) < WORDS;

/** What is on the record already stays unless it is put right; the severity only ever rises. */
export const noteHeldLine = (work: Work): void => {
  const { reading, line, case: current } = work;
  if (!reading || !line || !current || current.status === 'closed') return;
  const facts = clearFacts(work, reading);
  if (Object.keys(facts).length > 0) work.do({ type: 'noteFacts', facts });
  const severity = recordedSeverity(reading);
  const graver = !HARMLESS.includes(severity) && compareSeverity(severity, current.severity) < 0;
  if (graver && !isNumber(line.text, reading)) work.do({ type: 'judgeCase', severity });
};

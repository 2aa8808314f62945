/** What follows from how grave a case is. */
import { SEVERITIES, type Severity } from './reading.ts';

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** Negative where `a` is the graver one. */
export const compareSeverity = (a: Severity, b: Severity): number => rank(a) - rank(b);

/** A person at once; the bot makes no offer and no statement (method.md §4). */
export const needsPersonAtOnce = (severity: Severity): boolean => rank(severity) <= rank('regulator');

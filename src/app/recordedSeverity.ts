/** What a reading's severity counts for on the case. */
import type { Severity } from '../domain/reading.ts';
import type { Reading } from '../ports/understanding.ts';

/** A grave matter that is only hinted at goes before a person soon, but alarms nobody: it counts as high. */
export const recordedSeverity = ({ severity, hint }: Reading): Severity => (hint ? 'high' : severity);

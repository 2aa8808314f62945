/** What is taken before the step that waits, in this order. Each returns true when it has answered the line. */
import { toCorrections } from './corrections.ts';
import { toFiles } from './files.ts';
import type { Interruption } from './interruption.ts';
import { toLanguage } from './language.ts';
import { toSide } from './side.ts';
import { toSmallTalk } from './smallTalk.ts';
import { toPersonOnRequest, toUrgent } from './urgent.ts';

export const INTERRUPTIONS: readonly Interruption[] = [
  toUrgent,
  toPersonOnRequest,
  toLanguage,
  toCorrections,
  toFiles,
  toSide,
  toSmallTalk,
];

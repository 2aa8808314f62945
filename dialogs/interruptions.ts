/** What is taken before the step that waits, in this order. Each returns true when it has answered the line. */
import { toCorrections } from './corrections.ts';
import { toLanguage } from './language.ts';
import type { Scene } from './scene.ts';
import { toFiles } from './side/files.ts';
import { toSide } from './side/route.ts';
import { toSmallTalk } from './side/smallTalk.ts';
import { toPersonOnRequest, toUrgent } from './urgent.ts';

export type Interruption = (scene: Scene) => Promise<boolean>;

export const INTERRUPTIONS: readonly Interruption[] = [
  toUrgent,
  toPersonOnRequest,
  toLanguage,
  toCorrections,
  toFiles,
  toSide,
  toSmallTalk,
];

/** Something that is looked at before the step that waits. */
import type { Scene } from '../scene.ts';

/** Resolves to true when it has answered the line. */
export type Interruption = (scene: Scene) => Promise<boolean>;

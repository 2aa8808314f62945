/** Whether a line only moves the talk along. */
import type { Intent } from '../../src/ports/understanding.ts';
import type { Scene } from '../scene.ts';

const ASIDE: readonly Intent[] = ['go-on', 'yes', 'no', 'thanks', 'greeting'];

/** "Go on then, ask" threatens nobody, whatever a word of it resembles; what touches safety is taken at its word. */
export const isAside = ({ reading }: Pick<Scene, 'reading'>): boolean =>
  reading !== undefined && reading.severity !== 'safety' && ASIDE.includes(reading.intent);

/** What the question that waits asked for, and whether a line answers it. */
import type { FactField } from '../../src/domain/facts.ts';
import type { Slots } from '../../src/domain/reading.ts';
import type { Scene } from '../scene.ts';

export const pendingFields = ({ dc }: Pick<Scene, 'dc'>): readonly FactField[] => {
  const pending: unknown = dc.activeDialog?.state?.pending;
  return Array.isArray(pending) ? pending : [];
};

/** The question that waits is answered by this line, whatever else it sounds like. */
export const answersTheQuestion = (scene: Pick<Scene, 'dc' | 'reading'>): boolean =>
  pendingFields(scene).some((field) => scene.reading?.slots[field as keyof Slots] !== undefined);

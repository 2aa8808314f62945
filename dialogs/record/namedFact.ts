/** A row of the record that the customer names by its label: "the order number should be 41771". */
import { FACT_FIELDS, type FactField, type Facts } from '../../src/domain/facts.ts';
import type { Slots } from '../../src/domain/reading.ts';
import type { Scene } from '../scene.ts';

/** Labels too short to be sure of in a running sentence ("who", "when") name nothing. */
const SHORTEST = 3;
const NUMBERS: readonly FactField[] = ['order', 'batch', 'phone'];

const namedField = ({ work, text }: Scene): FactField | undefined => {
  const said = text.toLowerCase();
  const named = FACT_FIELDS.filter((field) => {
    const label = work.word(`field.${field}`).toLowerCase();
    return label.length >= SHORTEST && said.includes(label);
  });
  return named.length === 1 ? named[0] : undefined;
};

/** The new value of the row that is named; undefined where none is named or no value is found. */
export const namedFact = (scene: Scene): Facts | undefined => {
  const field = namedField(scene);
  if (!field) return undefined;
  const number =
    NUMBERS.includes(field) && /[\dA-Za-z-]*\d[\dA-Za-z-]{2,}/.exec(scene.text.normalize('NFKC'));
  const value = number ? number[0] : scene.reading?.slots[field as keyof Slots];
  return value === undefined ? undefined : ({ [field]: value } as Facts);
};

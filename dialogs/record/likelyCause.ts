/** The cause that the words and the facts together make likely; undefined where the customer should be asked. */
import type { Cause } from '../../src/domain/cause.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { CauseReading } from '../../src/ports/understanding.ts';

const SURE = 0.5;
const CLOSE = 0.15;
/** With goods on the record, goods are the likelier matter even when the words lean a little the other way. */
const LEAN = 0.35;
const CERTAIN = 0.9;
const GOODS: Cause = { group: 'product', sub: 'quality' };

export const causeOf = ({ group, sub }: Pick<CauseReading, 'group' | 'sub'>): Cause => ({
  group,
  ...(sub ? { sub } : {}),
});

const aboutGoods = ({ product, order, spec, batch, boughtOn }: Facts): boolean =>
  [product, order, spec, batch, boughtOn].some((fact) => fact !== undefined);

/** A surer reading against one that is close behind in another group. */
const isClear = ({ group, confidence, runnerUp }: CauseReading): boolean =>
  confidence >= SURE &&
  (runnerUp === undefined || runnerUp.group === group || confidence - runnerUp.confidence >= CLOSE);

/** An order number and the place itself hardly go together. */
const withGoods = (read: CauseReading, facts: Facts): Cause | undefined => {
  const other = read.runnerUp?.group === 'product' ? read.runnerUp : undefined;
  if (read.group === 'environment' && read.confidence < CERTAIN) return other ? causeOf(other) : GOODS;
  // "I want a refund" alone makes nobody complain of the after-sales service.
  const onlyWish = read.sub === 'after-sales' && facts.remedy !== undefined && read.confidence < CERTAIN;
  if (onlyWish) return other ? causeOf(other) : GOODS;
  if (read.group === 'service' && other && read.confidence - other.confidence < LEAN) return causeOf(other);
  return read.group === 'product' || isClear(read) ? causeOf(read) : undefined;
};

/** The record shows it as it is understood, and the customer corrects it there. */
export const likelyCause = (read: CauseReading | undefined, facts: Facts): Cause | undefined => {
  if (!read) return aboutGoods(facts) || (facts.what && facts.when) ? GOODS : undefined;
  if (aboutGoods(facts)) return withGoods(read, facts);
  return isClear(read) ? causeOf(read) : undefined;
};

/** "退" for "退款": a piece of exactly one wish's name is that wish. */
import { WANTED_REMEDIES, type WantedRemedy } from '../../src/domain/reading.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';

/** `asked`: any piece of the name tells; else only its beginning. */
export const namedWish = (
  work: Pick<TurnWork, 'word'>,
  text: string,
  asked: boolean,
): WantedRemedy | undefined => {
  const said = text.trim().toLowerCase();
  if (said === '' || /^\p{Script=Latin}{1,3}$/u.test(said) || !/\p{L}/u.test(said)) return undefined;
  const [wish, other] = WANTED_REMEDIES.filter((one) => {
    const name = work.word(`wish.${one}`).toLowerCase();
    return asked ? name.includes(said) : name.startsWith(said);
  });
  return other ? undefined : wish;
};

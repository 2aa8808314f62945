/** The marked texts as the tagger learns from them: features and a tag for each token. */
import type { Folded } from '../normalise.ts';
import { fold } from '../normalise.ts';
import { TAGS } from './chain.ts';
import type { Encoded } from './encoder.ts';
import type { TaggedText } from './learnChain.ts';
import type { MarkedText } from './spanPhrases.ts';

export function taggedTexts(
  marked: readonly MarkedText[],
  encode: (folded: Folded) => Encoded,
): TaggedText[] {
  return marked.flatMap(({ text, spans }) => {
    const folded = fold(text);
    if (folded.text.length !== text.length) return [];
    const { tokens, features } = encode(folded);
    const tags = tokens.map(({ from, to }) => {
      const span = spans.find((one) => from >= one.from && to <= one.to);
      return span === undefined ? 0 : TAGS.indexOf(`${span.slot}.${from === span.from ? 'first' : 'more'}`);
    });
    return [{ tokens: features, tags }];
  });
}

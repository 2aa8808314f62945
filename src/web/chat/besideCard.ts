/**
 * A line with a card says everything twice, for channels that draw no cards. Here the card says it: of the text only
 * what the card does not show is left.
 */
import type { AnyCard } from '../../ports/cards.ts';

const shownBy = (card: AnyCard): readonly string[] => {
  if (card.kind === 'receipt') return card.data.fields.map(({ label }) => label);
  if (card.kind === 'remedies') return card.data.options.map(({ title }) => title);
  return [];
};

const NUMBERED = /^\s*(?:\d+[.、)]|[-–•·])\s*/;

export const besideCard = (text: string, card: AnyCard | undefined): string => {
  const shown = card ? shownBy(card) : [];
  if (shown.length === 0) return text;
  const lines = text.split('\n');
  const left = lines.filter((line) => !shown.some((start) => line.replace(NUMBERED, '').startsWith(start)));
  return left.join('\n').trim();
};

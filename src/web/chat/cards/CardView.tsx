/** Draws the card of a line; a kind that this page does not know draws nothing, its text stands alone. */
import type { AnyCard } from '../../../ports/cards.ts';
import type { Standing } from '../standing.ts';
import { CaseCard } from './CaseCard.tsx';
import { LanguageCard } from './LanguageCard.tsx';
import { PromiseCard } from './PromiseCard.tsx';
import { RatingCard } from './RatingCard.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { RemediesCard } from './RemediesCard.tsx';

interface Props {
  readonly card: AnyCard;
  readonly id: string;
  readonly standing: Standing;
}

export const CardView = ({ card, id, standing }: Props) => {
  const open = standing.open.has(id);
  const answers = standing.answers.get(id) ?? [];
  switch (card.kind) {
    case 'receipt':
      return <ReceiptCard data={card.data} open={open} answers={answers} />;
    case 'remedies':
      return <RemediesCard data={card.data} open={open} answers={answers} />;
    case 'promise':
      return <PromiseCard data={card.data} />;
    case 'rating':
      return <RatingCard data={card.data} open={open} answers={answers} />;
    case 'case':
      return <CaseCard data={card.data} />;
    case 'language':
      return <LanguageCard data={card.data} />;
    default:
      return null;
  }
};

/** A remedy of one's own: within the limits it goes to the customer, above them to a supervisor. */
import { useState } from 'preact/hooks';
import type { CaseRecord, RemedyProposal } from '../../../ports/deskApi.ts';
import { useDesk } from '../view.ts';

/** In the order of the list; the compiler holds it complete, since pages import types only. */
const OFFERED = {
  refund: true,
  exchange: true,
  repair: true,
  'price-adjustment': true,
  discount: true,
  gift: true,
  points: true,
  'service-change': true,
  'senior-apology': true,
  'personal-attention': true,
  thanks: true,
  talk: true,
} satisfies Record<RemedyProposal['kind'], true>;
const KINDS = Object.keys(OFFERED);
/** Kinds that have an amount of money. */
const MONEY: ReadonlySet<string> = new Set(['refund', 'price-adjustment', 'gift']);

export const Propose = ({ of }: { readonly of: CaseRecord }) => {
  const { t, word, act } = useDesk();
  const [kind, setKind] = useState<string>('refund');
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const number = MONEY.has(kind) ? 'amount' : kind === 'discount' ? 'percent' : undefined;
  const propose = async (event: Event) => {
    event.preventDefault();
    const terms = number && value ? { [number]: Number(value) } : {};
    const words = note.trim() ? { note: note.trim() } : {};
    if (!(await act(of.id, 'remedies', { kind, ...terms, ...words }))) return;
    setValue('');
    setNote('');
  };
  return (
    <details class="fold">
      <summary>{t('remedy.propose')}</summary>
      <form onSubmit={(event) => void propose(event)}>
        <label>
          {t('remedy.kind')}
          <select class="select" value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {word('kind', one)}
              </option>
            ))}
          </select>
        </label>
        {number ? (
          <label>
            {t(`remedy.${number}`)}
            <input
              type="number"
              min={0}
              max={number === 'percent' ? 100 : undefined}
              step="any"
              inputMode="decimal"
              value={value}
              onInput={({ currentTarget }) => setValue(currentTarget.value)}
            />
          </label>
        ) : null}
        <label>
          {t('remedy.note')}
          <input value={note} dir="auto" onInput={({ currentTarget }) => setNote(currentTarget.value)} />
        </label>
        <button type="submit" class="button main">
          {t('remedy.send')}
        </button>
      </form>
    </details>
  );
};

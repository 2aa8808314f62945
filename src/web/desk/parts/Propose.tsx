/** A remedy of one's own: within the limits it goes to the customer, above them to a supervisor. */
import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { useDesk } from '../view.ts';

const KINDS = [
  'refund',
  'exchange',
  'repair',
  'price-adjustment',
  'discount',
  'gift',
  'points',
  'service-change',
  'senior-apology',
  'personal-attention',
  'thanks',
  'talk',
] as const;
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

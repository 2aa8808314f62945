/** The small form with which a person puts the cause right. */
import { useRef, useState } from 'preact/hooks';
import type { CaseRecord, CauseCorrection, CausesByGroup } from '../../../ports/deskApi.ts';
import { useDesk } from '../view.ts';

/** In the order of the list; the compiler holds it complete, since pages import types only. */
const SUBS = {
  product: {
    quality: true,
    information: true,
    expired: true,
    availability: true,
    incomplete: true,
    price: true,
    'price-tag': true,
    misadvertised: true,
  },
  service: {
    attitude: true,
    skill: true,
    cashier: true,
    waiting: true,
    'missing-service': true,
    'after-sales': true,
    'broken-promise': true,
    privacy: true,
  },
  environment: {
    hygiene: true,
    comfort: true,
    crowding: true,
    equipment: true,
    safety: true,
    access: true,
  },
} satisfies CausesByGroup;
const GROUPS = Object.entries(SUBS).map(([group, subs]) => ({ group, subs: Object.keys(subs) }));

type Seen = CauseCorrection['seen'];

const keyOf = (cause: Seen | undefined): string => (cause?.sub ? `${cause.group}.${cause.sub}` : '');

/** While a colleague holds the case it is theirs to put right; what a customer had deleted is nobody's any more. */
const mayCorrect = ({ holder, customer }: CaseRecord, me: { readonly id: string; readonly role: string }) =>
  customer.id !== 'erased' && (holder.kind !== 'agent' || holder.id === me.id || me.role !== 'agent');

interface Chosen {
  readonly value: string;
  /** The cause as it was shown when this was chosen; undefined: whatever is shown when it is sent. */
  readonly seen: Seen | undefined;
}

const Options = () => {
  const { word } = useDesk();
  return (
    <>
      {GROUPS.map(({ group, subs }) => (
        <optgroup key={group} label={word('cause', group)}>
          {subs.map((sub) => (
            <option key={sub} value={`${group}.${sub}`}>
              {word('cause', sub)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
};

export const CorrectCause = ({ of }: { readonly of: CaseRecord }) => {
  const { t, me, act } = useDesk();
  const [chosen, setChosen] = useState<Chosen>();
  const [saved, setSaved] = useState(false);
  const fold = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  if (!mayCorrect(of, me)) return null;
  const shown = of.cause ?? null;
  const value = chosen?.value ?? keyOf(shown);
  const send = async (event: Event) => {
    event.preventDefault();
    const [group, sub] = value.split('.');
    const seen = chosen?.seen === undefined ? shown : chosen.seen;
    const done = await act(of.id, 'cause', { cause: { group, sub }, seen });
    // After a conflict the newest cause is on the page: the same choice sent again is meant.
    if (!done) return setChosen({ value, seen: undefined });
    setSaved(true);
    setChosen(undefined);
    if (fold.current) fold.current.open = false;
    summary.current?.focus();
  };
  return (
    <>
      <details class="fold" ref={fold} onToggle={() => fold.current?.open && setSaved(false)}>
        <summary ref={summary}>{t('cause.correct')}</summary>
        <form onSubmit={(event) => void send(event)}>
          <label>
            {t('cause.right')}
            <select
              class="select"
              required
              value={value}
              onChange={({ currentTarget }) => setChosen({ value: currentTarget.value, seen: shown })}
            >
              <option value="" disabled>
                {t('cause.choose')}
              </option>
              <Options />
            </select>
          </label>
          <button type="submit" class="button main">
            {t('cause.save')}
          </button>
        </form>
      </details>
      <p class="soft" role="status">
        {saved ? t('cause.saved') : null}
      </p>
    </>
  );
};

/** Everything known of the case, beside the conversation. */
import { Fragment } from 'preact';
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { momentOf, useDesk } from '../view.ts';
import { Cause } from './Cause.tsx';
import { Remedies } from './Remedies.tsx';
import { Resolve } from './Resolve.tsx';
import { Tasks } from './Tasks.tsx';

/** In the order of the record; the compiler holds the list complete, since pages import types only. */
const SHOWN = {
  product: true,
  when: true,
  where: true,
  who: true,
  what: true,
  how: true,
  order: true,
  spec: true,
  batch: true,
  boughtOn: true,
  usedHow: true,
  amount: true,
  name: true,
  phone: true,
  remedy: true,
} satisfies Record<keyof CaseRecord['facts'], true>;
const FIELDS = Object.keys(SHOWN) as (keyof typeof SHOWN)[];

const useFacts = ({ facts }: CaseRecord): readonly (readonly [string, string])[] => {
  const { word } = useDesk();
  return FIELDS.flatMap((field) => {
    const value = facts[field];
    if (value === undefined) return [];
    const text = typeof value === 'string' ? value : value.text;
    return [[word('field', field), field === 'remedy' ? word('wish', text) : text] as const];
  });
};

/** What moved the tension at its peak, in the customer's own words. */
const TensionWords = ({ words }: { readonly words: NonNullable<CaseRecord['tension']['words']> }) => {
  const { t } = useDesk();
  const told = (key: 'tension.raised' | 'tension.lowered', some: typeof words) =>
    some.length > 0 ? (
      <p class="soft" dir="auto">
        {t(key, { words: some.map(({ text }) => text).join(t('cause.comma')) })}
      </p>
    ) : null;
  return (
    <>
      {told(
        'tension.raised',
        words.filter(({ weight }) => weight > 0),
      )}
      {told(
        'tension.lowered',
        words.filter(({ weight }) => weight < 0),
      )}
    </>
  );
};

const Judgement = ({ of }: { readonly of: CaseRecord }) => {
  const { t } = useDesk();
  const { severity, stance, tension, satisfaction } = of;
  return (
    <div class="judgement">
      <p>
        <span class={`tag ${tension.emotion}`}>
          {t('tension.label')} {t(`tension.${tension.emotion}`)} · {t(`tension.${tension.trend}`)}
        </span>
        <span class="tag">{t(`severity.${severity}`)}</span>
        {satisfaction ? (
          <span class="tag">{t('case.satisfaction', { score: satisfaction.score })}</span>
        ) : null}
      </p>
      <meter
        min={0}
        max={1}
        low={0.35}
        high={0.7}
        optimum={0}
        value={tension.now}
        aria-label={t('tension.label')}
      />
      <TensionWords words={tension.words ?? []} />
      <p class="soft">
        {t('stance.label')}: {t(`stance.${stance}`)}
      </p>
    </div>
  );
};

const Promises = ({ of }: { readonly of: CaseRecord }) => {
  const { t, locale } = useDesk();
  if (of.promises.length === 0) return null;
  return (
    <section>
      <h3>{t('promise.title')}</h3>
      <ul class="plain">
        {of.promises.map((promise) => (
          <li key={promise.id}>
            <span class={`tag ${promise.state}`}>{t(`promise.${promise.state}`)}</span>{' '}
            {momentOf(promise.dueAt, locale)}
            <p class="soft" dir="auto">
              {promise.told}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

export const Record = ({ of, mine }: { readonly of: CaseRecord; readonly mine: boolean }) => {
  const { t } = useDesk();
  const facts = useFacts(of);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <aside class="record-side" aria-label={t('page.record')} tabIndex={0}>
      <Judgement of={of} />
      <section>
        <h3>{t('page.record')}</h3>
        {of.confirmed ? <p class="tag kept">{t('case.confirmed')}</p> : null}
        {facts.length === 0 ? <p class="soft">{t('case.nothing')}</p> : null}
        <dl class="facts">
          {facts.map(([label, text]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <Cause of={of} />
      <Promises of={of} />
      <Tasks of={of} />
      <Remedies of={of} mine={mine} />
      {mine ? <Resolve of={of} /> : null}
    </aside>
  );
};

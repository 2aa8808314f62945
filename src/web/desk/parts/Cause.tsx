/** What the complaint is about: how it was recognised, how surely, and who put it right. */
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { momentOf, useDesk } from '../view.ts';
import { CorrectCause } from './CorrectCause.tsx';

type Finding = NonNullable<CaseRecord['found']>;
type Named = Finding['cause'];

/** "Service · Waiting too long", or the group alone where no more is known. */
export const useCauseName = (): ((cause: Named) => string) => {
  const { word } = useDesk();
  return ({ group, sub }) => (sub ? `${word('cause', group)} · ${word('cause', sub)}` : word('cause', group));
};

const usePercent = (): ((share: number) => string) => {
  const { locale } = useDesk();
  return (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
};

const Found = ({ found }: { readonly found: Finding }) => {
  const { t } = useDesk();
  const name = useCauseName();
  const percent = usePercent();
  const { cause, confidence, runnerUp } = found;
  return (
    <>
      <p class="soft">{t('cause.found', { cause: name(cause), sure: percent(confidence) })}</p>
      {runnerUp ? (
        <p class="soft">
          {t('cause.runnerUp', { cause: name(runnerUp.cause), sure: percent(runnerUp.confidence) })}
        </p>
      ) : null}
    </>
  );
};

const Corrected = ({ of }: { readonly of: CaseRecord }) => {
  const { t, locale } = useDesk();
  const name = useCauseName();
  const last = of.corrections?.at(-1);
  if (!last) return null;
  const { cause: first } = of.found ?? {};
  /** What was recognised stands above already. */
  const told = last.from?.group === first?.group && last.from?.sub === first?.sub;
  const values = { name: last.by?.name ?? '', time: momentOf(last.at, locale) };
  return (
    <>
      <p class="soft">{t(last.by ? 'cause.by' : 'cause.at', values)}</p>
      {last.from && !told ? <p class="soft">{t('cause.before', { cause: name(last.from) })}</p> : null}
    </>
  );
};

export const Cause = ({ of }: { readonly of: CaseRecord }) => {
  const { t } = useDesk();
  const name = useCauseName();
  const { cause, otherCauses, found, kind } = of;
  if (!cause && kind !== 'complaint' && kind !== 'damage') return null;
  return (
    <section class="cause">
      <h3>{t('case.cause')}</h3>
      <p>
        <b class="cause-name">{cause ? name(cause) : t('cause.none')}</b>
      </p>
      {otherCauses.length > 0 ? (
        <p class="soft">{t('cause.also', { causes: otherCauses.map(name).join(t('cause.comma')) })}</p>
      ) : null}
      {found ? <Found found={found} /> : null}
      <Corrected of={of} />
      <CorrectCause key={of.id} of={of} />
    </section>
  );
};

/** The list of cases, most pressing first. */
import type { CaseSummary, CaseView } from '../../../ports/deskApi.ts';
import { momentOf, sinceOf, useDesk } from '../view.ts';

const VIEWS: readonly CaseView[] = ['open', 'mine', 'done'];
/** Severities that are said even in a short list. */
const GRAVE: ReadonlySet<string> = new Set(['safety', 'legal', 'media', 'regulator', 'high']);

const TimeLeft = ({ of }: { readonly of: CaseSummary }) => {
  const { t, locale } = useDesk();
  const { dueAt, waitingSince, receivedAt } = of;
  if (dueAt) {
    const late = Date.parse(dueAt) < Date.now();
    const due = momentOf(dueAt, locale);
    return <span class={late ? 'late' : ''}>{t(late ? 'case.late' : 'case.due', { due })}</span>;
  }
  if (waitingSince) return <span>{t('case.waiting', { time: sinceOf(waitingSince, locale) })}</span>;
  return <time dateTime={receivedAt}>{momentOf(receivedAt, locale)}</time>;
};

const Item = ({ of, current }: { readonly of: CaseSummary; readonly current: boolean }) => {
  const { t, word } = useDesk();
  const cause = of.cause ? word('cause', of.cause.sub ?? of.cause.group) : undefined;
  return (
    <li>
      <a class="queue-item" href={`#case=${of.id}`} aria-current={current ? 'true' : undefined}>
        <span class="queue-head">
          <b>{of.number}</b>
          {GRAVE.has(of.severity) ? <span class="tag grave">{t(`severity.${of.severity}`)}</span> : null}
          <span class={`tag ${of.tension.emotion}`}>{t(`tension.${of.tension.emotion}`)}</span>
        </span>
        <span class="queue-text" dir="auto">
          {of.opening}
        </span>
        <span class="queue-foot">
          <span>{of.holder.kind === 'agent' ? of.holder.name : t(`status.${of.status}`)}</span>
          {cause ? <span>{cause}</span> : null}
          <TimeLeft of={of} />
        </span>
      </a>
    </li>
  );
};

interface Props {
  readonly cases: readonly CaseSummary[] | undefined;
  readonly view: CaseView;
  readonly show: (view: CaseView) => void;
  readonly open: string | undefined;
}

export const Queue = ({ cases, view, show, open }: Props) => {
  const { t, me } = useDesk();
  return (
    <nav class="queue" aria-label={t('page.queue')}>
      <fieldset class="views">
        <legend class="sr">{t('view.label')}</legend>
        {VIEWS.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => show(one)}>
            {t(`view.${one}`)}
          </button>
        ))}
      </fieldset>
      {cases?.length === 0 ? <p class="empty">{t('view.empty')}</p> : null}
      <ul>
        {cases?.map((one) => (
          <Item key={one.id} of={one} current={one.id === open} />
        ))}
      </ul>
      {me.role === 'manager' ? (
        <a class="export" href="/api/desk/corrections" download>
          {t('cause.export')}
        </a>
      ) : null}
    </nav>
  );
};

/** An open case: its conversation, the place to answer, and everything known of it. */
import type { CaseDetail } from '../../../ports/deskApi.ts';
import { Icon } from '../../base/Icon.tsx';
import { useDesk } from '../view.ts';
import { Answer } from './Answer.tsx';
import { History } from './History.tsx';
import { Record } from './Record.tsx';

export const CasePage = ({ detail, typing }: { readonly detail: CaseDetail; readonly typing: boolean }) => {
  const { t, me, act } = useDesk();
  const of = detail.case;
  const mine = of.holder.kind === 'agent' && of.holder.id === me.id;
  const takeable = of.status !== 'resolved' && of.status !== 'closed' && of.holder.kind !== 'agent';
  const heldBy = of.holder.kind === 'agent' && !mine ? of.holder.name : undefined;
  return (
    <>
      <main class="case" aria-label={t('page.conversation')}>
        <div class="case-top">
          <a class="icon-button back" href="#list" aria-label={t('page.back')}>
            <Icon name="back" />
          </a>
          <h2>{of.number}</h2>
          <span class="tag">{t(`status.${of.status}`)}</span>
          {heldBy ? <span class="held">{t('case.held', { name: heldBy })}</span> : null}
          {of.status === 'resolved' || of.status === 'closed' ? (
            <button type="button" class="button" onClick={() => void act(of.id, 'reopen')}>
              {t('resolve.reopen')}
            </button>
          ) : null}
          {takeable ? (
            <button type="button" class="button main" onClick={() => void act(of.id, 'take')}>
              {t('case.take')}
            </button>
          ) : null}
        </div>
        <History key={of.id} lines={detail.lines} typing={typing} />
        <Answer key={of.id} of={of} mine={mine} />
      </main>
      <Record of={of} mine={mine} />
    </>
  );
};

/** A supervisor's yes or no, with a reason. */
import { useState } from 'preact/hooks';
import { useDesk } from '../view.ts';

export const Decide = ({ caseId, offerId }: { readonly caseId: string; readonly offerId: string }) => {
  const { t, act } = useDesk();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const decide = (approved: boolean) =>
    void act(caseId, `remedies/${encodeURIComponent(offerId)}/decision`, { approved, reason: said });
  return (
    <div class="fold">
      <label>
        {t('remedy.reason')}
        <input value={reason} dir="auto" onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      <p class="row">
        <button type="button" class="button" disabled={!said} onClick={() => decide(true)}>
          {t('remedy.approve')}
        </button>
        <button type="button" class="button quiet" disabled={!said} onClick={() => decide(false)}>
          {t('remedy.reject')}
        </button>
      </p>
    </div>
  );
};

/** Passing the case on, and the end of it. */
import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { useDesk } from '../view.ts';

export const Resolve = ({ of }: { readonly of: CaseRecord }) => {
  const { t, act } = useDesk();
  const [result, setResult] = useState('');
  const resolve = (event: Event) => {
    event.preventDefault();
    void act(of.id, 'resolve', { result });
  };
  return (
    <section>
      <h3>{t('pass.title')}</h3>
      <p class="row">
        <button type="button" class="button" onClick={() => void act(of.id, 'transfer')}>
          {t('pass.queue')}
        </button>
        <button type="button" class="button" onClick={() => void act(of.id, 'return')}>
          {t('pass.bot')}
        </button>
      </p>
      <details class="fold">
        <summary>{t('resolve.title')}</summary>
        <form onSubmit={resolve}>
          <label>
            {t('resolve.result')}
            <input
              required
              dir="auto"
              value={result}
              onInput={({ currentTarget }) => setResult(currentTarget.value)}
            />
          </label>
          <button type="submit" class="button main">
            {t('resolve.send')}
          </button>
        </form>
      </details>
    </section>
  );
};

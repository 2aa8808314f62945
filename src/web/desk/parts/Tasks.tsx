/** Work that an agreement needs done. */
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { momentOf, useDesk } from '../view.ts';

export const Tasks = ({ of }: { readonly of: CaseRecord }) => {
  const { t, word, locale, act } = useDesk();
  if (of.tasks.length === 0) return null;
  return (
    <section>
      <h3>{t('task.title')}</h3>
      <ul class="plain">
        {of.tasks.map(({ id, remedy, department, dueAt, doneAt }) => (
          <li key={id} class="task">
            <span>
              {word('kind', remedy.kind)} · {word('department', department)} · {momentOf(dueAt, locale)}
            </span>
            {doneAt ? (
              <span class="tag kept">{t('task.finished')}</span>
            ) : (
              <button
                type="button"
                class="button"
                onClick={() => void act(of.id, `tasks/${encodeURIComponent(id)}/done`)}
              >
                {t('task.done')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

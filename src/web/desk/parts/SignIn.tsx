/** Who is there? */
import { useState } from 'preact/hooks';
import type { Me } from '../../../ports/deskApi.ts';
import { Icon } from '../../base/Icon.tsx';
import { api, DeskError } from '../api.ts';
import { deskText } from '../texts.ts';
import { LanguageSelect, type Speaks } from './LanguageSelect.tsx';

export const SignIn = ({ locale, speak, entered }: Speaks & { readonly entered: (me: Me) => void }) => {
  const t = deskText(locale);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const enter = async (event: Event) => {
    event.preventDefault();
    try {
      entered(await api.signIn(login.trim(), password));
    } catch (error) {
      setProblem((error instanceof DeskError && error.message) || t('page.failed'));
    }
  };
  return (
    <main class="sign-in">
      <form onSubmit={(event) => void enter(event)}>
        <span class="mark" aria-hidden="true">
          <Icon name="wave" />
        </span>
        <h1>{t('sign.title')}</h1>
        <label>
          {t('sign.login')}
          <input
            value={login}
            autocomplete="username"
            autocapitalize="none"
            required
            onInput={({ currentTarget }) => setLogin(currentTarget.value)}
          />
        </label>
        <label>
          {t('sign.password')}
          <input
            type="password"
            value={password}
            autocomplete="current-password"
            required
            onInput={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </label>
        <div role="alert">{problem ? <p class="problem">{problem}</p> : null}</div>
        <button type="submit" class="button main">
          {t('sign.in')}
        </button>
        <LanguageSelect locale={locale} speak={speak} />
      </form>
    </main>
  );
};

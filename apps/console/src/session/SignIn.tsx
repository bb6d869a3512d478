import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { answerOf, api, ApiError } from '../api';
import { useMessages } from '../i18n';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { Mark } from '../shell/Mark';
import styles from './SignIn.module.css';

/** The one-time code of a link, which no server sees: it stands behind the `#`. */
export function codeOf(hash: string): string | undefined {
  return /^#?code=(.+)$/.exec(hash)?.[1];
}

/** Takes an API key, or the one-time code of a link (`/console/#code=…`), once; neither is kept. */
export function SignIn() {
  const { signIn: words } = useMessages();
  const { to = '/', ended } = useSearch({ strict: false });
  const code = codeOf(useLocation().hash);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const tried = useRef<string>(undefined);

  const enter = async (body: { key: string } | { code: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await answerOf(api.POST('/api/console/session', { body: body as { key: string } }));
      queries.clear();
      await navigate({ href: to, replace: true });
    } catch (error) {
      const code = error instanceof ApiError ? error.problem.code : undefined;
      if (code === 'UNAUTHENTICATED') setProblem('key' in body ? words.refused : words.code);
      else if (code === 'RATE_LIMITED') setProblem(words.throttled);
      else setProblem(error instanceof Error ? error.message : String(error));
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    if (code === undefined || tried.current === code) return;
    tried.current = code;
    void enter({ code });
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const key = field.current?.value.trim() ?? '';
    if (field.current) field.current.value = '';
    if (key !== '') void enter({ key });
  };

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={submit}>
        <Mark />
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        {!window.isSecureContext && <Note kind="warning">{words.insecure}</Note>}
        {ended !== undefined && problem === undefined && <Note kind="info">{words.ended}</Note>}
        <label className={styles.label} htmlFor="key">
          {words.key}
        </label>
        <input
          id="key"
          ref={field}
          className={styles.key}
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          required
          aria-describedby={problem === undefined ? undefined : 'sign-in-problem'}
          aria-invalid={problem !== undefined}
        />
        {problem !== undefined && (
          <p id="sign-in-problem" role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? words.working : words.submit}
        </Button>
      </form>
    </main>
  );
}

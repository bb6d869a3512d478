import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api';
import { useMessages } from '../i18n';
import { useTenant } from '../session/tenant';
import { Button } from '../ui/Button';
import { useCopy } from '../ui/copy';
import { ProblemNote } from '../ui/Problem';
import styles from './Activity.module.css';

/** Payload v1 as it would be sent now, fetched once it is looked at. */
export function PayloadNow({ id, version }: { id: string; version: string }) {
  const { detail, common } = useMessages();
  const { code } = useTenant();
  const copy = useCopy();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['payload', code, id, version],
    queryFn: () =>
      answerOf(api.GET('/api/activities/{id}/payload', { params: { path: { id }, header: { 'x-tenant-id': code } } })),
    enabled: isOpen,
    retry: false,
  });
  const text = data && JSON.stringify(data, null, 2);
  return (
    <details className={styles.payload} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{detail.payload}</summary>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {text === undefined && !error && <p>{common.loading}</p>}
      {text !== undefined && (
        <>
          <Button kind="quiet" onClick={() => copy(text)}>
            {common.copy}
          </Button>
          <pre tabIndex={0}>{text}</pre>
        </>
      )}
    </details>
  );
}

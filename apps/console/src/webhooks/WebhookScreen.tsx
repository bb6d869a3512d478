import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isMissing } from '../api';
import { useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { NotFound } from '../shell/NotFound';
import { Time } from '../time';
import { FactList } from '../ui/Facts';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Deliveries } from './Deliveries';
import { DeliveryLayer } from './DeliveryLayer';
import { useWebhook } from './queries';
import { WebhookActions } from './WebhookActions';
import { WebhookState } from './WebhooksScreen';
import { words } from './words';

/** One webhook: what it is told of, what may be done with it, and what it was told. */
export function WebhookScreen() {
  const text = useWords(words);
  const { language } = usePreferences();
  const { tenant = '', id = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: webhook, error, refetch } = useWebhook(id);
  if (!webhook && isMissing(error)) return <NotFound />;
  if (!webhook) return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const number = (n: number) => (n >= 10_000 ? `${n.toLocaleString(language)}+` : n.toLocaleString(language));
  const { row, ...asked } = search;
  return (
    <Page
      title={webhook.url}
      aside={<WebhookState webhook={webhook} />}
      actions={<WebhookActions webhook={webhook} />}
      back={
        <Link to="/t/$tenant/webhooks" params={{ tenant }}>
          ‹ {text.back}
        </Link>
      }
    >
      {!webhook.isActive && <Note kind="warning">{webhook.disabledAt === null ? text.isPaused : text.isDisabled}</Note>}
      <FactList
        facts={[
          [text.events, webhook.events.map((event) => text.eventWords[event]).join(', ')],
          [text.pending, number(webhook.pending)],
          [text.failed, number(webhook.failed)],
          [text.oldest, webhook.oldestPendingAt && <Time at={webhook.oldestPendingAt} />],
          [text.created, <Time key="created" at={webhook.createdAt} />],
          [text.id, <code key="id">{webhook.id}</code>],
        ]}
      />
      <Deliveries webhook={webhook} search={search} />
      {row !== undefined && (
        <DeliveryLayer
          webhookId={id}
          id={row}
          onClose={() => void navigate({ to: '/t/$tenant/webhooks/$id', params: { tenant, id }, search: asked })}
        />
      )}
    </Page>
  );
}

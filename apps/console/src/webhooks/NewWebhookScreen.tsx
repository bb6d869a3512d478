import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { components } from '../../../../clients/typescript/src/schema.generated';
import { answerOf, api } from '../api';
import { useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Page } from '../ui/Page';
import { SecretOnce } from '../ui/SecretOnce';
import { WebhookForm } from './WebhookForm';
import { words } from './words';

/** Makes a webhook; its secret is shown before one goes on to it. */
export function NewWebhookScreen() {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const [made, setMade] = useState<components['schemas']['IssuedWebhookResponse']>();
  return (
    <Page
      title={text.create}
      back={
        <Link to="/t/$tenant/webhooks" params={{ tenant }}>
          ‹ {text.back}
        </Link>
      }
    >
      <WebhookForm
        fields={{ url: '', events: ['activity.completed', 'activity.failed'], isActive: true }}
        action={text.createSubmit}
        refusal={refusalOf('POST /api/webhooks')}
        onSubmit={async (body) => setMade(await answerOf(api.POST('/api/webhooks', { params: { header }, body })))}
      />
      {made && (
        <SecretOnce
          title={text.secretTitle}
          text={text.secretText}
          secret={made.secret}
          onClose={() =>
            void navigate({ to: '/t/$tenant/webhooks/$id', params: { tenant, id: made.id }, replace: true })
          }
        />
      )}
    </Page>
  );
}

import { Link, useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../api';
import { useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenant, useTenantHeader } from '../session/tenant';
import { Page } from '../ui/Page';
import { useToast } from '../ui/Toasts';
import { CommerceForm } from './CommerceForm';
import { words } from './words';

export function NewCommerceScreen() {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <Page title={t.createTitle} back={<BackToCommerces />}>
      <CommerceForm
        action={t.createAction}
        refusal={refusalOf('POST /api/commerces')}
        onSubmit={async (body) => {
          const { id, name } = await answerOf(api.POST('/api/commerces', { params: { header }, body }));
          toast(t.createdToast(name));
          await navigate({ to: '/t/$tenant/commerces/$id', params: { tenant, id } });
        }}
      />
    </Page>
  );
}

export function BackToCommerces() {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  return (
    <Link to="/t/$tenant/commerces" params={{ tenant }}>
      ‹ {t.back}
    </Link>
  );
}

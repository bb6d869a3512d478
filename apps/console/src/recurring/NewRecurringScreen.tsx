import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { answerOf, api } from '../api';
import { useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Page } from '../ui/Page';
import { useToast } from '../ui/Toasts';
import { nameOf } from './name';
import { RecurringForm } from './RecurringForm';
import { words } from './words';

export function NewRecurringScreen() {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const toast = useToast();
  return (
    <Page
      title={text.create}
      back={
        <Link to="/t/$tenant/recurring" params={{ tenant }}>
          ‹ {text.back}
        </Link>
      }
    >
      <RecurringForm
        action={text.createAction}
        refusal={refusalOf('POST /v1/recurring')}
        onSubmit={async (body) => {
          const created = await answerOf(api.POST('/v1/recurring', { params: { header }, body }));
          toast(text.created(nameOf(created)));
          await navigate({ to: '/t/$tenant/recurring/$id', params: { tenant, id: created.id } });
        }}
      />
    </Page>
  );
}

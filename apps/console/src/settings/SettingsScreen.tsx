import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api';
import { useCountries } from '../commerces/countries';
import { useMessages, useWords } from '../i18n';
import { words as keyWords } from '../keys/words';
import { MeContext, useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { FactList } from '../ui/Facts';
import { SelectField, TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { BrowserSettings } from './BrowserSettings';
import styles from './Settings.module.css';
import { words } from './words';

type Tenant = Schemas['TenantResponse'];

/** What holds for the tenant, for this browser, and for this session. */
export function SettingsScreen() {
  const { screens } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const {
    data: tenant,
    error,
    refetch,
  } = useQuery({
    queryKey: ['tenant', header],
    queryFn: () => answerOf(api.GET('/api/tenants/me', { params: { header } })),
  });
  const mayChange = refusalOf('PATCH /api/tenants/{id}') === undefined;
  return (
    <Page title={screens.settings}>
      <Section title={t.tenant}>
        <p className={styles.lead}>
          {t.tenantText} {!mayChange && t.platformOnly}
        </p>
        {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {!tenant && !error && <Skeleton rows={5} />}
        {tenant &&
          (mayChange ? <TenantForm key={tenant.updatedAt} tenant={tenant} /> : <TenantFacts tenant={tenant} />)}
      </Section>
      <BrowserSettings />
      <Session />
    </Page>
  );
}

function TenantFacts({ tenant }: { tenant: Tenant }) {
  const t = useWords(words);
  const countries = new Map(useCountries());
  const { code, name, status, settings, createdAt } = tenant;
  const { timezone, weight, retentionDays, country } = settings;
  return (
    <FactList
      facts={[
        [t.code, <code key="code">{code}</code>],
        [t.name, name],
        [t.status, t.statuses[status]],
        [t.zone, timezone],
        [t.weight, weight],
        [t.retention, retentionDays === null ? t.asInstallation : t.days(retentionDays)],
        [t.country, country === null ? t.noCountry : (countries.get(country) ?? country)],
        [t.created, <Time key="created" at={createdAt} />],
      ]}
    />
  );
}

function TenantForm({ tenant }: { tenant: Tenant }) {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const queries = useQueryClient();
  const toast = useToast();
  const countries = useCountries();
  const { id, name, settings } = tenant;
  const form = useForm({
    defaultValues: {
      name,
      settings: {
        timezone: settings.timezone,
        weight: String(settings.weight),
        retentionDays: settings.retentionDays === null ? '' : String(settings.retentionDays),
        country: settings.country ?? '',
      },
    },
  });
  return (
    <Form
      form={form}
      action={common.save}
      onSubmit={async ({ name, settings: { timezone, weight, retentionDays, country } }) => {
        const days = orNull(retentionDays);
        const changed = {
          ...{ timezone: timezone.trim(), weight: Number(weight), country: orNull(country) },
          retentionDays: days === null ? null : Number(days),
        };
        const body = { name, settings: changed } as Schemas['ChangeTenantRequest'];
        await answerOf(api.PATCH('/api/tenants/{id}', { params: { path: { id }, header }, body }));
        await queries.invalidateQueries({ queryKey: ['me'] });
        toast(common.saved);
      }}
    >
      <TextField form={form} name="name" label={t.name} isRequired />
      <TextField
        form={form}
        name="settings.timezone"
        label={t.zone}
        help={t.zoneHelp}
        suggestions={Intl.supportedValuesOf('timeZone')}
        isRequired
      />
      <TextField form={form} name="settings.weight" label={t.weight} help={t.weightHelp} type="number" isRequired />
      <TextField form={form} name="settings.retentionDays" label={t.retention} help={t.retentionHelp} type="number" />
      <SelectField
        form={form}
        name="settings.country"
        label={t.country}
        help={t.countryHelp}
        options={[['', t.noCountry], ...countries]}
      />
    </Form>
  );
}

function Session() {
  const t = useWords(words);
  const { permissionTexts } = useWords(keyWords);
  const me = useContext(MeContext);
  if (!me) return null;
  const { actor, isPlatform, permissions, expiresAt } = me;
  return (
    <Section title={t.session}>
      <FactList
        facts={[
          [t.actor, <code key="actor">{actor}</code>],
          [t.ends, expiresAt && <Time at={expiresAt} />],
          [
            t.permissions,
            isPlatform ? (
              t.platform
            ) : (
              <ul key="permissions">
                {permissions.map((one) => (
                  <li key={one}>{permissionTexts[one]}</li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </Section>
  );
}

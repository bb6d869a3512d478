import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAddress } from '../address';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useSignOut } from '../session/sign-out';
import { Mark } from '../shell/Mark';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Empty } from '../ui/Empty';
import { TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { List } from '../ui/List';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import type { Column } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { type Tenant, useTenants, useTenantStats } from './queries';
import styles from './Tenants.module.css';
import { words } from './words';

/** For the platform key, which is of no tenant: how each of them stands, and the way into it. */
export function TenantsScreen() {
  const { errors, signIn } = useMessages();
  const t = useWords(words);
  const { language } = usePreferences();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [search, change] = useAddress();
  const query = useTenants(search);
  const stats = useTenantStats(search);
  const [pausing, setPausing] = useState<Tenant>();
  const [isCreating, setCreating] = useState(false);
  const setStatus = ({ id }: Tenant, status: Tenant['status']) =>
    act(async () => answerOf(api.PATCH('/api/tenants/{id}', { params: { path: { id } }, body: { status } })));
  const pause = async (tenant: Tenant) => {
    if (!(await setStatus(tenant, 'PAUSED'))) return;
    toast(t.paused(tenant.name));
    setPausing(undefined);
  };
  const resume = async (tenant: Tenant) => {
    if (await setStatus(tenant, 'ACTIVE')) toast(t.resumed(tenant.name));
  };
  const number = (n: number | undefined) => n?.toLocaleString(language);
  const columns: Column<Tenant>[] = [
    {
      title: t.name,
      cell: ({ code, name }) => (
        <Link data-row to="/t/$tenant" params={{ tenant: code }}>
          {name}
        </Link>
      ),
      full: ({ name }) => name,
    },
    { title: t.code, width: '22%', cell: ({ code }) => <code>{code}</code>, full: ({ code }) => code },
    {
      title: t.status,
      width: '96px',
      cell: ({ status }) => (
        <span className={status === 'PAUSED' ? styles.paused : undefined}>{t.statuses[status]}</span>
      ),
    },
    { title: t.open, width: '88px', isNumber: true, cell: ({ id }) => number(stats.byId.get(id)?.open) },
    {
      title: t.oldestDue,
      width: '128px',
      isNumber: true,
      cell: ({ id }) => {
        const since = stats.byId.get(id)?.oldestDueSince;
        return since && <Time at={since} />;
      },
    },
    { title: t.failed, width: '104px', isNumber: true, cell: ({ id }) => number(stats.byId.get(id)?.failed24h) },
    { title: t.keys, width: '72px', isNumber: true, cell: ({ id }) => number(stats.byId.get(id)?.keys) },
    {
      title: t.actions,
      width: '112px',
      isNumber: true,
      cell: (tenant) =>
        tenant.status === 'PAUSED' ? (
          <Button
            kind="quiet"
            className={styles.action}
            aria-label={t.resumeOf(tenant.name)}
            disabled={isBusy}
            onClick={() => void resume(tenant)}
          >
            {t.resume}
          </Button>
        ) : (
          <Button
            kind="quiet"
            className={styles.action}
            aria-label={t.pauseOf(tenant.name)}
            onClick={() => setPausing(tenant)}
          >
            {t.pause}
          </Button>
        ),
    },
  ];
  return (
    <main className={styles.platform}>
      <div className={styles.head}>
        <Mark />
        <Button kind="quiet" onClick={() => void signOut()}>
          {signIn.out}
        </Button>
      </div>
      <Page
        title={t.title}
        actions={
          <Button kind="primary" onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        }
      >
        <p className={styles.lead}>{t.lead}</p>
        {stats.error && !query.error && <ProblemNote error={stats.error} onRetry={() => void stats.refetch()} />}
        {failure !== undefined && !pausing && <ProblemNote error={failure} title={errors.action} />}
        <List
          query={query}
          caption={t.caption}
          columns={columns}
          idOf={({ id }) => id}
          onOpen={({ code }) => void navigate({ to: '/t/$tenant', params: { tenant: code } })}
          minWidth={960}
          empty={
            <Empty title={t.nothingYet}>
              <p>{t.nothingYetText}</p>
            </Empty>
          }
          pages={{ search, onChange: change }}
        />
      </Page>
      <Confirm
        key={pausing?.id}
        title={t.pauseTitle(pausing?.name ?? '')}
        text={t.pauseText}
        action={t.pauseAction}
        typed={pausing?.code}
        isOpen={pausing !== undefined}
        isBusy={isBusy}
        onClose={() => setPausing(undefined)}
        onConfirm={() => void (pausing && pause(pausing))}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
      <Layer title={t.createTitle} isOpen={isCreating} onClose={() => setCreating(false)}>
        <NewTenant onMade={() => setCreating(false)} />
      </Layer>
    </main>
  );
}

function NewTenant({ onMade }: { onMade: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({ defaultValues: { code: '', name: '', settings: { timezone: 'UTC' } } });
  return (
    <Form
      form={form}
      action={t.createAction}
      onSubmit={async (body) => {
        const { name } = await answerOf(api.POST('/api/tenants', { body }));
        toast(t.createdToast(name));
        onMade();
      }}
    >
      <TextField form={form} name="name" label={t.name} isRequired />
      <TextField form={form} name="code" label={t.code} help={t.codeHelp} isRequired isCode />
      <TextField
        form={form}
        name="settings.timezone"
        label={t.zone}
        suggestions={Intl.supportedValuesOf('timeZone')}
        isRequired
      />
    </Form>
  );
}

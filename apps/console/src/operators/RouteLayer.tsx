import { type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { ROUTE_ROLES, type RouteRole } from '../../../../libs/vocabulary/src';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { RemoveButton } from '../ui/RemoveButton';
import { useToast } from '../ui/Toasts';
import { OpenTasks } from './OpenTasks';
import { type Route, useOperators, useRouteOf } from './queries';
import styles from './Routes.module.css';
import { RowLayer } from './RowLayer';
import { words } from './words';

/** A route to read, change and delete, with who is on it; `new`: one to be made; without a row nothing is shown. */
export function RouteLayer({ row, onClose }: { row: string | undefined; onClose: () => void }) {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const query = useRouteOf(row === 'new' ? undefined : row);
  const save = (call: (body: RouteBody) => Promise<unknown>) => async (body: RouteBody) => {
    await call(body);
    toast(common.saved);
    onClose();
  };
  return (
    <RowLayer row={row} query={query} newTitle={t.createRoute} onClose={onClose}>
      {(route) => {
        if (!route) {
          return (
            <RouteForm
              action={t.createRouteAction}
              refusal={refusalOf('POST /api/routes')}
              onSubmit={save((body) => answerOf(api.POST('/api/routes', { params: { header }, body })))}
            />
          );
        }
        const params = { path: { id: route.id }, header };
        return (
          <>
            <OpenTasks of={{ routeId: route.id }} />
            <RouteForm
              key={route.updatedAt}
              route={route}
              action={common.save}
              refusal={refusalOf('PATCH /api/routes/{id}')}
              onSubmit={save((body) => answerOf(api.PATCH('/api/routes/{id}', { params, body })))}
              buttons={
                <RemoveButton
                  kind="danger"
                  title={t.removeTitle(route.name)}
                  text={t.removeText}
                  refusal={refusalOf('DELETE /api/routes/{id}')}
                  remove={() => answerOf(api.DELETE('/api/routes/{id}', { params }))}
                  onRemoved={() => {
                    toast(t.removed(route.name));
                    onClose();
                  }}
                />
              }
            />
            <OnRoute route={route} />
          </>
        );
      }}
    </RowLayer>
  );
}

type RouteBody = Schemas['CreateRouteRequest'];

interface RouteFormProps {
  route?: Route;
  action: string;
  refusal: string | undefined;
  onSubmit: (body: RouteBody) => Promise<unknown>;
  buttons?: ReactNode;
}

function RouteForm({ route, action, refusal, onSubmit, buttons }: RouteFormProps) {
  const t = useWords(words);
  const form = useForm({
    defaultValues: {
      name: route?.name ?? '',
      externalId: route?.externalId ?? '',
      isActive: route?.isActive ?? true,
    },
  });
  return (
    <Form form={form} action={action} refusal={refusal} buttons={buttons} onSubmit={onSubmit}>
      <TextField form={form} name="name" label={t.name} isRequired />
      <TextField form={form} name="externalId" label={t.externalId} isRequired isCode />
      <CheckField form={form} name="isActive" label={t.active} />
    </Form>
  );
}

/** Who is on the route, and who else may be put there: the newest 100 of those in use. */
function OnRoute({ route }: { route: Route }) {
  const { errors } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const { data: operators } = useOperators({ isActive: 'true', perPage: '100' });
  const form = useForm({ defaultValues: { operatorId: '', role: 'MEMBER' as RouteRole } });
  const path = { id: route.id };
  const takeOff = (operatorId: string, name: string) =>
    act(async () => {
      const params = { path: { ...path, operatorId }, header };
      await answerOf(api.DELETE('/api/routes/{id}/operators/{operatorId}', { params }));
      toast(t.tookOff(name));
    });
  return (
    <Section title={t.onRoute(route.operators.length)}>
      {route.operators.length === 0 && <p>{t.nobodyOnRoute}</p>}
      <ul className={styles.operators}>
        {route.operators.map(({ operatorId, role, operator }) => (
          <li key={operatorId}>
            <span>
              {operator.name} <span className={styles.dim}>{t.roles[role]}</span>
            </span>
            <Button
              kind="quiet"
              aria-label={t.takeOff(operator.name)}
              disabled={isBusy}
              refusal={refusalOf('DELETE /api/routes/{id}/operators/{operatorId}')}
              onClick={() => void takeOff(operatorId, operator.name)}
            >
              {t.takeOffShort}
            </Button>
          </li>
        ))}
      </ul>
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      <Form
        form={form}
        action={t.assign}
        refusal={refusalOf('POST /api/routes/{id}/operators')}
        onSubmit={async (body) => {
          const { operator } = await answerOf(
            api.POST('/api/routes/{id}/operators', { params: { path, header }, body }),
          );
          toast(t.assigned(operator.name));
          form.reset();
        }}
      >
        <SelectField
          form={form}
          name="operatorId"
          label={t.operator}
          isRequired
          options={[
            ['', t.chooseOperator],
            ...(operators?.data ?? []).map(({ id, name }): [string, string] => [id, name]),
          ]}
        />
        <SelectField
          form={form}
          name="role"
          label={t.role}
          isRequired
          options={ROUTE_ROLES.map((role) => [role, t.roles[role]])}
        />
      </Form>
    </Section>
  );
}

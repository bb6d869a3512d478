import { Link, useNavigate } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { useForm } from 'react-hook-form';
import { PERMISSIONS, PLATFORM_PERMISSION } from '../../../../libs/tenants/src/permissions';
import { type Channel, CHANNELS } from '../../../../libs/vocabulary/src';
import { useAccountList } from '../activities/queries';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { MeContext, useRefusal } from '../session/me';
import { useTenant, useTenantHeader } from '../session/tenant';
import { ChecksField, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Page } from '../ui/Page';
import { SecretOnce } from '../ui/SecretOnce';
import { permissionsOf, type Role } from './roles';
import { words } from './words';

const dayMs = 86_400_000;

/** Makes a key with a role's permissions or others, bound to a part of the tenant, and shows its text this once. */
export function NewKeyScreen() {
  const { channels: channelNames } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const me = useContext(MeContext);
  const accounts = useAccountList();
  const [made, setMade] = useState<Schemas['CreatedApiKeyResponse']>();
  const given = PERMISSIONS.filter((one) => one !== PLATFORM_PERMISSION && me?.permissions.includes(one));
  const form = useForm({
    defaultValues: {
      name: '',
      role: 'viewer' as Role | 'own',
      permissions: given.filter((one) => permissionsOf('viewer').includes(one)),
      channels: [] as Channel[],
      dispatchConfigIds: [] as string[],
      allowCidrs: '',
      lifetime: '',
    },
  });
  const chooseRole = (role: Role | 'own') => {
    if (role === 'own') return;
    form.setValue(
      'permissions',
      given.filter((one) => permissionsOf(role).includes(one)),
    );
  };
  return (
    <Page title={t.createTitle} back={<BackToKeys />}>
      <Form
        form={form}
        action={t.createAction}
        refusal={refusalOf('POST /api/api-keys')}
        fieldOf={(field) => (field === 'expiresAt' ? 'lifetime' : field.replace(/\.\d+$/, ''))}
        onSubmit={async ({ name, permissions, channels, dispatchConfigIds, allowCidrs, lifetime }) => {
          const networks = allowCidrs.split(/\s+/).filter(Boolean);
          const body = {
            ...{ name, permissions },
            ...(channels.length > 0 && { channels }),
            ...(dispatchConfigIds.length > 0 && { dispatchConfigIds }),
            ...(networks.length > 0 && { allowCidrs: networks }),
            ...(lifetime !== '' && { expiresAt: new Date(Date.now() + Number(lifetime) * dayMs).toISOString() }),
          };
          setMade(await answerOf(api.POST('/api/api-keys', { params: { header }, body })));
        }}
      >
        <TextField form={form} name="name" label={t.name} help={t.nameHelp} isRequired />
        <SelectField
          form={form}
          name="role"
          label={t.role}
          help={t.roleHelp}
          isRequired
          options={Object.entries(t.roles)}
          rules={{ onChange: ({ target }: { target: { value: Role | 'own' } }) => chooseRole(target.value) }}
        />
        <ChecksField
          form={form}
          name="permissions"
          label={t.permissions}
          help={t.permissionsHelp}
          options={given.map((one) => [one, t.permissionTexts[one]])}
        />
        <SelectField
          form={form}
          name="lifetime"
          label={t.expires}
          help={t.expiresHelp}
          isRequired
          options={[['', t.asOwn], ...Object.entries(t.lifetimes)]}
        />
        <ChecksField
          form={form}
          name="channels"
          label={t.channels}
          help={t.channelsHelp}
          options={CHANNELS.map((channel) => [channel, channelNames[channel]])}
        />
        {accounts.length > 0 && (
          <ChecksField
            form={form}
            name="dispatchConfigIds"
            label={t.accounts}
            help={t.accountsHelp}
            options={accounts.map(({ id, name }) => [id, name])}
          />
        )}
        <TextField form={form} name="allowCidrs" label={t.networks} help={t.networksHelp} lines={3} isCode />
      </Form>
      {made && (
        <SecretOnce
          title={t.onceTitle(made.name)}
          text={t.onceText}
          secret={made.plaintextKey}
          onClose={() => void navigate({ to: '/t/$tenant/keys', params: { tenant } })}
        />
      )}
    </Page>
  );
}

export function BackToKeys() {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  return (
    <Link to="/t/$tenant/keys" params={{ tenant }}>
      ‹ {t.back}
    </Link>
  );
}

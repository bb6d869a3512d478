import { useFieldArray, useForm } from 'react-hook-form';
import {
  type Channel,
  CHANNELS,
  COMMERCE_USER_ROLES,
  TARGET_CRITERIA,
  TARGET_STRATEGIES,
  type TargetCriterionType,
} from '../../../../libs/vocabulary/src';
import type { Schemas } from '../api';
import { peopleWords } from '../commerces/people-words';
import { useMessages, useWords } from '../i18n';
import { Button } from '../ui/Button';
import { CheckField, ChecksField, SelectField, TextField } from '../ui/Field';
import fieldStyles from '../ui/Field.module.css';
import { Form } from '../ui/Form';
import type { Targets } from './queries';
import styles from './Resolution.module.css';
import { words } from './words';

interface TargetFormProps {
  targets: Targets | undefined;
  action: string;
  onSubmit: (body: Schemas['CreateTargetResolutionConfigRequest']) => Promise<unknown>;
}

interface CriterionValues {
  type: TargetCriterionType;
  role: (typeof COMMERCE_USER_ROLES)[number];
  withinDays: string;
}

const usualCriterion: CriterionValues = { type: 'ROLE_MATCH', role: 'ORDERS', withinDays: '' };

/** Whom to look for: criteria in their order, and who else. */
export function TargetForm({ targets, action, onSubmit }: TargetFormProps) {
  const { channels: channelNames } = useMessages();
  const t = useWords(words);
  const { roles } = useWords(peopleWords);
  const form = useForm({
    defaultValues: {
      strategy: targets?.strategy ?? 'ON_CREATION',
      priority: String(targets?.priority ?? 0),
      channels: targets?.channels ?? ([] as Channel[]),
      criteria: [...(targets?.criteria ?? [])]
        .sort((one, other) => one.priority - other.priority)
        .map(({ type, config }) => ({
          ...{ ...usualCriterion, type, withinDays: String(config.withinDays ?? '') },
          ...(config.role && { role: config.role }),
        })),
      fallbackToCommerceRep: targets?.fallbackToCommerceRep ?? true,
      fallbackToOwner: targets?.fallbackToOwner ?? true,
      isActive: targets?.isActive ?? true,
    },
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'criteria' });
  const types = form.watch('criteria').map(({ type }) => type);
  return (
    <Form
      form={form}
      action={action}
      fieldOf={(field) => field.replace(/\.config\./, '.')}
      onSubmit={({ priority, channels, criteria, ...rest }) =>
        onSubmit({
          ...rest,
          priority: Number(priority),
          channels: channels.length > 0 ? channels : null,
          criteria: criteria.map(({ type, role, withinDays }) => ({
            type,
            config:
              type === 'ROLE_MATCH' ? { role } : withinDays.trim() === '' ? {} : { withinDays: Number(withinDays) },
          })),
        })
      }
    >
      <SelectField
        form={form}
        name="strategy"
        label={t.when}
        isRequired
        options={TARGET_STRATEGIES.map((one) => [one, t.strategies[one]])}
      />
      <fieldset className={fieldStyles.set}>
        <legend className={fieldStyles.legend}>{t.criteria}</legend>
        {fields.map(({ id }, index) => (
          <div key={id} className={styles.criterion}>
            <SelectField
              form={form}
              name={`criteria.${index}.type`}
              label={t.criterion(index + 1)}
              isRequired
              options={TARGET_CRITERIA.map((type) => [type, t.criterionTypes[type]])}
            />
            {types[index] === 'ROLE_MATCH' ? (
              <SelectField
                form={form}
                name={`criteria.${index}.role`}
                label={t.criterionRole}
                isRequired
                options={COMMERCE_USER_ROLES.map((role) => [role, roles[role]])}
              />
            ) : (
              <TextField form={form} name={`criteria.${index}.withinDays`} label={t.withinDays} type="number" />
            )}
            <Button kind="quiet" onClick={() => remove(index)}>
              {t.removeCriterion(index + 1)}
            </Button>
          </div>
        ))}
        <div>
          <Button onClick={() => append(usualCriterion)}>{t.addCriterion}</Button>
        </div>
      </fieldset>
      <CheckField form={form} name="fallbackToCommerceRep" label={t.fallbackToRep} />
      <CheckField form={form} name="fallbackToOwner" label={t.fallbackToOwner} />
      <ChecksField
        form={form}
        name="channels"
        label={t.channels}
        help={t.channelsHelp}
        options={CHANNELS.map((channel) => [channel, channelNames[channel]])}
      />
      <TextField form={form} name="priority" label={t.order} help={t.orderHelp} type="number" isRequired />
      <CheckField form={form} name="isActive" label={t.active} />
    </Form>
  );
}

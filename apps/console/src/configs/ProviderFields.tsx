import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { type Control, type FieldError, get, useFieldArray, type UseFormReturn } from 'react-hook-form';
import type { FieldDefinition } from '../api';
import { useMessages, useWords } from '../i18n';
import { Button } from '../ui/Button';
import { CheckField, SelectField, TextField } from '../ui/Field';
import styles from './Configs.module.css';
import { type ConfigValues, type Entry, textOf } from './fields';
import { words as allWords } from './words';

interface ProviderFieldProps {
  form: UseFormReturn<ConfigValues>;
  part: 'credentials' | 'settings';
  field: FieldDefinition;
}

/** The fields that a definition has, those of a group together; what a provider says of them is in English. */
export function ProviderFields({ fields, ...rest }: Omit<ProviderFieldProps, 'field'> & { fields: FieldDefinition[] }) {
  const groups = [...new Set(fields.map(({ group }) => group))];
  return (
    <div lang="en" className={styles.fields}>
      {groups.map((group) => {
        const members = fields.filter((field) => field.group === group);
        const drawn = members.map((field) => <ProviderField key={field.key} field={field} {...rest} />);
        if (group === null) return drawn;
        return (
          <fieldset key={group} className={styles.group}>
            <legend>{group}</legend>
            {drawn}
          </fieldset>
        );
      })}
    </div>
  );
}

function ProviderField({ form, part, field }: ProviderFieldProps) {
  const words = useWords(allWords);
  const { key, label, type, required: isRequired, secret, isTemplate } = field;
  const help =
    [
      field.description,
      field.help,
      type === 'string[]' && words.onePerLine,
      isTemplate && `${words.template}.`,
      field.decidesDestination && words.elsewhere,
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  const usual = textOf(field.default);
  const common = { form, name: `${part}.${key}` as const, label, help, isRequired };
  const placeholder = usual === '' ? undefined : usual;
  switch (type) {
    case 'boolean':
      return <CheckField {...common} />;
    case 'enum': {
      const none: [string, string] = ['', usual === '' ? words.unset : words.usual(usual)];
      const options = field.options.map((option): [string, string] => [option, option]);
      return <SelectField {...common} options={isRequired && usual === '' ? options : [none, ...options]} />;
    }
    case 'map':
      return <MapField {...common} />;
    case 'integer':
    case 'number':
      return <TextField {...common} type="number" placeholder={placeholder} />;
    case 'text':
      return <TextField {...common} lines={secret ? 6 : 4} isCode={isTemplate || secret} placeholder={placeholder} />;
    case 'string[]':
      return <TextField {...common} lines={3} isCode={isTemplate} placeholder={placeholder} />;
    case 'string':
      return (
        <TextField {...common} type={secret ? 'password' : 'text'} isCode={isTemplate} placeholder={placeholder} />
      );
  }
}

interface MapFieldProps {
  form: UseFormReturn<ConfigValues>;
  name: `${'credentials' | 'settings'}.${string}`;
  label: string;
  help: string | undefined;
  isRequired: boolean;
}

/** Names with their values, a row each. */
function MapField({ form, name, label, help, isRequired }: MapFieldProps) {
  const words = useWords(allWords);
  const { common } = useMessages();
  const id = useId();
  // A map among fields of other kinds, as the list of entries that it is.
  const control = form.control as unknown as Control<{ map: Entry[] }>;
  const { fields, append, remove } = useFieldArray<{ map: Entry[] }, 'map'>({ control, name: name as 'map' });
  const problemOf = (place: string) => {
    const error: FieldError | undefined = get(form.formState.errors, place);
    return error?.message;
  };
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={help === undefined ? undefined : `${id}-help`}
      className={styles.entries}
    >
      <p id={id} className={styles.label}>
        {label} {!isRequired && <span>{common.optional}</span>}
      </p>
      {fields.map((field, index) => {
        const problem = problemOf(`${name}.${index}.value`);
        return (
          <div key={field.id}>
            <div className={styles.entry}>
              <input
                aria-label={words.entryName(label, index + 1)}
                autoComplete="off"
                spellCheck={false}
                {...form.register(`${name}.${index}.name`)}
              />
              <input
                aria-label={words.entryValue(label, index + 1)}
                aria-invalid={problem !== undefined}
                autoComplete="off"
                spellCheck={false}
                {...form.register(`${name}.${index}.value`)}
              />
              <Button
                kind="quiet"
                className={styles.button}
                aria-label={words.removeEntry(label, index + 1)}
                title={common.remove}
                onClick={() => remove(index)}
              >
                <Trash2 size={16} aria-hidden />
              </Button>
            </div>
            {problem !== undefined && <p className={styles.problem}>{problem}</p>}
          </div>
        );
      })}
      {problemOf(name) !== undefined && <p className={styles.problem}>{problemOf(name)}</p>}
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      <div className={styles.row}>
        <Button aria-label={words.addEntry(label)} onClick={() => append({ name: '', value: '' })}>
          {common.add}
        </Button>
      </div>
    </div>
  );
}

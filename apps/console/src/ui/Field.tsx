import { type ReactNode, useId } from 'react';
import type { FieldError, FieldPath, FieldValues, RegisterOptions, UseFormReturn } from 'react-hook-form';
import { get } from 'react-hook-form';
import { useMessages } from '../i18n';
import styles from './Field.module.css';

export interface FieldProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: FieldPath<Values>;
  label: string;
  help?: ReactNode;
  isRequired?: boolean;
  rules?: RegisterOptions<Values, FieldPath<Values>>;
}

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  type?: 'text' | 'number' | 'password' | 'email' | 'url' | 'datetime-local' | 'date' | 'time' | 'search';
  placeholder?: string | undefined;
  /** More than one makes it a field of several lines. */
  lines?: number;
  /** Whether it holds code, ids or JSON. */
  isCode?: boolean;
  /** What may be chosen while one types. */
  suggestions?: string[];
}

/** A field of a line or of several; what is not required says so. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { form, name, type = 'text', placeholder, lines = 1, isCode = false, isRequired = false, suggestions } = props;
  const { id, described, frame } = useFrame(props);
  const list = suggestions && `${id}-list`;
  const common = {
    id,
    placeholder,
    autoComplete: 'off',
    spellCheck: isCode ? false : undefined,
    required: isRequired,
    ...described,
    ...form.register(name, props.rules),
  };
  return frame(
    <>
      {lines > 1 ? <textarea rows={lines} {...common} /> : <input type={type} list={list} step="any" {...common} />}
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>,
    isCode,
  );
}

interface SelectFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: [value: string, text: string][];
}

export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { form, name, options, isRequired = false } = props;
  const { id, described, frame } = useFrame(props);
  return frame(
    <select id={id} required={isRequired} {...described} {...form.register(name, props.rules)}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>,
  );
}

export function CheckField<Values extends FieldValues>({ form, name, label, help }: FieldProps<Values>) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        {...form.register(name)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {help !== undefined && (
          <p id={`${id}-help`} className={styles.help}>
            {help}
          </p>
        )}
      </div>
    </div>
  );
}

/** Several of a few. The form holds an array. */
export function ChecksField<Values extends FieldValues>({
  form,
  name,
  label,
  help,
  options,
}: SelectFieldProps<Values>) {
  const problem = useProblem(form, name);
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{label}</legend>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      {options.map(([value, text]) => (
        <label key={value} className={styles.check}>
          <input type="checkbox" value={value} {...form.register(name)} />
          {text}
        </label>
      ))}
      {problem && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  );
}

function useProblem<Values extends FieldValues>(form: UseFormReturn<Values>, name: FieldPath<Values>) {
  const error: FieldError | undefined = get(form.formState.errors, name);
  return error?.message;
}

/** The label, the help and the problem of a field, tied to it for who hears them. */
export function useFrame<Values extends FieldValues>({
  form,
  name,
  label,
  help,
  isRequired = false,
}: FieldProps<Values>) {
  const { common } = useMessages();
  const id = useId();
  const problem = useProblem(form, name);
  const described = {
    'aria-invalid': problem !== undefined,
    'aria-describedby':
      [help === undefined ? '' : `${id}-help`, problem === undefined ? '' : `${id}-problem`].join(' ').trim() ||
      undefined,
  };
  const frame = (control: ReactNode, isCode = false) => (
    <div className={`${styles.field} ${isCode ? styles.code : ''}`}>
      <label htmlFor={id}>
        {label} {!isRequired && <span>{common.optional}</span>}
      </label>
      {control}
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
  return { id, described, frame };
}

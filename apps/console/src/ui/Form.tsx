import type { ReactNode } from 'react';
import { type FieldPath, type FieldValues, get, type UseFormReturn } from 'react-hook-form';
import { ApiError } from '../api';
import { useMessages } from '../i18n';
import { useAct } from './act';
import { Button } from './Button';
import styles from './Field.module.css';
import { ProblemNote } from './Problem';

interface FormProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  /** Calls the api. @throws ApiError what it refused: shown at the fields that it names, else above the buttons */
  onSubmit: (values: Values) => Promise<unknown>;
  /** The verb. */
  action: string;
  /** The name in this form of a field that the api names, where it is another. */
  fieldOf?: (apiField: string) => string;
  /** Why it cannot be pressed. */
  refusal?: string | undefined;
  /** Further buttons. */
  buttons?: ReactNode;
  children: ReactNode;
}

/** Fields and the one button that sends them. What was typed stays when it is refused. */
export function Form<Values extends FieldValues>(props: FormProps<Values>) {
  const { form, onSubmit, action, fieldOf = (field) => field, refusal, buttons, children } = props;
  const { errors } = useMessages();
  const { isBusy, failure, act } = useAct();
  const submit = form.handleSubmit(async (values) => {
    await act(async () => {
      try {
        await onSubmit(values);
      } catch (error) {
        tellFields(form, error, fieldOf);
        throw error;
      }
    });
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        form.clearErrors(); // what was refused before is no reason not to ask again
        void submit(event);
      }}
    >
      {children}
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={isBusy} refusal={refusal}>
          {action}
        </Button>
        {buttons}
      </div>
    </form>
  );
}

/** Puts what the api says of a field to that field, and the focus into the first. */
export function tellFields<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  fieldOf: (apiField: string) => string,
): void {
  const details = error instanceof ApiError ? error.problem.details : undefined;
  if (!Array.isArray(details)) return;
  const told = details
    .map(({ field, message }) => ({ name: fieldOf(field), message }))
    .filter(({ name }) => get(form.getValues(), name) !== undefined);
  for (const [index, { name, message }] of told.entries()) {
    form.setError(name as FieldPath<Values>, { type: 'server', message }, { shouldFocus: index === 0 });
  }
}

/** What a field that may be left empty says. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

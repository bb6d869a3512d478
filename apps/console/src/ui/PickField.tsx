import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { useMessages } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { type FieldProps, useFrame } from './Field';
import styles from './Field.module.css';
import { useSettled } from './settled';

/** One of many, as a form holds it. */
export interface Choice {
  id: string;
  name: string;
  /** Tells it from others of its name. */
  note?: string;
}

interface PickFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Of what it is one: what was found for a text is kept under this name. */
  kind: string;
  /** @throws ApiError */
  find: (text: string) => Promise<Choice[]>;
}

/** One of more than a list could show, found by what is typed. The form holds a `Choice`, or null. */
export function PickField<Values extends FieldValues>(props: PickFieldProps<Values>) {
  const { form, name, kind, find, isRequired = false } = props;
  const { common, errors } = useMessages();
  const header = useTenantHeader();
  const { field } = useController({ control: form.control, name });
  const value = field.value as Choice | null;
  const { id, described, frame } = useFrame(props);
  const [text, setText] = useState(value?.name ?? '');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim(), 200);
  const {
    data: found = [],
    error,
    isPlaceholderData,
  } = useQuery({
    queryKey: ['pick', kind, header, asked],
    queryFn: () => find(asked),
    enabled: isOpen,
    placeholderData: keepPreviousData,
    retry: false,
  });
  /** Whether the list is that of the text, not of what was typed before. */
  const isCurrent = asked === text.trim() && !isPlaceholderData;
  const input = useRef<HTMLInputElement>(null);
  const refusal = text !== '' && value === null ? common.choose : '';
  useEffect(() => input.current?.setCustomValidity(refusal), [refusal]);
  useEffect(() => {
    if (value) setText(value.name);
  }, [value]);

  const pick = (choice: Choice) => {
    field.onChange(choice);
    setText(choice.name);
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = found[at];
    if (by !== undefined) {
      setOpen(true);
      if (isOpen) setAt((at + by + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter' && isOpen && choice) {
      // The first of the list is not yet the first for what was typed.
      if (isCurrent) pick(choice);
    } else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isListed = isOpen && found.length > 0;
  return frame(
    <div className={styles.pick}>
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={isListed ? `${id}-found` : undefined}
        aria-activedescendant={isListed ? `${id}-${at}` : undefined}
        required={isRequired}
        {...described}
        ref={(element) => {
          input.current = element;
          field.ref(element);
        }}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
          setOpen(true);
          field.onChange(null);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          setOpen(false);
          field.onBlur();
        }}
      />
      {value?.note !== undefined && !isOpen && <code className={styles.note}>{value.note}</code>}
      {isListed && (
        <ul id={`${id}-found`} role="listbox" aria-label={props.label} aria-busy={!isCurrent} className={styles.found}>
          {found.map((choice, index) => (
            <li
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // The focus stays in the field, which otherwise would close the list before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
            >
              {choice.name} {choice.note !== undefined && <code>{choice.note}</code>}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={styles.help}>
        {isOpen && error !== null && `${errors.title}: ${error.message}`}
        {isOpen && !error && found.length === 0 && isCurrent && asked !== '' && common.nothingFound}
      </p>
    </div>,
  );
}

import { useEffect, useRef, useState } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { useMessages } from '../i18n';
import { useZone } from '../time';
import { instantsOf, localTime } from '../time-zone';
import { type FieldProps, useFrame } from './Field';
import styles from './Field.module.css';

/**
 * A time in the zone that is shown. The form holds the instant as ISO, empty without one. A time that clocks do not show is
 * refused, one that they show twice is asked for.
 */
export function TimeField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { form, name, isRequired = false } = props;
  const { common } = useMessages();
  const zone = useZone();
  const { field } = useController({ control: form.control, name });
  const { id, described, frame } = useFrame({ ...props, label: common.inZone(props.label, zone) });
  const [local, setLocal] = useState(() => (field.value ? localTime(new Date(String(field.value)), zone) : ''));
  const input = useRef<HTMLInputElement>(null);
  const instants = instantsOf(local, zone).map((instant) => instant.toISOString());
  const refusal = local !== '' && instants.length === 0 ? common.noSuchTime : '';
  useEffect(() => input.current?.setCustomValidity(refusal), [refusal]);
  const change = (to: string) => {
    setLocal(to);
    field.onChange(instantsOf(to, zone)[0]?.toISOString() ?? '');
  };
  return (
    <>
      {frame(
        <>
          <input
            id={id}
            type="datetime-local"
            required={isRequired}
            {...described}
            ref={(element) => {
              input.current = element;
              field.ref(element);
            }}
            value={local}
            onChange={({ target }) => change(target.value)}
            onBlur={field.onBlur}
          />
          <p className={styles.problem} role="status">
            {refusal}
          </p>
        </>,
      )}
      {instants.length > 1 && (
        <fieldset className={styles.set}>
          <legend className={styles.legend}>{common.whichTime}</legend>
          {instants.map((instant) => (
            <label key={instant} className={styles.check}>
              <input
                type="radio"
                name={`${id}-which`}
                checked={field.value === instant}
                onChange={() => field.onChange(instant)}
              />
              <code>{instant}</code>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

import { type FormEvent, useState } from 'react';
import type { ActivityDetail } from '../api';
import { useMessages } from '../i18n';
import { useZone } from '../time';
import { instantsOf, localTime } from '../time-zone';
import { Button } from '../ui/Button';
import { Layer } from '../ui/Layer';
import styles from './Activity.module.css';

interface PutOffProps {
  activity: ActivityDetail;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  /** @param at ISO instant */
  onPutOff: (at: string) => void;
}

/** Asks for another time, in the zone that is shown; one that clocks show twice is asked for. */
export function PutOff({ activity, isOpen, isBusy, onClose, onPutOff }: PutOffProps) {
  const { common, detail } = useMessages();
  const words = detail.actions;
  const zone = useZone();
  const [local, setLocal] = useState(() => localTime(new Date(activity.scheduledAt), zone));
  const instants = instantsOf(local, zone);
  const [chosen, setChosen] = useState(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const instant = instants[chosen] ?? instants[0];
    if (instant) onPutOff(instant.toISOString());
  };
  return (
    <Layer title={words.putOffTitle(activity.reason)} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <label htmlFor="put-off">{words.putOffWhen(zone)}</label>
        <input
          id="put-off"
          type="datetime-local"
          className={styles.field}
          required
          value={local}
          aria-describedby="put-off-problem"
          onChange={(event) => setLocal(event.target.value)}
        />
        <p id="put-off-problem" className={styles.problem} role="status">
          {local !== '' && instants.length === 0 && words.noSuchTime}
        </p>
        {instants.length > 1 && (
          <fieldset className={styles.which}>
            <legend>{words.whichTime}</legend>
            {instants.map((instant, index) => (
              <label key={instant.toISOString()}>
                <input type="radio" name="which" checked={chosen === index} onChange={() => setChosen(index)} />
                <code>{instant.toISOString()}</code>
              </label>
            ))}
          </fieldset>
        )}
        <div className={styles.answers}>
          <Button onClick={onClose}>{common.close}</Button>
          <Button kind="primary" type="submit" disabled={isBusy || instants.length === 0}>
            {words.putOffSubmit}
          </Button>
        </div>
      </form>
    </Layer>
  );
}

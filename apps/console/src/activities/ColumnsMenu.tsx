import { Popover } from 'radix-ui';
import { useWords } from '../i18n';
import { setPreferences, usePreferences } from '../preferences';
import { Button } from '../ui/Button';
import styles from './Activities.module.css';
import { chosenColumns, columnNames } from './optional-columns';
import { words } from './words';

/** Which columns the list has besides its usual ones. */
export function ColumnsMenu() {
  const text = useWords(words);
  const chosen = chosenColumns(usePreferences());
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button kind="quiet">{text.columns}</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.popover} align="end" aria-label={text.columns}>
          <fieldset className={styles.options}>
            <legend className="visually-hidden">{text.columns}</legend>
            {columnNames.map((name) => (
              <label key={name} className={styles.option}>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={({ target }) =>
                    setPreferences({
                      columns: target.checked ? [...chosen, name] : chosen.filter((other) => other !== name),
                    })
                  }
                />
                {text.column[name]}
              </label>
            ))}
          </fieldset>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

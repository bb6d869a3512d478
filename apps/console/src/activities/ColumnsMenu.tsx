import { useWords } from '../i18n';
import { setPreferences, usePreferences } from '../preferences';
import styles from './Activities.module.css';
import { Dropdown } from './Dropdown';
import { chosenColumns, columnNames } from './optional-columns';
import { words } from './words';

/** Which columns the list has besides its usual ones. */
export function ColumnsMenu() {
  const text = useWords(words);
  const chosen = chosenColumns(usePreferences());
  return (
    <Dropdown label={text.columns} align="end">
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
    </Dropdown>
  );
}

import { useId } from 'react';
import { useMessages, useWords } from '../i18n';
import { usePreferenceChoices } from '../preference-choices';
import { setPreferences, usePreferences } from '../preferences';
import { useTenant } from '../session/tenant';
import fieldStyles from '../ui/Field.module.css';
import { Section } from '../ui/Page';
import styles from './Settings.module.css';
import { words } from './words';

/** How the reader wants the console in this browser. What is chosen holds at once. */
export function BrowserSettings() {
  const { shell } = useMessages();
  const t = useWords(words);
  const id = useId();
  const { timezone } = useTenant();
  const preferences = usePreferences();
  return (
    <Section title={t.browser}>
      <p className={styles.lead}>{t.browserText}</p>
      <div className={fieldStyles.form}>
        {usePreferenceChoices(timezone).map(({ name, label, options }) => (
          <div key={name} className={fieldStyles.field}>
            <label htmlFor={id + name}>{label}</label>
            <select
              id={id + name}
              value={preferences[name]}
              onChange={({ target }) => setPreferences({ [name]: target.value })}
            >
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div className={fieldStyles.check}>
          <input
            id={`${id}shortcuts`}
            type="checkbox"
            aria-describedby={`${id}help`}
            checked={preferences.shortcuts}
            onChange={({ target }) => setPreferences({ shortcuts: target.checked })}
          />
          <div>
            <label htmlFor={`${id}shortcuts`}>{shell.shortcuts}</label>
            <p id={`${id}help`} className={fieldStyles.help}>
              {t.shortcutsHelp}
            </p>
          </div>
        </div>
      </div>
    </Section>
  );
}

import { useMessages } from './i18n';
import type { Preferences } from './preferences';
import { browserZone } from './time';

interface Choice {
  name: 'zone' | 'language' | 'theme' | 'density';
  label: string;
  options: [value: string, text: string][];
}

/** What a reader may choose for this browser, in the menu and on the settings' screen. */
export function usePreferenceChoices(tenantZone: string): Choice[] {
  const { shell } = useMessages();
  const options = <Name extends Choice['name']>(texts: Record<Preferences[Name], string>) =>
    Object.entries<string>(texts);
  return [
    {
      name: 'zone',
      label: shell.zone,
      options: options<'zone'>({ tenant: shell.tenantZone(tenantZone), mine: shell.myZone(browserZone), UTC: 'UTC' }),
    },
    { name: 'language', label: shell.languageLabel, options: options<'language'>({ en: 'English', es: 'Español' }) },
    {
      name: 'theme',
      label: shell.theme,
      options: options<'theme'>({ system: shell.system, light: shell.light, dark: shell.dark }),
    },
    {
      name: 'density',
      label: shell.density,
      options: options<'density'>({
        comfortable: shell.comfortable,
        standard: shell.standard,
        compact: shell.compact,
      }),
    },
  ];
}

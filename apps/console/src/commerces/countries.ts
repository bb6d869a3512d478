import { COUNTRIES } from '../../../../libs/contacts/src/countries';
import { usePreferences } from '../preferences';

/** Countries by their names in the reader's language. */
export function useCountries(): [code: string, name: string][] {
  const { language } = usePreferences();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return COUNTRIES.map((code): [string, string] => [code, names.of(code) ?? code]).sort(([, one], [, other]) =>
    one.localeCompare(other, language),
  );
}

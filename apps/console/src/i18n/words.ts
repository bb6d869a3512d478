import { type Preferences, usePreferences } from '../preferences';

type Words<M> = Record<Preferences['language'], M>;

/** The words of one part of the console: they come with its code. The compiler holds the languages to the same messages. */
export function inLanguages<M>(en: M, es: NoInfer<M>): Words<M> {
  return { en, es };
}

/** Those of the language that is chosen, else of the browser's. */
export function useWords<M>(words: Words<M>): M {
  return words[usePreferences().language];
}

/** `3 stores`, `1 store`, as a language counts. */
export function counted(language: Preferences['language']): (n: number, one: string, other: string) => string {
  const plural = new Intl.PluralRules(language);
  return (n, one, other) => `${n.toLocaleString(language)} ${plural.select(n) === 'one' ? one : other}`;
}

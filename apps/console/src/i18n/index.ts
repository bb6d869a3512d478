import { en } from './en';
import { es } from './es';
import { inLanguages, useWords } from './words';

export { counted, inLanguages, useWords } from './words';

const shared = inLanguages(en, es);

/** The words that several screens use. */
export const useMessages = () => useWords(shared);

import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { usePreferences } from '../preferences';
import { en, type Messages } from './en';
import { es } from './es';

const languages = { en, es } satisfies Record<string, Messages>;

const MessagesContext = createContext<Messages>(en);

/** The words of the language that is chosen, else of the browser's. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}

export function WithMessages({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <MessagesContext value={languages[language]}>{children}</MessagesContext>;
}

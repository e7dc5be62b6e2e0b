/** Which language the caseworker reads, and the words in it. */
import { createContext, useContext, useEffect, useMemo, useState, type JSX, type ReactNode } from 'react';
import type { Language } from '../api/contract.js';
import { readLanguage, words, type Words } from './words.js';

type Spoken = { readonly language: Language; readonly say: Words; readonly choose: (language: Language) => void };

const kept = 'skranke-console-language';
const Spoken = createContext<Spoken>({ language: 'nb', say: words.nb, choose: () => undefined });

export const useWords = (): Spoken => useContext(Spoken);

export function WordsProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [language, setLanguage] = useState<Language>(() => readLanguage(localStorage.getItem(kept)) ?? 'nb');
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(kept, language);
  }, [language]);
  const spoken = useMemo(() => ({ language, say: words[language], choose: setLanguage }), [language]);
  return <Spoken value={spoken}>{children}</Spoken>;
}

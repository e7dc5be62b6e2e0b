/** The page in another language. */
import { Select } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { useWords } from '../words/use-words.js';
import { languages, readLanguage, words } from '../words/words.js';

export function LanguageChoice(): JSX.Element {
  const { language, say, choose } = useWords();
  return (
    <Select
      aria-label={say.chooseLanguage}
      data-size="sm"
      width="auto"
      value={language}
      onChange={({ target }) => choose(readLanguage(target.value) ?? language)}
    >
      {languages.map((one) => (
        <Select.Option key={one} value={one} lang={one}>
          {words[one].languageName}
        </Select.Option>
      ))}
    </Select>
  );
}

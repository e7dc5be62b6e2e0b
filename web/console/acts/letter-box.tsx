/** Where a letter is written: it grows with the text, and what the desk found is marked behind the words. */
import { Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import type { JSX, RefObject } from 'react';
import type { Language } from '../api/contract.js';
import type { Finding } from '../api/fault.js';
import { stretches } from './mark.js';

type Props = {
  readonly label: string;
  readonly note: string;
  readonly text: string;
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly error?: string | undefined;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
};

export function LetterBox({ label, note, text, language, findings, error, box, onWrite }: Props): JSX.Element {
  return (
    <Field>
      <Label>{label}</Label>
      <Field.Description>{note}</Field.Description>
      <div className="letter">
        <div className="ds-input letter-marks" aria-hidden="true">
          {stretches(text, findings).map(({ text: stretch, finding }, index) =>
            finding === null ? stretch : <mark key={index}>{stretch}</mark>,
          )}
          {'\n'}
        </div>
        <Textarea ref={box} lang={language} value={text} onChange={({ target }) => onWrite(target.value)} />
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}

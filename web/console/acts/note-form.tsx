/** A note for colleagues. */
import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import { useWords } from '../words/use-words.js';
import type { Work } from './use-work.js';

export function NoteForm({ work }: { readonly work: Work }): JSX.Element {
  const { say } = useWords();
  const [tried, setTried] = useState(false);
  const text = work.box.draft.note ?? '';
  const empty = text.trim() === '';
  const save = (): void => {
    setTried(true);
    if (empty) return;
    work.perform({ act: { do: 'note', text }, told: say['done-note'], sent: ['note'] });
    setTried(false);
  };
  return (
    <div className="stack">
      <Field>
        <Label>{say.note}</Label>
        <Field.Description>{say.noteNote}</Field.Description>
        <Textarea rows={4} value={text} onChange={({ target }) => work.box.write('note', target.value)} />
        {tried && empty && <ValidationMessage>{say.emptyText}</ValidationMessage>}
      </Field>
      <Button variant="secondary" loading={work.busy === 'note'} onClick={save}>
        {say.saveNote}
      </Button>
    </div>
  );
}

/** An answer to the person, sent to where she wrote from. */
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState, type JSX } from 'react';
import { useWords } from '../words/use-words.js';
import { fill, named } from '../words/words.js';
import { Findings } from './findings.js';
import { LetterBox } from './letter-box.js';
import { TemplateChoice } from './template-choice.js';
import { useLetter } from './use-letter.js';
import type { Work } from './use-work.js';

export function AnswerForm({ work }: { readonly work: Work }): JSX.Element {
  const { say } = useWords();
  const { now, box } = work;
  const text = box.draft.answer ?? '';
  const check = useLetter(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState<string>();
  const write = (written: string): void => {
    setError(undefined);
    box.write('answer', written);
  };
  const send = (): void => {
    if (text.trim() === '') {
      setError(say.emptyText);
      return;
    }
    if (check.holds) {
      setError(say.secondLookNeeded);
      return;
    }
    work.perform({
      act: { do: 'answer', text, ifLastSeq: work.lastSeq, ...(check.looked ? { secondLook: true } : {}) },
      told: say['done-answer'],
      sent: ['answer'],
      onError: check.onError,
    });
  };
  return (
    <div className="stack">
      <Paragraph data-size="sm">
        {named(say, 'reach', now.reach ?? 'none')} {say[`mayTell-${now.mayTell}`]}
      </Paragraph>
      <TemplateChoice templates={now.templates} text={text} box={area} onWrite={write} />
      <LetterBox
        label={say.yourAnswer}
        note={fill(say.yourAnswerNote, named(say, 'lang', now.language))}
        text={text}
        language={now.language}
        findings={check.findings}
        error={error}
        box={area}
        onWrite={write}
      />
      <Findings check={check} box={area} />
      <Button loading={work.busy === 'answer'} onClick={send}>
        {say.send}
      </Button>
    </div>
  );
}

/** What the desk found in a letter, each a way to its place in the text, and the second look. */
import { Alert, Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type JSX, type RefObject } from 'react';
import type { Finding } from '../api/fault.js';
import { useWords } from '../words/use-words.js';
import { fill, named } from '../words/words.js';
import type { LetterCheck } from './use-letter.js';

type Props = { readonly check: LetterCheck; readonly box: RefObject<HTMLTextAreaElement | null> };

export function Findings({ check, box }: Props): JSX.Element | null {
  const { say } = useWords();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (check.asks) note.current?.focus();
  }, [check.asks]);
  if (check.findings.length === 0) return null;
  const show = ({ start, end }: Finding): void => {
    box.current?.focus();
    box.current?.setSelectionRange(start, end);
  };
  return (
    <Alert data-color="warning" ref={note} tabIndex={-1}>
      <Paragraph>{say.findings}</Paragraph>
      <ul className="findings">
        {check.findings.map((finding) => (
          <li key={`${String(finding.start)}-${finding.kind}`}>
            {named(say, 'finding', finding.kind)}:{' '}
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={fill(say.showFinding, finding.text)}
              onClick={() => show(finding)}
            >
              {finding.text}
            </Button>
          </li>
        ))}
      </ul>
      {check.asks && (
        <Checkbox label={say.secondLook} checked={check.looked} onChange={({ target }) => check.look(target.checked)} />
      )}
    </Alert>
  );
}

/** What the desk found in a letter, each a way to its place in the text, and the second look. */
import { Alert, Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type JSX, type RefObject } from 'react';
import type { Finding } from '../api/fault.js';
import { useWords } from '../words/use-words.js';
import { fill, named } from '../words/words.js';
import type { LetterCheck } from './use-letter.js';

type Box = RefObject<HTMLTextAreaElement | null>;
type Props = { readonly check: LetterCheck; readonly box: Box };

export function Findings({ check, box }: Props): JSX.Element | null {
  const { say } = useWords();
  const note = useRef<HTMLDivElement>(null);
  const { findings, asks, mayPass } = check;
  useEffect(() => {
    if (asks) note.current?.focus();
  }, [asks, findings]);
  if (findings.length === 0) return null;
  return (
    <Alert data-color="warning" ref={note} tabIndex={-1}>
      <Paragraph>
        <strong>{say.findings}</strong>
      </Paragraph>
      <Places words={say.findingsNever} findings={findings.filter((one) => !one.mayPass)} box={box} />
      <Places words={say.findingsLook} findings={findings.filter((one) => one.mayPass)} box={box} />
      {asks && mayPass && (
        <Checkbox label={say.secondLook} checked={check.looked} onChange={({ target }) => check.look(target.checked)} />
      )}
    </Alert>
  );
}

type PlacesProps = { readonly words: string; readonly findings: readonly Finding[]; readonly box: Box };

function Places({ words, findings, box }: PlacesProps): JSX.Element | null {
  const { say } = useWords();
  if (findings.length === 0) return null;
  const show = ({ start, end }: Finding): void => {
    box.current?.focus();
    box.current?.setSelectionRange(start, end);
  };
  return (
    <>
      <Paragraph>{words}</Paragraph>
      <ul className="findings">
        {findings.map((finding) => (
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
    </>
  );
}

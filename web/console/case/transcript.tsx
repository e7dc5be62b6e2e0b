/** The conversation the case belongs to, oldest first; a long one begins folded. */
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import type { Case, Line } from '../api/case.js';
import { useDeskNow } from '../frame/desk-time.js';
import { moment } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';
import { folded } from './fold.js';
import { Panel } from './panel.js';

/** So many of the newest lines stand open. */
const openLines = 8;

type Props = { readonly lines: readonly Line[]; readonly language: Case['language'] };

export function Transcript({ lines, language }: Props): JSX.Element {
  const { say } = useWords();
  const [whole, setWhole] = useState(false);
  const folded = whole ? 0 : Math.max(0, lines.length - openLines);
  return (
    <Panel title={say.conversation}>
      {lines.length === 0 && <Paragraph>{say.noConversation}</Paragraph>}
      {folded > 0 && (
        <Button variant="secondary" data-size="sm" onClick={() => setWhole(true)}>
          {fill(say.earlier, String(folded))}
        </Button>
      )}
      <ol className="talk">
        {lines.slice(folded).map((line) => (
          <Said key={line.seq} line={line} language={language} />
        ))}
      </ol>
    </Panel>
  );
}

function Said({ line, language }: { readonly line: Line; readonly language: Case['language'] }): JSX.Element {
  const { language: read, say } = useWords();
  const deskNow = useDeskNow();
  const [open, setOpen] = useState(false);
  const head = line.author === 'desk' ? folded(line.text) : null;
  return (
    <li className={`said-by ${line.author}`}>
      <p className="by">
        {say[`author-${line.author}`]} <time dateTime={line.at}>{moment(line.at, read, deskNow)}</time>
      </p>
      <p className="bubble" lang={language}>
        {open ? line.text : (head ?? line.text)}
      </p>
      {head !== null && (
        <Button variant="tertiary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? say.fold : say.unfold}
        </Button>
      )}
    </li>
  );
}

/** What is known around the case: whose, until when, which claim, which mail, what colleagues noted. */
import type { JSX } from 'react';
import type { Case } from '../api/case.js';
import { useWords } from '../words/use-words.js';
import { ClaimFacts } from './claim-facts.js';
import { Deadlines } from './deadlines.js';
import { MailFacts } from './mail-facts.js';
import { Notes } from './notes.js';
import { Siblings } from './siblings.js';
import { Who } from './who.js';

export function CaseFacts({ now }: { readonly now: Case }): JSX.Element {
  const { say } = useWords();
  return (
    <aside className="around" aria-label={say.facts}>
      <Who now={now} />
      <Deadlines now={now} />
      {now.claim !== null && <ClaimFacts claim={now.claim} />}
      {now.mail !== null && <MailFacts mail={now.mail} now={now} />}
      <Siblings now={now} />
      <Notes notes={now.notes} />
    </aside>
  );
}

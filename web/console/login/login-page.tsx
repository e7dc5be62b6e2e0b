/** The door: in demo mode every sample caseworker is one click; elsewhere it says why it is closed. */
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, type JSX } from 'react';
import type { Session, Worker } from '../api/contract.js';
import { useSignIn } from '../api/use-sign.js';
import { FaultAlert } from '../frame/fault-alert.js';
import { initials } from '../frame/initials.js';
import { LanguageChoice } from '../frame/language-choice.js';
import { useWords } from '../words/use-words.js';
import { named, type Words } from '../words/words.js';

export function LoginPage({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useWords();
  const signIn = useSignIn();
  useEffect(() => {
    document.title = `${session.open ? say.signIn : say.closedTitle} · ${say.product}`;
  }, [say, session.open]);
  return (
    <main className="door">
      <div className="door-top">
        <p className="brand">
          <strong>{say.product}</strong> <span>{session.collector}</span>
        </p>
        <LanguageChoice />
      </div>
      <Heading level={1} data-size="md">
        {session.open ? say.forCaseworkers : say.closedTitle}
      </Heading>
      <Paragraph>{session.open ? say.signInDemo : say.closed}</Paragraph>
      <FaultAlert error={signIn.error} />
      {session.open && session.offered.length === 0 && <Paragraph>{say.nobodyOffered}</Paragraph>}
      <ul className="people">
        {session.offered.map((worker) => (
          <li key={worker.id}>
            <Button
              variant="secondary"
              className="person"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(worker.id)}
            >
              <span className="initials" aria-hidden="true">
                {initials(worker.name)}
              </span>
              <span>
                <strong>{worker.name}</strong>
                <small>{rolesInWords(worker, say)}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

const rolesInWords = ({ roles }: Worker, say: Words): string =>
  roles.map((role) => named(say, 'clearance', role)).join(', ');

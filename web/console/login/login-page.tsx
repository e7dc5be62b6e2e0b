/** The door: one click in the sample world, elsewhere a password and an authenticator; or why it is closed. */
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState, type JSX } from 'react';
import type { Session } from '../api/contract.js';
import { LanguageChoice } from '../frame/language-choice.js';
import { useWords } from '../words/use-words.js';
import { Enrolment } from './enrolment.js';
import { PasswordForm } from './password-form.js';
import { SamplePeople } from './sample-people.js';

export function LoginPage({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useWords();
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
      {!session.open && <Paragraph>{say.closed}</Paragraph>}
      {session.open && (session.demo ? <SamplePeople offered={session.offered} /> : <Accounts />)}
    </main>
  );
}

function Accounts(): JSX.Element {
  const [isFirst, setFirst] = useState(false);
  return isFirst ? <Enrolment onDone={() => setFirst(false)} /> : <PasswordForm onEnrol={() => setFirst(true)} />;
}

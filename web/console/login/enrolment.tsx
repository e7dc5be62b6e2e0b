/** The first time: the code from the operator, an authenticator, a password, and the recovery codes. */
import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState, type SubmitEvent, type JSX } from 'react';
import { useBeginEnrolment } from '../api/use-sign.js';
import { useWords } from '../words/use-words.js';
import { NewAccount } from './new-account.js';
import { RefusedAlert } from './refused-alert.js';

export function Enrolment({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { say } = useWords();
  const begin = useBeginEnrolment();
  const [code, setCode] = useState('');
  if (begin.data !== undefined) return <NewAccount code={code} account={begin.data} onDone={onDone} />;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    begin.mutate(code);
  };
  return (
    <form className="stack" onSubmit={send}>
      <RefusedAlert error={begin.error} says={say.enrolmentFailed} />
      <Textfield
        label={say.enrolmentCode}
        description={say.enrolmentCodeHelp}
        autoComplete="off"
        required
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button type="submit" loading={begin.isPending}>
        {say.goOn}
      </Button>
      <Button type="button" variant="tertiary" onClick={onDone}>
        {say.back}
      </Button>
    </form>
  );
}

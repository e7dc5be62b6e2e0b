/** The first time: the code from the operator, an authenticator, a password, and the recovery codes. */
import { Alert, Button, Textfield } from '@digdir/designsystemet-react';
import { useState, type SubmitEvent, type JSX } from 'react';
import { faultFrom } from '../api/fault.js';
import { useBeginEnrolment } from '../api/use-sign.js';
import { FaultAlert } from '../frame/fault-alert.js';
import { useWords } from '../words/use-words.js';
import { NewAccount } from './new-account.js';

export function Enrolment({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { say } = useWords();
  const begin = useBeginEnrolment();
  const [code, setCode] = useState('');
  if (begin.data !== undefined) return <NewAccount code={code} account={begin.data} onDone={onDone} />;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    begin.mutate(code);
  };
  const refused = begin.error !== null && faultFrom(begin.error).kind === 'signed-out';
  return (
    <form className="stack" onSubmit={send}>
      {refused ? (
        <Alert data-color="warning" role="alert">
          {say.enrolmentFailed}
        </Alert>
      ) : (
        <FaultAlert error={begin.error} />
      )}
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

/** Sets the authenticator up, shows that it works, and chooses a password. */
import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState, type SubmitEvent, type JSX } from 'react';
import type { Enrolling } from '../api/contract.js';
import { useFinishEnrolment } from '../api/use-sign.js';
import { FaultAlert } from '../frame/fault-alert.js';
import { useWords } from '../words/use-words.js';
import { RecoveryCodes } from './recovery-codes.js';

type Props = { readonly code: string; readonly account: Enrolling; readonly onDone: () => void };

export function NewAccount({ code, account, onDone }: Props): JSX.Element {
  const { say } = useWords();
  const finish = useFinishEnrolment();
  const [totp, setTotp] = useState('');
  const [password, setPassword] = useState('');
  if (finish.data?.outcome === 'done') return <RecoveryCodes codes={finish.data.recoveryCodes} onDone={onDone} />;
  const fault = finish.data?.fault;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    finish.mutate({ code, password, totp });
  };
  return (
    <form className="stack" onSubmit={send}>
      <FaultAlert error={finish.error} />
      {fault !== undefined && (
        <Alert data-color="warning" role="alert">
          {say[`enrolment-${fault}`]}
        </Alert>
      )}
      <Heading level={2} data-size="xs">
        {say.scanTitle}
      </Heading>
      <Paragraph>{say.scan}</Paragraph>
      <QrImage account={account} label={say.scanTitle} />
      <p className="secret">
        <small>{say.secretByHand}</small> <code>{account.secret.replaceAll(/(.{4})/gu, '$1 ').trim()}</code>
      </p>
      <Textfield
        label={say.firstDigits}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={totp}
        onChange={({ target }) => setTotp(target.value)}
      />
      <input type="hidden" autoComplete="username" value={account.signInName} readOnly />
      <Textfield
        label={say.newPassword}
        description={say.newPasswordHelp}
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button type="submit" loading={finish.isPending}>
        {say.openAccount}
      </Button>
    </form>
  );
}

function QrImage({ account, label }: { readonly account: Enrolling; readonly label: string }): JSX.Element {
  const { size, path } = account.qr;
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${String(size)} ${String(size)}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

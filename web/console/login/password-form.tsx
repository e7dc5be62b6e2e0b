/** Signing in with a name, a password and the digits of an authenticator. */
import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState, type SubmitEvent, type JSX } from 'react';
import { useLogin } from '../api/use-sign.js';
import { useWords } from '../words/use-words.js';
import { RefusedAlert } from './refused-alert.js';

export function PasswordForm({ onEnrol }: { readonly onEnrol: () => void }): JSX.Element {
  const { say } = useWords();
  const login = useLogin();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    login.mutate({ name, password, code });
  };
  return (
    <form className="stack" onSubmit={send}>
      <RefusedAlert error={login.error} says={say.signInFailed} />
      <Textfield label={say.signInName} autoComplete="username" required value={name} onChange={typed(setName)} />
      <Textfield
        label={say.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={typed(setPassword)}
      />
      <Textfield
        label={say.signInCode}
        description={say.signInCodeHelp}
        autoComplete="one-time-code"
        required
        value={code}
        onChange={typed(setCode)}
      />
      <Button type="submit" loading={login.isPending}>
        {say.signIn}
      </Button>
      <Button type="button" variant="tertiary" onClick={onEnrol}>
        {say.firstTime}
      </Button>
    </form>
  );
}

const typed =
  (set: (text: string) => void) =>
  ({ target }: { readonly target: { readonly value: string } }): void =>
    set(target.value);

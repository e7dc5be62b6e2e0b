/** The top of every page: whose desk, where one can go, who one is. */
import type { JSX } from 'react';
import { NavLink } from 'react-router';
import { useQueues, useSession } from '../api/queries.js';
import { useWords } from '../words/use-words.js';
import { LanguageChoice } from './language-choice.js';
import { PersonMenu } from './person-menu.js';

export function Header(): JSX.Element {
  const { say } = useWords();
  const { data: session } = useSession();
  const { data: queues } = useQueues();
  return (
    <header className="top">
      <p className="brand">
        <strong>{say.product}</strong> <span>{session?.collector}</span>
      </p>
      <nav aria-label={say.nav}>
        <NavLink to="/" end>
          {say.overview}
        </NavLink>
        <NavLink to="/mine">
          {say.mine} {queues !== undefined && queues.mine > 0 && <span className="number">{queues.mine}</span>}
        </NavLink>
      </nav>
      <div className="top-end">
        <LanguageChoice />
        <PersonMenu />
      </div>
    </header>
  );
}

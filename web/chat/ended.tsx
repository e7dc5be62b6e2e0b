/** The empty page after the end. */
import type { JSX } from 'preact';
import type { Words } from './words.js';

type Props = { readonly untold: boolean; readonly say: Words; readonly onAgain: () => void };

export function Ended({ untold, say, onAgain }: Props): JSX.Element {
  return (
    <main class="ended">
      <h2 tabIndex={-1}>{say.ended}</h2>
      <p>{say.endedNote}</p>
      <p role="status">{untold ? say.endedUntold : ''}</p>
      <button class="again" onClick={onAgain}>
        {say.again}
      </button>
    </main>
  );
}

/** One cell of a list: on a wide page it stands below its column's name, on a narrow one it brings the name along. */
import type { JSX, ReactNode } from 'react';

type Props = { readonly name: string; readonly children: ReactNode };

export function Cell({ name, children }: Props): JSX.Element {
  return (
    <div className="cell">
      <span className="cell-name">{name}: </span>
      <span>{children}</span>
    </div>
  );
}

export function Columns({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <li className="columns" aria-hidden="true">
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </li>
  );
}

/** A card of facts: labels and values, some worth copying. */
import type { JSX } from 'preact';
import type { Card, CardRow } from './activity.js';
import type { Doings } from './doings.js';
import { Icon } from './icons.js';
import { fill, type Words } from './words.js';

type Props = {
  readonly card: Card;
  readonly copied: CardRow | undefined;
  readonly say: Words;
  readonly onCopy: Doings['copy'];
};

export function CardView({ card, ...rest }: Props): JSX.Element {
  return (
    <section class="card">
      <h2>{card.title}</h2>
      {card.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <dl>
        {card.rows.map((row) => (
          <Row key={row.label} row={row} {...rest} />
        ))}
        {card.total && <Row row={card.total} total {...rest} />}
      </dl>
    </section>
  );
}

type RowProps = Omit<Props, 'card'> & { readonly row: CardRow; readonly total?: true };

function Row({ row, total, copied, say, onCopy }: RowProps): JSX.Element {
  const isCopied = copied?.label === row.label && copied.value === row.value;
  return (
    <div class={`row${total ? ' total' : ''}${row.copy ? ' copyable' : ''}`}>
      <dt>{row.label}</dt>
      <dd>
        <span>{row.value}</span>
        {row.copy && (
          <button
            class="copy"
            aria-label={fill(say.copy, row.label)}
            onClick={(event) => onCopy(row, event.currentTarget)}
          >
            <Icon name={isCopied ? 'check' : 'copy'} />
            {fill(say.copy, '')}
          </button>
        )}
      </dd>
    </div>
  );
}

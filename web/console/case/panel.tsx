/** A part of the case page under its own heading. */
import { Heading } from '@digdir/designsystemet-react';
import { useId, type JSX, type ReactNode } from 'react';

type Props = { readonly title: string; readonly className?: string; readonly children: ReactNode };

export function Panel({ title, className = '', children }: Props): JSX.Element {
  const id = useId();
  return (
    <section className={`panel ${className}`.trim()} aria-labelledby={id}>
      <Heading level={2} data-size="2xs" id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** Pairs of a name and what is so named. */
export function Facts({ pairs }: { readonly pairs: readonly (readonly [string, ReactNode])[] }): JSX.Element {
  return (
    <dl className="facts">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A page: its title in the tab and as its heading, which takes the keyboard when one comes to it. */
import { Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef, type JSX, type ReactNode } from 'react';
import { useQueues } from '../api/queries.js';
import { isAlarming } from '../queues/order.js';
import { useWords } from '../words/use-words.js';
import { titleOf } from './title.js';

type Props = {
  readonly title: string;
  /** Stands above the title: where one is. */
  readonly above?: ReactNode;
  /** Stands beside the title: what one can do. */
  readonly beside?: ReactNode;
  /** Stands below it: how things are. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

export function Page({ title, above, beside, below, children }: Props): JSX.Element {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const alarm = useQueues().data?.queues.some(isAlarming) === true ? say.crisisTitle : undefined;
  useEffect(() => {
    document.title = titleOf(title, say.product, alarm);
  }, [title, say, alarm]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      {above}
      <div className="title">
        <Heading level={1} data-size="sm" ref={heading} tabIndex={-1}>
          {title}
        </Heading>
        {beside}
      </div>
      {below}
      {children}
    </>
  );
}

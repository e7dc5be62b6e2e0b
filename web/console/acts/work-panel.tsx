/** All that can be done with the case now: exactly what the desk offers. */
import { Heading, Tabs } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState, type ComponentType, type JSX } from 'react';
import { faultFrom } from '../api/fault.js';
import { FaultAlert } from '../frame/fault-alert.js';
import { useWords } from '../words/use-words.js';
import { AnswerForm } from './answer-form.js';
import { ActButtons } from './buttons.js';
import { NoteForm } from './note-form.js';
import { ProposalNote } from './proposal.js';
import { ReassignForm } from './reassign-form.js';
import { draftOf } from './draft-of.js';
import { useFourEyes } from './use-four-eyes.js';
import { SettleForm } from './settle-form.js';
import { Standing } from './standing.js';
import type { Work } from './use-work.js';
import { WaitForm } from './wait-form.js';

const forms = {
  answer: AnswerForm,
  settle: SettleForm,
  note: NoteForm,
  wait: WaitForm,
  reassign: ReassignForm,
} as const satisfies Readonly<Record<string, ComponentType<{ readonly work: Work }>>>;
type FormName = keyof typeof forms;
const formNames = Object.keys(forms) as readonly FormName[];

export function WorkPanel({ work }: { readonly work: Work }): JSX.Element {
  const { say } = useWords();
  const { now } = work;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed may be gone with what it did: the keyboard stays near.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [now.version]);
  return (
    <section className="work panel" aria-labelledby="work">
      <Heading level={2} data-size="2xs" id="work" ref={heading} tabIndex={-1}>
        {say.acts}
      </Heading>
      <Standing now={now} />
      {now.proposal !== null && <ProposalNote proposal={now.proposal} now={now} />}
      {/* What the desk found in a letter stands beside the letter. */}
      <FaultAlert error={isLint(work.error) ? null : work.error} />
      <ActButtons work={work} />
      <Forms work={work} />
    </section>
  );
}

const isLint = (error: Error | null): boolean => error !== null && faultFrom(error).kind === 'lint';

function Forms({ work }: { readonly work: Work }): JSX.Element | null {
  const { say } = useWords();
  const twoLook = useFourEyes(work.now.queue);
  const [chosen, setChosen] = useState<string>();
  const offered = formNames.filter((name) => work.now.acts.includes(name));
  const open = offered.find((name) => name === chosen) ?? offered[0];
  if (open === undefined) return null;
  const choose = (name: string): void => {
    setChosen(name);
    work.forget();
  };
  return (
    <Tabs key={offered.join(' ')} value={open} onChange={choose} data-size="sm">
      <Tabs.List>
        {offered.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {name === 'settle' && twoLook ? say['act-propose'] : say[`act-${name}`]}
            {draftOf(name, work.box.draft) && (
              <span className="dot">
                <span className="ds-sr-only"> ({say.draft})</span>
              </span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map((name) => {
        const Form = forms[name];
        return (
          <Tabs.Panel key={name} value={name}>
            <Form work={work} />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}

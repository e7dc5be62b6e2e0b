/** Ready words to begin from. They are added to what stands there: nothing written is replaced. */
import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { JSX, RefObject } from 'react';
import type { Template } from '../api/case.js';
import { useWords } from '../words/use-words.js';
import { firstBlank, withTemplate } from './with-template.js';

type Props = {
  readonly templates: readonly Template[];
  readonly text: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
};

export function TemplateChoice({ templates, text, box, onWrite }: Props): JSX.Element | null {
  const { language, say } = useWords();
  if (templates.length === 0) return null;
  const add = (id: string): void => {
    const template = templates.find((one) => one.id === id);
    if (template === undefined) return;
    const letter = withTemplate(text, template.text);
    onWrite(letter);
    // Once it stands in the box, the first place to fill in is ready to be written over.
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(...(firstBlank(letter) ?? [letter.length, letter.length]));
    });
  };
  return (
    <Field>
      <Label>{say.template}</Label>
      <Select value="" onChange={({ target }) => add(target.value)}>
        <Select.Option value="">{say.chooseTemplate}</Select.Option>
        {templates.map(({ id, title }) => (
          <Select.Option key={id} value={id}>
            {title[language]}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

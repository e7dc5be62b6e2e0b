/** The closed list of grounds a case may end on. */
import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Ground } from '../api/case.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';

type Props = {
  readonly grounds: readonly Ground[];
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChoose: (id: string) => void;
};

export function GroundChoice({ grounds, chosen, error, onChoose }: Props): JSX.Element {
  const { language, say } = useWords();
  const about = ({ article, letter }: Ground): string =>
    [
      article === null ? '' : fill(say.article, article),
      letter === 'required' ? say.letterRequired : say.letterOptional,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Fieldset>
      <Fieldset.Legend>{say.ground}</Fieldset.Legend>
      {grounds.map((ground) => (
        <Radio
          key={ground.id}
          name="ground"
          value={ground.id}
          label={ground.title[language]}
          description={about(ground)}
          checked={chosen === ground.id}
          onChange={() => onChoose(ground.id)}
        />
      ))}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}

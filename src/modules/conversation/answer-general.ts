import type { Facts } from '../disclosure/facts.js';
import { findParagraph } from '../policy/find-paragraph.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import { open } from '../disclosure/open.js';
import type { AnswerPart } from './answer-part.js';
import type { Step } from './step.js';
import type { Setting } from './setting.js';
import { publicFacts, tellAnyone } from './telling.js';

type About = Extract<Step, { do: 'inform' }>['about'];

/** A general answer: the same for everybody, from the notice, the register or a phrase. */
export const answerGeneral = (about: About, setting: Setting): AnswerPart => {
  const { policy, meaning, inbound } = setting;
  const tell = (topic: string, facts: Facts) => tellAnyone(topic, inbound.channel, facts, policy.disclosure);
  const notice = policy.notice[meaning.language];
  switch (about) {
    case 'privacy': {
      const from = tell('notice', {
        noticeText: findParagraph(notice.paragraphs, open(inbound.text)),
        noticeVersion: notice.version,
        siteUrl: `${policy.collector.siteUrl}/notice`,
      });
      return {
        parts: [
          { phrase: 'privacy.answer', from },
          { phrase: 'privacy.more', from },
        ],
        options: ['option.access', 'option.human'],
      };
    }
    case 'processors':
      return {
        parts: [
          {
            phrase: 'processors.answer',
            from: tell('processors', { processors: policy.processors[meaning.language] }),
          },
        ],
      };
    default:
      return say(generalPhrase[about], setting);
  }
};

/** One sentence that holds nothing but public facts. */
export const say = (phrase: PhraseKey, { policy, meaning, inbound }: Setting): AnswerPart => ({
  parts: [
    { phrase, from: tellAnyone('general', inbound.channel, publicFacts(policy, meaning.language), policy.disclosure) },
  ],
});

const generalPhrase = {
  remark: 'remark.answer',
  enforcement: 'enforcement.answer',
  authenticity: 'authenticity.answer',
} as const satisfies Record<Exclude<About, 'privacy' | 'processors'>, PhraseKey>;

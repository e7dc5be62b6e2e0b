import type { Draft, Part } from '../disclosure/render.js';
import type { PhraseKey } from '../policy/phrase-keys.js';
import type { AnswerPart } from './answer-part.js';
import type { Setting } from './setting.js';
import { publicFacts, tellAnyone } from './telling.js';

/**
 * The automatic answer to a mail: what was received, general answers, how to go on safely. A function of the mail's
 * own text and language, never of anything on file (ND1, ND2, ND4).
 */
export const mailDraft = (answers: readonly AnswerPart[], setting: Setting): Draft => {
  const { scene, meaning, policy } = setting;
  const general = tellAnyone('general', 'mail', publicFacts(policy, meaning.language), policy.disclosure);
  const link = tellAnyone(
    'receipt',
    'mail',
    { threadUrl: threadUrl(setting), siteUrl: policy.collector.siteUrl, desk: policy.collector.desk },
    policy.disclosure,
  );
  const said = (phrase: PhraseKey): Part => ({ phrase, from: general });
  const crisis = answers.some((one) => one.replyKind === 'crisis');
  const body = answers.flatMap((one) => one.parts ?? []);
  const earlier = (scene.mail?.untold ?? []).map((receipt): Part => ({
    phrase: 'mail.earlier',
    from: tellAnyone('receipt', 'mail', { receipt }, policy.disclosure),
  }));
  const around = crisis
    ? { before: [said('mail.hello')], after: [said('mail.regards')] }
    : {
        before: [said('mail.hello'), said('mail.got')],
        after: [
          ...earlier,
          said('mail.why'),
          { phrase: 'mail.continue' as const, from: link },
          said('mail.stop'),
          said('mail.regards'),
        ],
      };
  return {
    lang: meaning.language,
    subject: said('mail.subject'),
    parts: [...around.before, ...body, ...around.after],
    options: [],
  };
};

const threadUrl = ({ scene, policy }: Setting): string => `${policy.collector.siteUrl}/t/${scene.threadRef ?? ''}`;

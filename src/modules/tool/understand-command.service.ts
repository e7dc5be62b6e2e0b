import { z } from 'zod';
import { INTENTS } from '../understanding/intents.js';
import { loadUnderstanding } from '../understanding/load-model.service.js';
import { understand } from '../understanding/understand.js';

const language = z.enum(['nb', 'nn', 'en']);

const input = z.object({
  channel: z.enum(['chat', 'mail']),
  lang: language.nullish().describe('the language spoken so far'),
  subject: z.string().nullish(),
  text: z.string(),
});

const output = z.object({
  lang: language,
  intents: z.array(z.object({ intent: z.enum(INTENTS), score: z.number() })).describe('gravest first'),
  action: z.enum(['act', 'clarify', 'handoff']),
  options: z.array(z.enum(INTENTS)).optional(),
  safety: z.enum(['crisis', 'threat', 'minor', 'death']).nullable(),
  masked: z
    .array(z.tuple([z.number().int(), z.number().int(), z.string()]))
    .describe('UTF-16 offsets into text, and what was hidden'),
});

type Line = z.infer<typeof input>;

/** `skranke understand`: reads with the model the desk itself uses. */
export const understandCommand = (configDirectory: string) => {
  const model = loadUnderstanding(configDirectory);
  return {
    input,
    output,
    run: ({ channel, lang, subject, text }: Line): z.infer<typeof output> => {
      const read = understand(
        { channel, text, ...(lang == null ? {} : { lang }), ...(subject == null ? {} : { subject }) },
        model,
      );
      return {
        lang: read.lang,
        intents: read.intents.map(({ intent, score }) => ({ intent, score: Math.round(score * 1e4) / 1e4 })),
        action: read.action,
        ...(read.options === undefined ? {} : { options: [...read.options] }),
        safety: read.safety,
        masked: read.masked.map(([start, end, kind]): [number, number, string] => [start, end, kind]),
      };
    },
  };
};

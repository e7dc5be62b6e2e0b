/** What the console may be asked to do, as it comes over the wire. */
import { z } from 'zod';
import type { Act } from '../casework/act.js';
import { seal } from '../disclosure/sealed.js';

const longestLetter = 20_000;
const longestNote = 4_000;

const letter = z.string().trim().min(1).max(longestLetter);
const note = z.string().trim().min(1).max(longestNote);
const version = z.number().int().positive();
const secondLook = z.boolean().default(false);

export const actSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['claim', 'release', 'resume', 'approve', 'resume-desk']), version }),
  z.strictObject({ do: z.literal('reassign'), version, to: z.string().min(1).max(100) }),
  z.strictObject({ do: z.literal('wait'), version, until: z.iso.datetime({ offset: true }), reason: note }),
  z.strictObject({ do: z.literal('note'), version, text: note }),
  z.strictObject({ do: z.literal('answer'), version, text: letter, ifLastSeq: z.number().int().min(0), secondLook }),
  z.strictObject({
    do: z.literal('settle'),
    version,
    ground: z.string().min(1).max(100),
    text: letter.nullable().default(null),
    secondLook,
  }),
]);

export type WireAct = z.infer<typeof actSchema>;

/** The same act with its words under seal. */
export const toAct = (wire: WireAct): Act => {
  switch (wire.do) {
    case 'reassign':
      return { do: wire.do, to: wire.to };
    case 'wait':
      return { do: wire.do, until: new Date(wire.until), reason: seal(wire.reason) };
    case 'note':
      return { do: wire.do, text: seal(wire.text) };
    case 'answer':
      return { do: wire.do, text: seal(wire.text), ifLastSeq: wire.ifLastSeq, secondLook: wire.secondLook };
    case 'settle':
      return {
        do: wire.do,
        ground: wire.ground,
        text: wire.text === null ? null : seal(wire.text),
        secondLook: wire.secondLook,
      };
    default:
      return { do: wire.do };
  }
};

export const signInSchema = z.strictObject({ caseworkerId: z.string().min(1).max(100) });
export const absenceSchema = z.strictObject({ absent: z.boolean() });

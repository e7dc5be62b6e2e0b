/** The shape of `config/intents/safety.yaml`, `case-numbers.yaml`, `foreign.yaml` and `commands.yaml`, checked when the process starts. */
import { z } from 'zod';
import { SAFETY_LABELS } from './safety-by-model.js';

const phrases = z.array(z.string().min(1)).readonly();
const list = z.strictObject({ cues: phrases, quiet: phrases }).readonly();

export const safetySchema = z.strictObject({ crisis: list, threat: list, minor: list, death: list }).readonly();

export const caseNumbersSchema = z
  .strictObject({
    prefixes: phrases,
    words: phrases,
    minDigits: z.int().min(3).max(20),
    maxDigits: z.int().min(3).max(20),
  })
  .readonly()
  .refine((shapes) => shapes.minDigits <= shapes.maxDigits, 'minDigits must not exceed maxDigits');

export const foreignSchema = z.record(z.string().regex(/^[a-z]{2}$/), phrases).readonly();

export const commandsSchema = z
  .strictObject({
    undo: phrases,
    stop: phrases,
    letter: phrases,
    'new-code': phrases,
    human: phrases,
    help: phrases,
    machine: phrases,
    fine: phrases,
    cancel: phrases,
    yes: phrases,
    no: phrases,
    mentions: z.strictObject({ code: phrases, letter: phrases }).readonly(),
  })
  .readonly();

/** Lines by kind of danger, and `none` for what only sounds like it. */
export const safetyLinesSchema = z.record(z.enum(SAFETY_LABELS), phrases).readonly();

/** One file of training lines: intent to what people say. */
export const linesSchema = z.record(z.string(), z.array(z.coerce.string()).readonly().nullable()).readonly();

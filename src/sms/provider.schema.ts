/** The shape of `config/sms.yaml`: how a provider of text messages is spoken to, whichever it is. */
import { z } from 'zod';
import { placeholders, type Template } from './fill-template.js';

const placeholder = /\{(\w*)\}/g;
const known: readonly string[] = placeholders;

const text = z
  .string()
  .refine((words) => [...words.matchAll(placeholder)].every(([, name]) => known.includes(name ?? '')), {
    error: `holds a placeholder other than ${known.map((name) => `{${name}}`).join(' ')}`,
  });
const leaf = z.union([text, z.number(), z.boolean(), z.null()]);

const template: z.ZodType<Template> = z.lazy(() => z.union([leaf, z.array(template), z.record(z.string(), template)]));

const headerName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const fieldPath = z.string().regex(/^[\w-]+(?:\.[\w-]+)*$/);

export const smsProviderSchema = z.strictObject({
  version: z.string(),
  request: z.strictObject({
    method: z.enum(['POST', 'PUT']),
    format: z.enum(['json', 'form']),
    headers: z.record(headerName, text),
    body: z.record(z.string(), template),
    timeoutSeconds: z.number().int().min(1).max(60),
  }),
  reports: z.strictObject({
    timestampHeader: headerName,
    signatureHeader: headerName,
    withinSeconds: z.number().int().min(30).max(900),
    reference: fieldPath,
    status: fieldPath,
    unknownNumber: z.array(z.string()).min(1),
  }),
});

export type SmsProvider = Readonly<z.infer<typeof smsProviderSchema>>;

/** From a schema to the words of OpenAPI 3. */
import { z } from 'zod';

/** A JSON schema as OpenAPI 3.0 writes it. */
type Words = Readonly<Record<string, never>>;

/** @param io  `input` is what may be sent, with its defaults left out */
export const inWords = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Words =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { target: 'openapi-3.0', io }))) as Words;

/** The shape of `config/policy/templates.yaml`: words a caseworker begins a letter from. */
import { z } from 'zod';
import type { Language } from '../values/language.js';
import { inThreeLanguages } from './three-languages.schema.js';

/** What a template may ask for: public facts and the receipt, never anything of anybody's case. */
export const templateFacts = ['desk', 'collector', 'collectorPhone', 'openingHours', 'siteUrl', 'receipt'] as const;

export type TemplateFact = (typeof templateFacts)[number];

const placeholder = /\{(\w+)\}/g;

const template = z
  .strictObject({
    for: z.union([z.literal('any'), z.array(z.string()).min(1)]),
    tells: z.enum(['general', 'own-facts']),
    ground: z.string().nullable().default(null),
    title: inThreeLanguages,
    text: inThreeLanguages,
  })
  .refine(
    ({ text }) => Object.values(text).every((words) => factsIn(words).every(isTemplateFact)),
    `a template may ask for ${templateFacts.join(', ')} and nothing else`,
  )
  .refine(
    ({ text }) => new Set(Object.values(text).map((words) => factsIn(words).sort().join(','))).size === 1,
    'the three languages ask for different facts',
  );

export const templatesSchema = z.strictObject({
  version: z.string(),
  templates: z.record(z.string().regex(/^[a-z][a-z-]*$/), template),
});

export type TemplatesPolicy = Readonly<z.infer<typeof templatesSchema>>;

/**
 * One template.
 * @property for     the intents it is offered for first
 * @property tells   `own-facts` speaks of her case and is offered only where she is proven; `general` holds for anybody
 * @property ground  the ground it is written for, null where it ends nothing
 */
export type TemplateRule = Readonly<z.infer<typeof template>> & { readonly id: string };

/** The templates as a list, in the order of the file. */
export const templateRules = ({ templates }: TemplatesPolicy): readonly TemplateRule[] =>
  Object.entries(templates).map(([id, row]) => ({ id, ...row }));

/** What a template names and nobody knows. */
export const templateFaults = (
  { templates }: TemplatesPolicy,
  known: { readonly intents: readonly string[]; readonly grounds: readonly string[] },
): readonly string[] =>
  Object.entries(templates).flatMap(([id, row]) => [
    ...(row.for === 'any' ? [] : row.for)
      .filter((intent) => !known.intents.includes(intent))
      .map((intent) => `${id}: nobody asks for "${intent}"`),
    ...(row.ground === null || known.grounds.includes(row.ground) ? [] : [`${id}: no ground "${row.ground}"`]),
  ]);

/** The texts of one language by template. */
export const templateTexts = ({ templates }: TemplatesPolicy, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(templates).map(([id, { text }]) => [id, text[language]]));

const factsIn = (words: string): string[] => [...words.matchAll(placeholder)].map((match) => match[1] ?? '');

const isTemplateFact = (name: string): name is TemplateFact => (templateFacts as readonly string[]).includes(name);

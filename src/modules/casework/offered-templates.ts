import type { DeskPolicy } from '../policy/desk-policy.js';
import type { TemplateFact, TemplateRule } from '../policy/templates.schema.js';
import type { Three } from './case-row.js';
import { isProven, type CaseScene } from './case-scene.js';

export type OfferedTemplate = { readonly id: string; readonly title: Three; readonly text: string };

/**
 * The templates for this case, those written for what was asked first. What speaks of somebody's case is offered only
 * where the person is proven.
 */
export const offeredTemplates = (scene: CaseScene, policy: DeskPolicy): readonly OfferedTemplate[] =>
  policy.templates
    .filter(({ tells }) => tells === 'general' || isProven(scene))
    .map((template) => ({ template, rank: rankOf(template, scene.intent) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ template: { id, title, text } }) => ({ id, title, text: filled(text[scene.language], scene, policy) }));

const rankOf = (template: TemplateRule, intent: string): number => {
  if (template.for === 'any') return 1;
  return template.for.includes(intent) ? 0 : 2;
};

const filled = (text: string, { language, receipt }: CaseScene, { collector }: DeskPolicy): string => {
  const facts = new Map<string, string>(
    Object.entries({
      desk: collector.desk,
      collector: collector.name,
      collectorPhone: collector.phone,
      openingHours: collector.openingHours[language],
      siteUrl: collector.siteUrl,
      receipt,
    } satisfies Record<TemplateFact, string>),
  );
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts.get(name) ?? whole).trimEnd();
};

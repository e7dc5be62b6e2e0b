/** Puts the words of one message into the provider's template: value by value, never into written JSON. */

/** What is sent: a tree whose texts may hold placeholders. */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [name: string]: Template };

export const placeholders = ['to', 'text', 'sender', 'token', 'reference'] as const;

/** What a template may ask for. @property reference  names the message in delivery reports, and nothing else */
export type Fillings = Readonly<Record<(typeof placeholders)[number], string>>;

/**
 * @param template  a tree of values; texts may hold `{to}` and the like
 * @returns         the same tree with every placeholder replaced once: what was filled in is not read again
 */
export const fillTemplate = (template: Template, fillings: Fillings): Template => {
  if (typeof template === 'string') return fillText(template, fillings);
  if (template === null || typeof template !== 'object') return template;
  if (isList(template)) return template.map((one) => fillTemplate(one, fillings));
  return Object.fromEntries(Object.entries(template).map(([name, one]) => [name, fillTemplate(one, fillings)]));
};

/** One text filled in, for a header. */
export const fillText = (text: string, fillings: Fillings): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (isPlaceholder(name) ? fillings[name] : whole));

const isPlaceholder = (name: string): name is keyof Fillings => (placeholders as readonly string[]).includes(name);

const isList = (template: object): template is readonly Template[] => Array.isArray(template);

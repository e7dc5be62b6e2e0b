import type { AssuranceLevel } from '../disclosure/assurance.js';
import type { AssurancePolicy } from './assurance.schema.js';
import type { DisclosurePolicy } from './disclosure.schema.js';
import type { GroundRule } from './grounds.schema.js';
import type { LettersPolicy } from './letters.schema.js';
import type { Notice } from './notice.js';
import type { Language, Phrases } from './phrases.js';
import type { Rates } from './rates.schema.js';
import type { TemplateRule } from './templates.schema.js';

/** How a case of one intent is filed: by whom it is handled and how soon. */
export type FilingRule = {
  readonly intent: string;
  readonly queue: string;
  readonly right: string | null;
  /** How sure the desk must be of who asks before it is answered. */
  readonly answerAt: AssuranceLevel;
  readonly service: { readonly unit: 'minutes' | 'hours' | 'workingDays' | 'days'; readonly amount: number };
};

/** Everything about the collector that may be told to anybody. */
export type Collector = {
  readonly name: string;
  readonly desk: string;
  readonly domain: string;
  readonly account: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly generalManager: string;
  readonly siteUrl: string;
  readonly openingHours: Readonly<Record<Language, string>>;
};

/** One queue of the console. */
export type QueueRule = {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly clearance: string;
  readonly fourEyes: boolean;
};

/** The day's rules in one piece: read, checked and frozen at start, passed to every pure function that needs them. */
export type DeskPolicy = {
  readonly disclosure: DisclosurePolicy;
  readonly assurance: AssurancePolicy;
  readonly phrases: Phrases;
  readonly filing: Readonly<Record<string, FilingRule>>;
  readonly queues: readonly QueueRule[];
  readonly grounds: readonly GroundRule[];
  readonly letters: LettersPolicy;
  readonly templates: readonly TemplateRule[];
  readonly collector: Collector;
  readonly crisisNumbers: Readonly<Record<Language, string>>;
  readonly processors: Readonly<Record<Language, string>>;
  readonly notice: Readonly<Record<Language, Notice>>;
  readonly rates: Rates;
};

/** Injection token of the loaded policy. */
export const DESK_POLICY = Symbol('desk policy');

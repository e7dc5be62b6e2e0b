import type { Sealed } from '../disclosure/sealed.js';
import type { Language } from '../policy/phrases.js';

/**
 * What a message was taken to mean, free of the words themselves.
 * @property options      intents to offer when the desk is not sure, likeliest first
 * @property isOnlyNumbers  nothing but a case number, KID, account or national id, which prove nothing
 * @property wantsEid       little more than the name of an eID, or the words on its button
 * @property mentions       it speaks of the code or the letter it has been asked for
 * @property bindsThread  the page was opened from a mail's link, or a receipt number was typed
 */
export type Meaning = {
  readonly language: Language;
  readonly intents: readonly string[];
  readonly action: 'act' | 'clarify' | 'handoff';
  readonly options: readonly string[];
  readonly safety: 'crisis' | 'threat' | 'minor' | 'death' | null;
  readonly command: Command | null;
  readonly email: Sealed<string> | null;
  readonly isOnlyAddress: boolean;
  readonly phone: MeantPhone | null;
  readonly isOnlyNumbers: boolean;
  readonly wantsEid: boolean;
  readonly mentions: 'code' | 'letter' | null;
  readonly bindsThread: boolean;
  readonly languageChosen: boolean;
  readonly otherLanguage: boolean;
  readonly masked: string;
};

/** A number a code may be asked for with. @property isWholeText  nothing else was written */
export type MeantPhone = {
  readonly number: Sealed<string>;
  readonly takesSms: boolean;
  readonly isWholeText: boolean;
};

/** Words that steer the conversation itself, from `config/intents/commands.yaml`. */
export type Command =
  'undo' | 'stop' | 'letter' | 'new-code' | 'human' | 'help' | 'machine' | 'fine' | 'cancel' | 'yes' | 'no';

/** Whom a letter goes to, as it stands under seal in the outbox. Only from the register on file, never from a message. */

/**
 * @property address        the registered one
 * @property addressIsSecret  printed by the printer's own handling and never shown anywhere else (code 6 and 7)
 */
export type LetterRecipient = {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly addressIsSecret: boolean;
};

/** The text a recipient is sealed as; `letterRecipient` reads it. */
export const writeRecipient = ({ name, street, postcode, city, addressIsSecret }: LetterRecipient): string =>
  JSON.stringify({ name, street, postcode, city, addressIsSecret });

/** @returns null for what `writeRecipient` did not write */
export const readRecipient = (text: string): LetterRecipient | null => {
  try {
    const read = JSON.parse(text) as Partial<Record<keyof LetterRecipient, unknown>> | null;
    const { name, street, postcode, city, addressIsSecret } = read ?? {};
    if (![name, street, postcode, city].every((line) => typeof line === 'string' && line !== '')) return null;
    return typeof addressIsSecret === 'boolean'
      ? { name: String(name), street: String(street), postcode: String(postcode), city: String(city), addressIsSecret }
      : null;
  } catch {
    return null;
  }
};

/** Lines that say "here begins another mail". */

const phrases =
  /^(?:(?:den )?(?:opprinnelige?|opprinneleg|opphavleg|opphaveleg|opphavelege?|oprindelig|ursprungligt|vidaresende?|vidaresendt|videresendte?|videresend|vidarebefordrat|original|forwarded|ursprüngliche|weitergeleitete|reply|svar på)(?: (?:melding(?:en|a)?|e-?post(?:en)?|mail|avtale|beskjed|besked|meddelelse|meddelande|message|e-?mail|nachricht))?(?: (?:fra|frå|from|by) .{1,80})?|begin forwarded message|start(?:en)? på (?:den )?(?:videresendte?|vidaresende?)(?: melding(?:en|a)?| e-?post(?:en)?)?|begynnelse(?:n)? på (?:den )?videresendte? melding(?:en)?|begynnelsen på videresendt melding|inline attachment follows|message d'origine|vidaresend melding)$/u;

/** A line of nothing but a ruler. */
export const isRuler = (line: string): boolean => /^[\s>]*(?:[_=*\u2014\u2500]{5,}|-{5,})\s*$/.test(line);

/**
 * @returns 'drawn' when it stands between dashes, as programs write it; 'plain' for the bare words, which a person
 *          may write as well
 */
export const quoteMarker = (line: string): 'drawn' | 'plain' | null => {
  const text = line.replace(/[\u00a0\u202f\t]/g, ' ').trim();
  if (text.length > 140) return null;
  const words = text.replace(/^[-_=*~ ]+|[-_=*~: ]+$/g, '').toLowerCase();
  if (!phrases.test(words)) return null;
  return /^[-_=]{2,}/.test(text) && /[-_=]{2,}:?$/.test(text) ? 'drawn' : 'plain';
};

/** ">>> Ola Nordmann 03.03.2026 10:15 >>>", as GroupWise writes it. */
export const isBracketed = (line: string): boolean => /^>>> [^>].{1,200}\d{1,2}[:.]\d{2}.{0,20} >>>\s*$/.test(line);

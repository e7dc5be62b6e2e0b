/** Subjects that programs write when their owner is away. */

const marks =
  /^(?:automatisk svar|automatisk e-?postsvar|autosvar|auto-svar|fraværsmelding|fråværsmelding|fraværsassistent|fråværsassistent|ikke til stede|ikkje til stades|ikke tilstede|ikkje til stede|ute av kontoret|utanfor kontoret|utenfor kontoret|borte fra kontoret|feriemelding|automatiskt svar|frånvaromeddelande|automatic reply|auto(?:matic)? ?response|auto-?reply|out of (?:the )?office|out-of-office|vacation (?:reply|response)|away from (?:the )?office|automatische antwort|abwesenheits\p{L}*|réponse automatique|respuesta automática|autoodpowiedź|odpowiedź automatyczna)/iu;

/**
 * Whether a subject is one of those, and not a person's own sentence that begins with the same words: after them comes
 * nothing, a mark, or the subject they answer.
 * @source  mail.md 6; E13
 */
export const isOutOfOffice = (subject: string): boolean => {
  const text = subject.trim();
  const mark = marks.exec(text)?.[0];
  if (mark === undefined) return false;
  return /^(?:$|\s*[:;,(\[!–—-]|\.\s*$|\s+(?:re|sv|vs|fwd?|fra|frå|from|autoreply|reply|message|melding|t\.o\.m|until|i dag|today|(?:(?:frem |fram )?til (?:og med )?|(?:uke|veke|week) )?\d+)\b)/iu.test(
    text.slice(mark.length),
  );
};

/** What fits one text message: 160 characters of the alphabet every phone has. */

/** GSM 03.38, the basic table; the extension table counts double. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑܧ¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/**
 * @returns septets the text takes; null when a letter of it is in neither table and the phone would need UCS-2
 * @source  3GPP TS 23.038 § 6.2.1
 */
export const septets = (text: string): number | null =>
  Array.from(text).reduce<number | null>((sum, letter) => {
    if (sum === null) return null;
    if (basic.includes(letter)) return sum + 1;
    return extended.includes(letter) ? sum + 2 : null;
  }, 0);

/** One message and not two: a code torn apart is no use to anybody. */
export const mostSeptets = 160;

/** Notices text written to steer a machine instead of asking a desk: nothing in it is carried out, a person reads it. */

const ROLE = /(?:^|[\n.!?] ?)["'<[]{0,2}(?:system|assistant|developer|user)["'>\]]{0,2} ?:/i;
const TAG = /<\/?(?:system|instructions?|prompt)>|\[\/?inst\]|"role" ?: ?"/i;
const ORDER =
  /(?<!\p{L})(?:ignore|disregard|forget|override|ignorer|glem|gløym|overstyr|se bort fra|sjå bort frå) (?:\p{L}{1,12} ){0,3}(?:instruction|instruks|prompt|rules|regler|reglane)/iu;

/** @param text  normalised */
export function isMachineOrder(text: string): boolean {
  return ROLE.test(text) || TAG.test(text) || ORDER.test(text);
}

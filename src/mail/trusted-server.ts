/** By which name our receiving server signs its verdicts on a mail. */
import type { DeskAddress } from '../modules/outbox/desk-address.js';
import type { Settings } from '../modules/policy/settings.schema.js';

/**
 * @returns the operator's setting; in the demo, where the dev door is the receiving server, a name of its own;
 *          else null, and no verdict is trusted
 * @source  E03
 */
export const trustedServer = (settings: Settings, desk: DeskAddress): string | null =>
  settings.MAIL_AUTHSERV_ID ?? (settings.SKRANKE_MODE === 'demo' ? `mx.${desk.domain}` : null);

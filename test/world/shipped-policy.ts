import type { DeskPolicy } from '../../src/modules/policy/desk-policy.js';
import { loadPolicy } from '../../src/modules/policy/load-policy.service.js';

/** The rules the desk ships with, the sample collector's name and rates included. */
export const shippedPolicy: DeskPolicy = loadPolicy({
  configDirectory: 'config',
  publicUrl: 'https://skranke.fjordvakt.example',
  demo: true,
});

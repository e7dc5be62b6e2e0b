// The demo's mailbox page and the privacy notice share one stylesheet.
import { cpSync, mkdirSync } from 'node:fs';

mkdirSync(new URL('../../dist/web/dev-assets/', import.meta.url), { recursive: true });
cpSync(new URL('./page.css', import.meta.url), new URL('../../dist/web/dev-assets/page.css', import.meta.url));

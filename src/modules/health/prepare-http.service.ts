import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { Settings } from '../policy/settings.schema.js';

const largestJson = '128kb';
const largestForm = '128kb';
const largestMail = '26mb';
const largestReport = '16kb';
const signedReports = '/sms/reports';
/** Who sends her headers or her body drop by drop is let go (C16), ms. */
const headersMs = 10_000;
const requestMs = 20_000;
const lookEveryMs = 5_000;

/** Headers, bodies, proxies and streams, the same in the product and in the tests. */
export const prepareHttp = (app: NestExpressApplication, settings: Settings): void => {
  const isTls = settings.publicUrl.startsWith('https:');
  app.set('trust proxy', settings.SKRANKE_PROXY_HOPS);
  app.disable('x-powered-by');
  // Nothing here is asked for twice with an If-None-Match, and a hash of every answer costs time.
  app.disable('etag');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
          ...(isTls ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isTls,
      xFrameOptions: { action: 'deny' },
    }),
  );
  // A signature is over the bytes as they came.
  app.useBodyParser('raw', { type: ({ url }) => url === signedReports, limit: largestReport });
  app.useBodyParser('json', { limit: largestJson });
  app.useBodyParser('urlencoded', { limit: largestForm, extended: false });
  app.useBodyParser('raw', { type: 'message/rfc822', limit: largestMail });
  app.enableShutdownHooks([]);
  Object.assign(app.getHttpServer(), {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: lookEveryMs,
  });
};

/** The process that answers HTTP: chat, console, dev doors. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger as PinoLogger } from 'nestjs-pino';
import { MainModule } from './app.module.js';
import { ConsoleModule } from './modules/console/console.module.js';
import { prepareHttp } from './modules/health/prepare-http.service.js';
import { startProcess } from './modules/health/process.service.js';
import { readSettings } from './settings.js';

await startProcess('main', async () => {
  const settings = readSettings();
  const app = await NestFactory.create<NestExpressApplication>(MainModule.with(settings), {
    abortOnError: false,
    bufferLogs: true,
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(PinoLogger));
  prepareHttp(app, settings);
  ConsoleModule.describe(app);
  await app.listen(settings.PORT, settings.HOST);
  return app;
});

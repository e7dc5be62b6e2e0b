/** The process that reads mail, looks people up, sends and runs what is due. It answers no HTTP. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger as PinoLogger } from 'nestjs-pino';
import { WorkerModule } from './app.module.js';
import { startProcess } from './modules/health/process.service.js';
import { readSettings } from './settings.js';

await startProcess('worker', async () => {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(readSettings()), {
    abortOnError: false,
    bufferLogs: true,
  });
  app.useLogger(app.get(PinoLogger));
  return app;
});

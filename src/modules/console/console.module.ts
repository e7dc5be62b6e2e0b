import { Module, type INestApplication, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';
import { CaseworkModule } from '../casework/casework.module.js';
import { AccountsRepository } from './accounts.repository.js';
import { ApiDocumentController } from './api-document.controller.js';
import { ApiDocumentService } from './api-document.service.js';
import { CasesController } from './cases.controller.js';
import { CaseworkerGuard } from './caseworker.guard.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import { EnrolmentService } from './enrolment.service.js';
import { LoginAllowanceService } from './login-allowance.service.js';
import { LoginController } from './login.controller.js';
import { LoginService } from './login.service.js';
import { MailsController } from './mails.controller.js';
import { PasswordHashService } from './password-hash.service.js';
import { QueuesController } from './queues.controller.js';
import { SessionController } from './session.controller.js';

/** HTTP for caseworkers. Nothing of it is kept by a browser or on the way. */
@Module({
  imports: [CaseworkModule],
  controllers: [
    SessionController,
    LoginController,
    QueuesController,
    CasesController,
    MailsController,
    ApiDocumentController,
  ],
  providers: [
    AccountsRepository,
    ConsoleSessionsRepository,
    EnrolmentService,
    LoginAllowanceService,
    LoginService,
    PasswordHashService,
    ApiDocumentService,
    { provide: APP_GUARD, useClass: CaseworkerGuard },
  ],
})
export class ConsoleModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply((_: Request, response: Response, next: NextFunction) => {
        response.setHeader('Cache-Control', 'no-store');
        next();
      })
      .forRoutes('api/console/*path');
  }

  /** Makes the OpenAPI document of an application that is about to listen. */
  static describe(app: INestApplication): void {
    app.get(ApiDocumentService).describe(app, [ConsoleModule]);
  }
}

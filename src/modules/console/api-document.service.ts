import { Injectable, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SkrankeError } from '../values/errors.js';
import { cookieName } from './session-cookie.js';

/** The OpenAPI document of the console's API, made once from the routes themselves. */
@Injectable()
export class ApiDocumentService {
  private made: OpenAPIObject | null = null;

  /** @param app  before it listens; @param rooms  the modules whose routes are told */
  describe(app: INestApplication, rooms: readonly (new () => unknown)[]): void {
    const head = new DocumentBuilder()
      .setTitle('Skranke, the console')
      .setDescription('What a caseworker of the desk can see and do. Every change needs the Origin of the site itself.')
      .setVersion('1')
      .addCookieAuth(cookieName)
      .build();
    this.made = SwaggerModule.createDocument(app, head, { include: [...rooms] });
  }

  /** @throws SKR_UNAVAILABLE before it was made */
  get document(): OpenAPIObject {
    if (this.made === null) throw new SkrankeError('SKR_UNAVAILABLE', 'the document is made when the desk starts');
    return this.made;
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { AnyoneMay } from '../policy/may.guard.js';
import { ApiDocumentService } from './api-document.service.js';

@ApiExcludeController()
@Controller('api/openapi.json')
export class ApiDocumentController {
  constructor(private readonly documents: ApiDocumentService) {}

  @Get()
  @AnyoneMay('tells what doors there are, and nothing of anybody')
  document(): OpenAPIObject {
    return this.documents.document;
  }
}

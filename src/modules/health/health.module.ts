import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { METRICS, newMetrics } from './metrics.service.js';
import { PagesController } from './pages.controller.js';
import { PagesService } from './pages.service.js';

@Module({
  controllers: [HealthController, PagesController],
  providers: [PagesService, { provide: METRICS, useFactory: newMetrics }],
})
export class HealthModule {}

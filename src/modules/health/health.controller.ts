import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { AnyoneMay } from '../policy/may.guard.js';
import { METRICS, type Metrics } from './metrics.service.js';

/** Whether the process lives, whether it can serve, and its counters; none of it is about anybody. */
@Controller()
export class HealthController {
  constructor(
    private readonly source: DataSource,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  @AnyoneMay('tells only that the process runs')
  alive(): { readonly alive: true } {
    return { alive: true };
  }

  @Get('readyz')
  @AnyoneMay('tells only whether the desk can serve')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ readonly ready: boolean }> {
    const ready = await this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503);
    return { ready };
  }

  @Get('metrics')
  @AnyoneMay('counters without labels that could tell of a person')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async counters(): Promise<string> {
    return this.metrics.text();
  }
}

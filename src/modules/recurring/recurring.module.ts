import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { loadRecurring, RECURRING_ROWS } from './recurring-rows.service.js';
import { RecurringJob } from './recurring.job.js';
import { RECURRING_WORK, type RecurringWork } from './recurring.schema.js';
import { SweepAllowancesJob } from './sweep-allowances.job.js';

/** The worker's clockwork. Which work there is, the process says; when it runs, `config/recurring.yaml` says. */
@Module({})
export class RecurringModule {
  static with(imports: NonNullable<ModuleMetadata['imports']>, works: readonly Type<RecurringWork>[]): DynamicModule {
    return {
      module: RecurringModule,
      imports,
      providers: [
        SweepAllowancesJob,
        {
          provide: RECURRING_WORK,
          inject: [SweepAllowancesJob, ...works],
          useFactory: (...all: RecurringWork[]) => all,
        },
        {
          provide: RECURRING_ROWS,
          inject: [SETTINGS, RECURRING_WORK],
          useFactory: (settings: Settings, all: RecurringWork[]) => loadRecurring(settings.configDirectory, all),
        },
        RecurringJob,
      ],
    };
  }
}

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VaultService } from '../disclosure/vault.service.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { ClockService } from './clock.service.js';
import { dataSourceOptions } from './data-source.service.js';
import { SignalsService } from './signals.service.js';

/** Floor 0 for everybody: the connection, the keys, the clock and the signals. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({
        ...dataSourceOptions(settings.DATABASE_URL),
        autoLoadEntities: true,
        retryAttempts: 5,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [VaultService, ClockService, SignalsService],
  exports: [TypeOrmModule, VaultService, ClockService, SignalsService],
})
export class DatabaseModule {}

import { Module } from '@nestjs/common';
import { CaseworkModule } from '../casework/casework.module.js';

/** HTTP for caseworkers. */
@Module({ imports: [CaseworkModule] })
export class ConsoleModule {}

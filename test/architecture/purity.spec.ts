import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { cruiseHouse, type Cruised } from './cruise-house.js';
import { isPurityRule } from './purity-rules.js';

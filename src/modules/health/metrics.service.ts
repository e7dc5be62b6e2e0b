import { collectDefaultMetrics, Registry } from 'prom-client';

export type Metrics = { text(): Promise<string> };

/** Injection token of the process's counters. */
export const METRICS = Symbol('metrics');

/** The process's own registry: CPU, memory, event loop. */
export const newMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { text: async () => registry.metrics() };
};

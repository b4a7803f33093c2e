/** What the server counts about itself, in the text format that Prometheus reads. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  /** `outcome` is `ok` or the code of the refusal. */
  readonly called: (operation: string, kind: 'command' | 'query', outcome: string, seconds: number) => void;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** `streams` tells how many are open. */
export function makeMetrics(streams: () => number): Metrics {
  const registry = new Registry();
  const calls = new Counter({
    name: 'shortlist_operations_total',
    help: 'Operations answered, by name and outcome',
    labelNames: ['operation', 'kind', 'outcome'] as const,
    registers: [registry],
  });
  const latency = new Histogram({
    name: 'shortlist_operation_seconds',
    help: 'Time from a request being read to its answer',
    labelNames: ['kind'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const open = new Gauge({ name: 'shortlist_streams', help: 'Feed streams that are open', registers: [registry] });
  let hasDefaults = false;
  return {
    called: (operation, kind, outcome, seconds) => {
      calls.inc({ operation, kind, outcome });
      latency.observe({ kind }, seconds);
    },
    contentType: registry.contentType,
    text: async () => {
      // They watch the event loop and the collector, which nobody pays for who never asks.
      if (!hasDefaults) collectDefaultMetrics({ register: registry });
      hasDefaults = true;
      open.set(streams());
      return await registry.metrics();
    },
  };
}

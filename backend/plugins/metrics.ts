import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** After each commit: the writes in it, and its seconds. */
  commit: (works: number, seconds: number) => void;
  /** Once what happened is on disk and can be asked for: the seconds since its request was begun. */
  changed: (seconds: number) => void;
  /** After each answer of Spekit's to what was passed on. */
  relayed: (method: string, status: number, seconds: number) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const works = new Histogram({
    name: 'sourcemark_commit_writes',
    help: 'Writes kept by one commit',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'sourcemark_commit_seconds',
    help: 'Seconds that a commit took, its writes included',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
    registers: [registry],
  });
  const lag = new Histogram({
    name: 'sourcemark_change_lag_seconds',
    help: 'Seconds until a change can be asked for, from when its request was begun',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  const relay = new Histogram({
    name: 'sourcemark_relay_seconds',
    help: 'Seconds that Spekit took to answer what was passed on to it',
    labelNames: ['method', 'status'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return {
    registry,
    relayed(method, status, duration) {
      relay.observe({ method, status }, duration);
    },
    changed(duration) {
      lag.observe(duration);
    },
    commit(count, duration) {
      works.observe(count);
      seconds.observe(duration);
    },
  };
}

/** Measures every request by its route, never by its address: an address may hold names. */
export function measureRequests(app: FastifyInstance, { registry }: Metrics): void {
  const seconds = new Histogram({
    name: 'sourcemark_request_seconds',
    help: 'Seconds from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    request.log.debug({ ...labels, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

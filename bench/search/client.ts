import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';

/** A resident's browser: one connection that is kept, one request at a time, answers in gzip. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** Milliseconds until the last byte; status 0 where there was no answer. */
  get(address: string): Promise<{ ms: number; status: number }> {
    const begun = performance.now();
    return new Promise((resolve) => {
      const settle = (status: number) => resolve({ ms: performance.now() - begun, status });
      get(address, { agent: this.#agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        answer.resume();
        answer.once('end', () => settle(answer.statusCode ?? 0));
      }).once('error', () => settle(0));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

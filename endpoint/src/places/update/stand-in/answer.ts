import type { ServerResponse } from 'node:http';

/** An answer in place of the service's own. */
export interface Fault {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Ends the connection after so many bytes of the answer. */
  cutAfter?: number;
  /** Sends the head of the answer and then nothing more. */
  stalls?: boolean;
  /** Sends a byte each few ms, without end. */
  drips?: boolean;
}

const DRIP_MS = 5;

/** Sends `body`, or what the fault makes of it. */
export function answer(response: ServerResponse, fault: Fault, body: string): void {
  const text = fault.body ?? body;
  response.writeHead(fault.status ?? 200, { 'content-type': 'application/json', ...fault.headers });
  if (fault.stalls) return response.flushHeaders();
  if (fault.drips) {
    const drip = setInterval(() => response.write(' '), DRIP_MS);
    response.on('close', () => clearInterval(drip));
    return;
  }
  if (fault.cutAfter === undefined) response.end(text);
  else response.write(text.slice(0, fault.cutAfter), () => response.destroy());
}

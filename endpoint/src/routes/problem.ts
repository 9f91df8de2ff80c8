import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/index.ts';
import { Unanswered } from '../search/serving.ts';

/** A refusal that says in one sentence what to mend. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly parameter?: string;

  constructor(status: number, sentence: string, parameter?: string) {
    super(sentence);
    this.status = status;
    this.parameter = parameter;
  }
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not authorised',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Too large',
  414: 'Address too long',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};

/** Who asked a busy endpoint may ask again after so many seconds. */
export const RETRY_AFTER_S = 2;

/** A refusal as problem details (RFC 9457). */
export function problem(status: number, detail: string, parameter?: string): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'Refused', status, detail, parameter };
}

/** The refusal that an error stands for; anything unforeseen is a 500 that tells nothing of the inside. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Unanswered) return new Refusal(503, error.message);
  const { validation, validationContext, statusCode, message } = error as FastifyError;
  if (validation?.[0]) return badParameter(validation[0], validationContext ?? 'querystring');
  if (statusCode !== undefined && statusCode < 500) return new Refusal(statusCode, message);
  return new Refusal(500, 'Something went wrong in the endpoint; its log says what.');
}

/** Sends problem details for whatever a route threw. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.status === 500) request.log.error(error);
  if (refusal.status === 503) reply.header('retry-after', RETRY_AFTER_S);
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problem(refusal.status, refusal.message, refusal.parameter));
}

interface Fault {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  message?: string;
}

function badParameter(fault: Fault, context: string): Refusal {
  const where = context === 'params' ? 'address' : 'query';
  if (fault.keyword === 'additionalProperties') {
    const name = String(fault.params.additionalProperty);
    return new Refusal(
      400,
      `The parameter "${name}" is not known here: check its spelling, or leave it out.`,
      name,
    );
  }
  if (fault.keyword === 'required') {
    const name = String(fault.params.missingProperty);
    return new Refusal(400, `The ${where} lacks the parameter "${name}".`, name);
  }
  const name = fault.instancePath.replace(/^\//, '').split('/')[0]!;
  return new Refusal(400, `The parameter "${name}" ${said(fault)}.`, name);
}

function said({ keyword, params, message }: Fault): string {
  if (keyword === 'type') return `must be one ${String(params.type)}`;
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as string[]).join(', ')}`;
  if (keyword === 'pattern') {
    const words = /^\^\((.+?)\)\(,/.exec(String(params.pattern))?.[1];
    if (words?.includes('\\d')) return 'takes codes of communes of five characters, with commas between them';
    if (words) return `takes these words, with commas between them: ${words.replaceAll('|', ', ')}`;
    return 'takes values as the facet of that name gives them, with commas between them';
  }
  return message ?? 'is not valid';
}

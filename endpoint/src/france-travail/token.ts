import { FeedError } from '../feeds/error.ts';
import type { Caller } from './call.ts';
import { Unreachable } from './call.ts';
import { KEY_VARIABLES } from './settings.ts';

/** What an application may ask for; the service wants both words. */
const SCOPE = 'api_offresdemploiv2 o2dsoffre';
/** A token is renewed so long before it ends, in ms: requests may still be on their way. */
const MARGIN_MS = 60_000;

/** A town's keys. */
export interface Keys {
  id: string;
  secret: string;
}

/** The access token of OAuth 2 client credentials (RFC 6749, 4.4): asked for when needed, kept until shortly before its end. */
export class Token {
  readonly #caller: Caller;
  readonly #address: URL;
  readonly #keys: Keys;
  #value: Promise<{ token: string; until: number }> | undefined;

  constructor(caller: Caller, address: string, keys: Keys) {
    this.#caller = caller;
    this.#address = new URL(address);
    this.#keys = keys;
  }

  /**
   * The token to send.
   * @param refused one that the service no longer takes; it is not given again
   * @throws {FeedError} where the keys are refused
   * @throws {Unreachable} where it may work the next time
   */
  async get(refused?: string): Promise<string> {
    for (;;) {
      const asked = (this.#value ??= this.#ask());
      try {
        const { token, until } = await asked;
        if (token !== refused && Date.now() < until) return token;
      } catch (error) {
        if (this.#value === asked) this.#value = undefined;
        throw error;
      }
      // Others may have begun to renew it meanwhile.
      if (this.#value === asked) this.#value = undefined;
    }
  }

  async #ask(): Promise<{ token: string; until: number }> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.#keys.id,
      client_secret: this.#keys.secret,
      scope: SCOPE,
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const { status, text } = await this.#caller.call(this.#address, { method: 'POST', headers, body });
    if (status === 400 || status === 401 || status === 403) {
      throw new FeedError(
        `France Travail refuses the keys (${status}); check ${KEY_VARIABLES.join(' and ')}, and that the application is subscribed to "Offres d'emploi v2".`,
      );
    }
    const answer = status === 200 ? parse(text) : undefined;
    if (!answer) throw new Unreachable(`it gives no token (${status})`);
    const lifeMs = answer.expires_in * 1000;
    return { token: answer.access_token, until: Date.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
  }
}

function parse(text: string): { access_token: string; expires_in: number } | undefined {
  try {
    const { access_token, expires_in } = JSON.parse(text) as Record<string, unknown>;
    const seconds = Number(expires_in);
    return typeof access_token === 'string' && seconds > 0
      ? { access_token, expires_in: seconds }
      : undefined;
  } catch {
    return undefined;
  }
}

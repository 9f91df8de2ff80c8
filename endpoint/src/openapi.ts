import { createApp } from './app.ts';
import type { Services } from './services.ts';

/** The contract as an OpenAPI document, from the routes themselves; nothing is opened or asked for it. */
export async function openapiDocument(): Promise<object> {
  const unasked = {} as Services;
  const app = await createApp(unasked);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}

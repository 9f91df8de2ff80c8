// Looks texts up in another language than French: pages in French do without it.
import type { LocaleModule } from '@lit/localize';
import { shortId } from './short-id.ts';

export { configureLocalization } from '@lit/localize/init/runtime.js';

/** Texts that are found by their whole ids; what is added to them later is found too. */
export function byWholeId({ templates }: LocaleModule): LocaleModule {
  return { templates: new Proxy(templates, { get: (texts, id) => texts[shortId(String(id))] }) };
}

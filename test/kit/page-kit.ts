import { LitElement } from 'lit';
import { calm, endpointAddress } from './browser-kit.ts';
import { CountController } from '../../src/page/count-controller.ts';
import { registry } from '../../src/page/registry.ts';
import { SearchController } from '../../src/page/search-controller.ts';

/** Stands for every element of a search: what the page room does must not depend on what elements show. */
export class Probe extends LitElement {
  readonly page = new SearchController(this);

  get texts(): string | undefined {
    const { criteria, status } = this.page.state ?? {};
    return status && `${status} ${criteria?.q ?? ''}`.trim();
  }
}

export class CounterProbe extends LitElement {
  readonly count = new CountController(this);
}

customElements.define('town-jobs', class extends Probe {});
customElements.define('town-jobs-search', class extends Probe {});
customElements.define('town-jobs-results', class extends Probe {});
customElements.define('town-jobs-filters', class extends Probe {});
customElements.define('town-jobs-counter', CounterProbe);

const KEY = Symbol.for('town-jobs.registry.v1');
const home = location.pathname;
// The test runner's own parameter has served.
history.replaceState(null, '', home);

/** Puts elements into the document, as a page does; the script tag names the endpoint and, unless told, a board. */
export function setup<T extends Element = Probe>(html: string, script = { board: 'saint-omer' } as object) {
  Object.assign(registry().script, { endpoint: endpointAddress, ...script });
  const ground = document.createElement('div');
  ground.innerHTML = html;
  document.body.append(ground);
  return { ground, all: [...ground.querySelectorAll<T>('*')] };
}

/** Forgets the page: elements, registry, address, faults and requests. */
export async function tidy(): Promise<void> {
  document.body.replaceChildren();
  Reflect.deleteProperty(globalThis, KEY);
  history.replaceState(null, '', home);
  await calm();
}

import type { Query } from './service.ts';

/** What the boards of an endpoint show, together. */
export interface Reach {
  /** INSEE codes of every commune that a board reaches. */
  communes: ReadonlySet<string>;
  /** Codes of the départements of member communes: their offers without a commune are shown, too. */
  departments: ReadonlySet<string>;
}

/** Communes that one query may name. */
const COMMUNES_A_QUERY = 5;
/** Fewer communes than this at the edge of a territory are asked for by name, more as their département. */
const MAX_NAMED = 25;
/** Cities whose arrondissements have codes of their own: their offers carry those. */
const WITH_ARRONDISSEMENTS = new Set(['75056', '13055', '69123']);

/**
 * The parts of a territory that are asked for one by one: départements as a whole where members lie or much is
 * reached, else a few communes.
 * @param departmentOf the code of a commune's département
 */
export function areasOf(reach: Reach, departmentOf: (insee: string) => string | undefined): Query[] {
  const reached = new Map<string, string[]>();
  for (const code of reach.departments) reached.set(code, []);
  for (const insee of reach.communes) {
    const department = departmentOf(insee);
    if (department) reached.set(department, [...(reached.get(department) ?? []), insee]);
  }
  return [...reached].sort().flatMap(([department, communes]): Query[] => {
    const whole =
      reach.departments.has(department) ||
      communes.length > MAX_NAMED ||
      communes.some((insee) => WITH_ARRONDISSEMENTS.has(insee));
    return whole ? [{ departement: department }] : named(communes.sort());
  });
}

function named(communes: readonly string[]): Query[] {
  const queries: Query[] = [];
  for (let from = 0; from < communes.length; from += COMMUNES_A_QUERY) {
    // Without a distance of 0 the service adds 10 km.
    queries.push({ commune: communes.slice(from, from + COMMUNES_A_QUERY).join(','), distance: '0' });
  }
  return queries;
}

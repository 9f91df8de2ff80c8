import type { Commune, Places } from '../../places/places.ts';

/** Names that are listed where a name is not enough, or not known. */
const MOST_LISTED = 12;
/** What tells homonyms apart may stand behind the name: "Saint-Omer (62)", "Saint-Omer 62". */
const WITH_DEPARTMENT = /^(.+?)[\s,]*\(?\b(\d{2,3}|2[AB])\)?$/i;

/** Among homonyms one is meant without saying where it is many times the size of the next. */
const CLEARLY_LARGER = 10;

export interface Found {
  commune: Commune;
  /** Communes of the same name that were not taken. */
  others: readonly Commune[];
}

/**
 * The one commune that an operator means by its name or INSEE code. Of homonyms that is one that is many times the size
 * of the others; they are given with it.
 *
 * @param department code of the département, which tells homonyms apart
 * @throws with one sentence where there is none, or more than one
 */
export function findCommune(places: Places, text: string, department?: string): Found {
  const asked = text.trim();
  if (department !== undefined && !places.department(department.toUpperCase()))
    throw new Error(`"${department}" is no code of a département; write one like 62, 2A or 974.`);
  const byCode = /^\d[\dAB]\d{3}$/i.test(asked) ? places.commune(asked.toUpperCase()) : undefined;
  if (byCode) return { commune: byCode, others: [] };

  const [, name = asked, code] = WITH_DEPARTMENT.exec(asked) ?? [];
  const within = (department ?? code)?.toUpperCase();
  const named = places.named(name);
  const found = within === undefined ? named : named.filter((commune) => commune.department === within);
  const [commune, ...others] = found;
  if (commune && commune.population > CLEARLY_LARGER * (others[0]?.population ?? 0))
    return { commune, others };
  if (found.length > 1 || named.length > 0) {
    const list = listOf(found.length > 0 ? found : named, places);
    throw new Error(
      found.length > 0
        ? `Several communes are called "${name}": name the département, such as --department ${found[0]!.department}, or the INSEE code.\n${list}`
        : `No commune of département ${within} is called "${name}", but these are:\n${list}`,
    );
  }
  const near = places.suggest(name, NOWHERE, MOST_LISTED).flatMap(({ name: other }) => other);
  const hint = near.length > 0 ? ` Did you mean ${[...new Set(near)].slice(0, 3).join(', ')}?` : '';
  throw new Error(`No commune of France is called "${name}".${hint}`);
}

const NOWHERE = {
  members: new Set<string>(),
  inReach: new Set<string>(),
  departments: new Set<string>(),
};

function listOf(communes: readonly Commune[], places: Places): string {
  const lines = communes.slice(0, MOST_LISTED).map(({ insee, name, department, population }) => {
    const area = places.department(department)?.name ?? department;
    return `  ${name} (${department}, ${area}), INSEE ${insee}, ${population} inhabitants`;
  });
  const more = communes.length - MOST_LISTED;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

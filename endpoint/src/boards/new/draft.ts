import { stringify } from 'yaml';
import { fold } from '../../places/fold.ts';
import type { Commune, Epci } from '../../places/places.ts';

/** What a new board's file says. */
export interface Draft {
  id: string;
  commune: Commune;
  /** Absent for the islands that belong to none. */
  epci?: Epci;
}

/** The id of a commune's board: "saint-omer". */
export function idOf(name: string): string {
  return fold(name).replaceAll(' ', '-');
}

/** The file of a new board, with comments for who goes on with it. */
export function draftYaml({ id, commune, epci }: Draft): string {
  const territory = epci ? `epcis: ['${epci.code}'] # ${epci.name}` : `communes: ['${commune.insee}']`;
  const name = epci ? territoryName(epci.name) : `la commune ${ofName(commune.name)}`;
  return `# The board of ${commune.name}. After each change: town-jobs check. A running server reads it again by itself.

# Its address, https://HOST/${id}, and what a webmaster writes into the element's board attribute.
id: ${id}

# The heading that residents see.
name: ${scalar(`L’emploi ${atName(commune.name)}`)}

# What the board covers: intercommunalities (epcis), single communes by INSEE code (communes), or all
# around one of them (around: { commune: '${commune.insee}', km: 15 }). What is named is added up.
territory:
  name: ${scalar(name)}
  ${territory}

# The board also shows the communes whose centre lies within so many kilometres of these, at most 50.
nearby: 20

# Distances that residents can choose, in kilometres, and the one without a choice.
radius: { steps: [5, 10, 20, 30, 50], default: 20 }

# As long as no partner is configured, sample offers stand here under a banner that says so.
samples: true

# The town's main colour is enough: contrast is kept whatever it is.
# theme: { color-primary: '#12596a' }

# Whom residents ask about the board (an e-mail address or a page), and the page with the legal notice.
# contact: mairie@example.org
# imprint: https://www.example.org/mentions-legales

# Partners whose offers are shown; all of partners/*.yaml without it.
# partners: [france-travail]
`;
}

/** "la communauté d’agglomération du Pays de Saint-Omer" for "CA du Pays de Saint-Omer". */
export function territoryName(epci: string): string {
  const [, short, rest] = /^(CC|CA|CU)\s+(.*)$/.exec(epci) ?? [];
  const kinds: Record<string, string> = {
    CC: 'la communauté de communes',
    CA: 'la communauté d’agglomération',
    CU: 'la communauté urbaine',
  };
  return short && rest ? `${kinds[short]} ${rest}` : epci;
}

/** "à Saint-Omer", "au Havre", "aux Sables-d’Olonne". */
function atName(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
  return name.startsWith('Les ') ? `aux ${name.slice(4)}` : `à ${name}`;
}

/** "de Saint-Omer", "d’Ouessant", "du Palais". */
function ofName(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[aeiouyhœæ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trim();
}

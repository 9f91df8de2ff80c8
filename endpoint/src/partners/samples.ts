import type { Gathering } from '../feeds/feed.ts';
import type { Posting } from '../offers/posting.ts';
import type { Places } from '../places/places.ts';
import type { Partner } from './partner.ts';

/** Where sample offers come from: the endpoint itself, as long as no partner is configured. */
export interface SamplesFeed {
  kind: 'samples';
  /** A cron expression in the time of Paris; samples never change. */
  every: string;
  /** No mapping is needed. */
  mapping: '';
  /** INSEE codes of each board's communes that get samples. */
  communes: readonly (readonly string[])[];
}

/** Every board gets one of each. */
const SAMPLES: Pick<Posting, 'title' | 'contract' | 'hours' | 'pay' | 'trade'>[] = [
  {
    title: 'Boulanger, boulangère',
    contract: { kind: 'cdi' },
    hours: { time: 'full', weekly: 35 },
    pay: { min: 2000, max: 2200, period: 'month', comparable: 2000 },
    trade: { code: 'D1102', label: 'Boulangerie - viennoiserie' },
  },
  {
    title: 'Infirmier, infirmière',
    contract: { kind: 'cdd', months: 6 },
    hours: { time: 'full' },
    pay: { min: 2400, period: 'month', comparable: 2400 },
    trade: { code: 'J1506', label: 'Soins infirmiers généralistes' },
  },
  {
    title: 'Cariste',
    contract: { kind: 'interim', months: 3 },
    hours: { time: 'full' },
    pay: { min: 12.5, period: 'hour', comparable: 1895.88 },
    trade: { code: 'N1101', label: 'Conduite d’engins de déplacement des charges' },
  },
  {
    title: 'Aide à domicile',
    contract: { kind: 'cdi' },
    hours: { time: 'part', weekly: 28 },
    trade: { code: 'K1304', label: 'Services domestiques' },
  },
  {
    title: 'Serveur, serveuse',
    contract: { kind: 'saisonnier', months: 4 },
    trade: { code: 'G1803', label: 'Service en restauration' },
  },
  {
    title: 'Maçon, maçonne',
    contract: { kind: 'cdd', nature: 'apprentissage', months: 24 },
    hours: { time: 'full' },
    trade: { code: 'F1703', label: 'Maçonnerie' },
  },
  {
    title: 'Animateur, animatrice périscolaire',
    contract: { kind: 'cdd' },
    hours: { time: 'part' },
    trade: { code: 'G1203', label: 'Animation de loisirs auprès d’enfants ou d’adolescents' },
  },
  {
    title: 'Comptable',
    contract: { kind: 'cdi' },
    hours: { time: 'full', weekly: 39 },
    pay: { min: 30_000, max: 34_000, period: 'year', comparable: 2500 },
    trade: { code: 'M1203', label: 'Comptabilité' },
  },
];
/** Kept for examples (RFC 2606): its page says that it is one. */
const HOST = 'example.org';

/** The partner that samples come from. */
export function samplePartner(communes: SamplesFeed['communes']): Partner {
  return {
    id: 'exemples',
    name: 'Exemples',
    site: `https://${HOST}/`,
    hosts: [HOST],
    licence: { mayForward: false },
    tag: {},
    rank: 1000,
    own: false,
    feed: { kind: 'samples', every: '0 5 * * *', mapping: '', communes },
  };
}

/** Gives the samples, which call themselves so. */
export function gatherSamples(
  partner: string,
  { communes }: SamplesFeed,
  places: Places,
  onPosting: (posting: Posting) => void,
): Gathering {
  let accepted = 0;
  for (const codes of communes) {
    for (const [n, sample] of SAMPLES.entries()) {
      const insee = codes[n % codes.length];
      if (insee === undefined) continue;
      const reference = `${insee}-${n + 1}`;
      accepted++;
      onPosting({
        ...sample,
        key: `${partner}:${reference}`,
        partner,
        reference,
        link: `https://${HOST}/?exemple=${reference}`,
        title: `Exemple : ${sample.title}`,
        description: [{ kind: 'p', runs: [{ text: textFor(places.commune(insee)?.name ?? insee) }] }],
        employer: { name: 'Employeur d’exemple' },
        places: [places.locate({ insee })],
        postedAt: new Date().toISOString(),
        undated: true,
      });
    }
  }
  return {
    ...{ status: 'complete', read: accepted, accepted, refused: {} },
    ...{ contacts: { emails: 0, phones: 0 }, bytes: 0, ms: 0 },
  };
}

function textFor(commune: string): string {
  return `Ceci est un exemple, pas une offre d’emploi : il montre à quoi ressemblera une offre à ${commune}. Il disparaîtra avec les premières offres d’un site partenaire.`;
}

import { areas, kilometres, type AreaId, type Commune } from './communes.ts';
import { tradeOf } from './data/trades/index.ts';
import type { DemoFlaw, DemoPartner, DemoPosting } from './posting.ts';
import { Random } from './random.ts';
import { wordsIn } from './writing/copy.ts';
import { drawJob, type Brief, type Job } from './writing/job.ts';
import { Poster, type Copy } from './writing/poster.ts';

export interface GenerateOptions {
  /** Same seed and same day, same postings. */
  seed: number;
  /** How many postings in all; 300 is the least that holds every peculiarity. */
  size?: number;
  /** Dates are counted back from the UTC day of this instant. */
  today: Date;
}

/** What part of all postings a partner carries. */
export const SHARES: Record<DemoPartner, number> = {
  'grand-tableau': 0.45,
  boussole: 0.35,
  'atelier-rh': 0.15,
  mairies: 0.05,
};
/** What can be wrong with a record. */
export const FLAWS: readonly DemoFlaw[] = [
  'expired',
  'no-title',
  'script-link',
  'repeated-reference',
  'no-link',
  'impossible-date',
  'control-characters',
];
const PARTNERS = Object.keys(SHARES) as DemoPartner[];
/** Share of a partner's postings that have a flaw. */
const FLAWED = 0.025;
/** Share of jobs that a second partner carries too, and of those a third. */
const SHARED = 0.125;
const SHARED_TWICE = 0.2;
/** Share of copies whose title or first words differ from the original's. */
const REWORDED = 0.2;
/** Share of postings of the two large partners that name the employer. */
const NAMED = 0.46;
const FINGERPRINT_WORDS = 60;

/** The postings that the four demonstration partners serve, dated relative to `today`, newest last in no order. */
export function generatePostings({ seed, size = 6000, today }: GenerateOptions): DemoPosting[] {
  return new Generation(seed, size, today).run();
}

class Generation {
  readonly #random: Random;
  readonly #poster: Poster;
  readonly #postings: DemoPosting[] = [];
  /** How many postings each partner still has room for. */
  readonly #room: Record<DemoPartner, number>;
  readonly #texts = new Set<string>();
  #jobs = 0;

  constructor(seed: number, size: number, today: Date) {
    this.#random = new Random(seed);
    this.#poster = new Poster(this.#random, today);
    const [largest, ...others] = PARTNERS as [DemoPartner, ...DemoPartner[]];
    this.#room = { [largest]: size } as Record<DemoPartner, number>;
    for (const partner of others) {
      this.#room[partner] = Math.round(size * SHARES[partner]);
      this.#room[largest] -= this.#room[partner];
    }
  }

  run(): DemoPosting[] {
    const flawed = PARTNERS.flatMap((partner) => this.#flawsOf(partner));
    this.#spray('saint-omer', 'J1501', 23);
    this.#spray('bordeaux', 'N1103', 8);
    this.#nurses();
    for (const [partner, flaw] of flawed) this.#flaw(partner, flaw);
    while (this.#free().length > 0) this.#ordinary();
    return this.#random.shuffle(this.#postings);
  }

  /** Every flaw at the two large partners even in a small demonstration, a few at the others. */
  #flawsOf(partner: DemoPartner): [DemoPartner, DemoFlaw][] {
    const room = this.#room[partner];
    const count = Math.max(Math.round(room * FLAWED), Math.min(FLAWS.length, Math.floor(room / 8)));
    return Array.from({ length: count }, (_, index) => [partner, FLAWS[index % FLAWS.length]!]);
  }

  #free(): DemoPartner[] {
    return PARTNERS.filter((partner) => this.#room[partner] > 0);
  }

  #ordinary(): void {
    const random = this.#random;
    const partner = random.weighted(this.#free(), (free) => this.#room[free]);
    const partners = [partner, ...this.#copiers(partner)];
    this.#post(partners, {});
  }

  /** Who else carries a job; what town halls post is taken over, but they take over nothing. */
  #copiers(partner: DemoPartner): DemoPartner[] {
    const random = this.#random;
    if (!random.chance(SHARED)) return [];
    const count = random.chance(SHARED_TWICE) ? 2 : 1;
    const others = this.#free().filter((free) => free !== partner && free !== 'mairies');
    if (partner === 'mairies') return others.filter((free) => free !== 'atelier-rh').slice(0, 1);
    return random.sample(others, count);
  }

  /** Draws a job and posts it at partners that have room. */
  #post(partners: readonly DemoPartner[], brief: Partial<Brief>, copy: Copy = {}): DemoPosting[] {
    const random = this.#random;
    const named = partners.map((partner) => this.#namesEmployer(partner));
    const own = partners.find((partner) => partner === 'atelier-rh' || partner === 'mairies');
    const job = this.#newJob({
      partner: own ?? partners[0]!,
      named: partners.length === 1 && named[0]! && random.chance(0.4),
      ...brief,
    });
    return partners.map((partner, index) =>
      this.#add(
        this.#poster.post(job, partner, {
          ...copy,
          named: named[index],
          taken: index > 0,
          reworded: index > 0 && random.chance(REWORDED),
        }),
      ),
    );
  }

  #namesEmployer(partner: DemoPartner): boolean {
    return partner === 'atelier-rh' || partner === 'mairies' || this.#random.chance(NAMED);
  }

  /** A job whose title and first words no other job has. */
  #newJob(brief: Omit<Brief, 'number'>): Job {
    const number = ++this.#jobs;
    for (;;) {
      const job = drawJob(this.#random, { ...brief, number });
      const text = [job.title.text, ...wordsIn(job.description).slice(0, FINGERPRINT_WORDS)].join(' ');
      if (this.#texts.has(text)) continue;
      this.#texts.add(text);
      return job;
    }
  }

  #add(posting: DemoPosting): DemoPosting {
    this.#room[posting.partner]--;
    this.#postings.push(posting);
    return posting;
  }

  /** One text in many communes, nearest first, as an aggregator's customer pays for it. */
  #spray(area: AreaId, rome: string, wanted: number): void {
    const count = Math.min(wanted, Math.floor(this.#room['grand-tableau'] / 4));
    const { members, around } = areas()[area];
    const centre = members.find(
      (commune) => commune.name === (area === 'bordeaux' ? 'Bordeaux' : 'Saint-Omer'),
    )!;
    const distance = ({ point }: Commune) => (point ? kilometres(point, centre.point!) : Infinity);
    const communes = [...members, ...around].sort((a, b) => distance(a) - distance(b)).slice(0, count);
    const words = {
      ville: centre.name,
      'à ville': `dans le secteur de ${centre.name}`,
      'de ville': `du secteur de ${centre.name}`,
    };
    const job = this.#newJob({
      partner: 'grand-tableau',
      named: false,
      trade: tradeOf(rome),
      commune: centre,
      contract: 'cdi',
      words,
      title: { text: tradeOf(rome).m, mark: true },
    });
    for (const commune of communes) {
      this.#add(
        this.#poster.post({ ...job, commune }, 'grand-tableau', {
          precise: true,
          spray: area === 'bordeaux' ? 2 : 1,
          title: `${job.title.text} (H/F)`,
        }),
      );
    }
  }

  /** The jobs that the demonstration's walk looks for: nurses in and around Saint-Omer. */
  #nurses(): void {
    const trade = tradeOf('J1506');
    const wanted: [string, DemoPartner, string?][] = [
      ['Saint-Omer', 'atelier-rh', 'Infirmière'],
      ['Saint-Omer', 'boussole'],
      ['Longuenesse', 'grand-tableau'],
      ['Arques', 'atelier-rh'],
      ['Lumbres', 'boussole'],
      ['Blendecques', 'grand-tableau'],
    ];
    for (const [name, partner, title] of wanted) {
      const commune = areas()['saint-omer'].members.find((member) => member.name === name)!;
      this.#post(
        [partner],
        {
          trade,
          commune,
          contract: 'cdi',
          title: title ? { text: title, mark: false } : { text: trade.m, mark: true },
        },
        { precise: true },
      );
    }
  }

  #flaw(partner: DemoPartner, flaw: DemoFlaw): void {
    if (flaw !== 'repeated-reference') {
      this.#post([partner], {}, { flaw });
      return;
    }
    const [original] = this.#post([partner], {});
    if (original && this.#room[partner] > 0) this.#add({ ...original, flaw });
  }
}

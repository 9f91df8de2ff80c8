import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../shared/yaml.ts';
import { loadMapping, type Mapping } from './mapping.ts';
import { PostingMapper } from './postings.ts';
import { Reading } from './read/read.ts';
import { RejectedRecord } from './read/record.ts';

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-mapping-'));
afterEach(() => rmSync(join(folder, 'a.yaml'), { force: true }));

function load(yaml: string): Mapping {
  writeFileSync(join(folder, 'a.yaml'), yaml);
  return loadMapping('./a.yaml', folder);
}

/** The postings of a feed, their places as they were handed over. */
async function setup(mapping: Mapping, feed: string) {
  async function* text() {
    yield feed;
  }
  const contacts = { emails: 0, phones: 0 };
  const mapper = new PostingMapper({
    mapping,
    partner: { id: 'p', hosts: ['exemple.fr'] },
    places: { locate: (raw) => ({ name: JSON.stringify(raw), precision: 'none' }) },
    now: Date.parse('2026-11-22T12:00:00Z'),
    contacts,
  });
  const results = [];
  for await (const record of new Reading(text(), mapping.layout)) {
    results.push(record instanceof RejectedRecord ? record : mapper.posting(record));
  }
  const places = results.map((result) =>
    'places' in result ? result.places.map(({ name }) => JSON.parse(name) as unknown) : [],
  );
  return { results, places, contacts };
}

describe('a mapping file', () => {
  const start = 'format: xml\nrecords: a.b\nfields:\n  title: t\n  link: l\n';

  it.each([
    ['format: yaml\nfields: {title: t, link: l}\n', /:1: format must be "xml", "json", "csv" or "html"/],
    ['format: xml\nfields: {title: t, link: l}\n', /records must name the way from the root/],
    ['format: json\nrecords: items\nfields: {title: t, link: l}\n', /:2: records must be "\$"/],
    ['format: csv\nrecords: a\nfields: {title: t, link: l}\n', /:2: records has no meaning for CSV/],
    ['format: csv\nfields:\n  link: l\n', /:2: fields\.title is missing/],
    [`${start}  pay: { minn: x }\n`, /:6: .*minn is not a known key.*"min"/],
    [`${start}  postedAt: { from: d, as: html }\n`, /:6: .*as must be/],
    [`${start}  remote:\n    codes: { a: full }\n`, /:6: fields\.remote says neither "from" nor "each"/],
    [
      `${start}  contract:\n    kind:\n      from: c\n      codes:\n        C1: cdi\n        C2: cddd\n`,
      /:11: "cddd" means nothing to the parser "kind"/,
    ],
    [`${start}  titel: t\n`, /:6: .*titel is not a known key.*"title"/],
  ])('%j is refused with its line', (yaml, problem) => {
    expect(() => load(yaml)).toThrow(ConfigError);
    expect(() => load(yaml)).toThrow(problem);
  });

  it('that does not exist is named', () => {
    expect(() => loadMapping('nowhere')).toThrow(/nowhere\.yaml: There is no such file/);
  });
});

describe('the four words', () => {
  const mapping = load(`
format: json
records: $
fields:
  title: [t, title]
  link: l
  reference: { from: [no, id], codes: { "7": seven } }
  description: { each: [d, profile], as: text }
  employer: { name: boss, hidden: secret }
  licences: permits
  schedule: { each: shifts, from: name }
  places: { each: at, name: town, postcode: zip }
  contract: { each: types, text: "." , months: long }
  experience: { from: xp, codes: { A: Un an, B: "" } }
  openings: n
`);
  const record = { t: '', title: 'T', l: 'https://exemple.fr/1' };
  const read = async (more: object) =>
    (await setup(mapping, JSON.stringify([{ ...record, ...more }]))).results[0];

  it('fall back on the next path where one says nothing', async () => {
    expect(await read({ id: 7 })).toMatchObject({ title: 'T', reference: 'seven' });
  });

  it('leave out what a table of codes does not hold, or holds as empty', async () => {
    expect(await read({ xp: 'a' })).toMatchObject({ experience: 'Un an' });
    for (const xp of ['B', 'C', 'constructor']) expect(await read({ xp })).not.toHaveProperty('experience');
  });

  it('gather from each element', async () => {
    expect(
      await read({
        d: 'Un',
        profile: ['Deux', 'Trois'],
        shifts: [{ name: 'nuit' }, { name: 'journée' }, { name: 'nuit' }],
      }),
    ).toMatchObject({
      description: [{ runs: [{ text: 'Un' }] }, { runs: [{ text: 'Deux' }] }, { runs: [{ text: 'Trois' }] }],
      schedule: ['nuit', 'journée'],
    });
    expect(await read({ types: ['CDD', 'Alternance'], permits: ['B', 'Permis C', 'B'] })).toMatchObject({
      contract: { kind: 'cdd', nature: 'apprentissage' },
      licences: ['B', 'C'],
    });
  });

  it('take one element as a list of one', async () => {
    const { places } = await setup(
      mapping,
      JSON.stringify([{ ...record, at: { town: 'Arques', zip: 62510 } }]),
    );

    expect(places).toEqual([[{ name: 'Arques', postcode: '62510' }]]);
  });

  it('hide an employer who wants it', async () => {
    expect(await read({ boss: 'X', secret: true })).not.toHaveProperty('employer');
    expect(await read({ boss: 'X', secret: false })).toMatchObject({ employer: { name: 'X' } });
  });

  it('do not invent what a record does not say', async () => {
    const posting = await read({});

    expect(posting).toEqual({
      key: 'p:exemple.fr/1',
      partner: 'p',
      link: 'https://exemple.fr/1',
      title: 'T',
      description: [],
      places: [],
      contract: { kind: 'unstated' },
      postedAt: '2026-11-22T12:00:00.000Z',
      undated: true,
    });
  });
});

describe('formats of the field, as mappings alone', () => {
  it('Jobijoba: pay in attributes, the link as the key', async () => {
    const mapping = load(`
format: xml
records: items.item
fields:
  title: title
  link: link
  places: { name: town, postcode: postal_code, department: region2, country: country_name }
  contract: { kind: { from: contract_type, codes: { rolling_contract: cdi, fixed_term: cdd } }, months: contract_length }
  pay: { text: salary, period: salary.@periodicity, currency: salary.@currency }
  postedAt: publication_date
`);
    const { results, places } = await setup(
      mapping,
      `<items><item><title>A</title><link>https://exemple.fr/a?utm_medium=x&id=1</link><salary periodicity="month" currency="EUR">1900</salary>
       <contract_type>rolling_contract</contract_type><publication_date>2026-11-20</publication_date><town>Arques</town><postal_code>62510</postal_code></item></items>`,
    );

    expect(results).toMatchObject([
      {
        key: 'p:exemple.fr/a?id=1',
        contract: { kind: 'cdi' },
        pay: { min: 1900, period: 'month', comparable: 1900 },
        postedAt: '2026-11-19T23:00:00.000Z',
      },
    ]);
    expect(places).toEqual([[{ name: 'Arques', postcode: '62510' }]]);
  });

  it('Jooble: nested region and pay, local time, a negative guid', async () => {
    const mapping = load(`
format: xml
records: jobs.job
fields:
  reference: [guid, referencenumber]
  title: title
  link: url
  places: { name: region.city, region: region.state, country: region.country }
  pay: { min: salary.min, max: salary.max, currency: salary.currency, period: salary.rate }
  postedAt: date_updated
  expiresAt: date_expired
`);
    const { results } = await setup(
      mapping,
      `<jobs><job><guid>-42</guid><title>A</title><url>https://exemple.fr/a</url><region><country>France</country><city>Puteaux, Hauts-de-Seine</city></region>
       <salary><min>12,5</min><max/><currency>EUR</currency><rate>per hour</rate></salary><date_updated>2026-11-20 10:00:00</date_updated></job></jobs>`,
    );

    expect(results).toMatchObject([
      {
        key: 'p:-42',
        pay: { min: 12.5, period: 'hour', comparable: 1895.88 },
        postedAt: '2026-11-20T09:00:00.000Z',
      },
    ]);
  });

  it('Meteojob: attributes, several locations and contracts, a wrong period, an anonymous employer', async () => {
    const mapping = load(`
format: xml
records: source.job
fields:
  reference: "@reference"
  language: "@lang"
  title: title
  link: url
  employer: { name: company.name, hidden: company.@anonymous }
  places: { each: workplace.locations.location, name: ".", latitude: "@lat", longitude: "@lng" }
  contract: { each: contract.types.type, kind: { from: "@code", codes: { PERMANENT: cdi, FIXED: cdd } } }
  pay: { min: benefits.salary.@lowEnd, period: benefits.salary.@period, currency: benefits.salary.@currency }
`);
    const { results, places } = await setup(
      mapping,
      `<source><job id="1" reference="R1" lang="en"><title>A</title><url>https://exemple.fr/a</url><company anonymous="true"><name>X</name></company>
       <workplace><locations><location lat="50.75" lng="2.25">Saint-Omer</location><location lat="50.73" lng="2.30">Arques</location></locations></workplace>
       <contract><types><type code="PERMANENT">CDI</type><type code="FIXED">CDD</type></types></contract>
       <benefits><salary lowEnd="11.88" period="ANNUM" currency="EUR"/></benefits></job></source>`,
    );

    expect(results).toMatchObject([
      { key: 'p:R1', language: 'en', contract: { kind: 'cdi' }, pay: { text: '11,88 EUR par an' } },
    ]);
    expect(results[0]).not.toHaveProperty('employer');
    expect(places).toEqual([
      [
        { name: 'Saint-Omer', point: [50.75, 2.25] },
        { name: 'Arques', point: [50.73, 2.3] },
      ],
    ]);
  });

  it('RSS 2.0 with dc', async () => {
    const mapping = load(`
format: xml
records: rss.channel.item
fields:
  reference: guid
  title: title
  link: link
  description: [content:encoded, description]
  employer: { name: dc:creator }
  postedAt: [pubDate, dc:date]
`);
    const { results } = await setup(
      mapping,
      `<rss version="2.0"><channel><title>Emplois</title><link>https://exemple.fr</link><item><guid isPermaLink="false">g1</guid><title>A</title><link>https://exemple.fr/a</link>
       <dc:creator>X</dc:creator><dc:date>20260101</dc:date><description>&lt;p&gt;Bonjour&lt;/p&gt;</description></item></channel></rss>`,
    );

    expect(results).toMatchObject([
      {
        key: 'p:g1',
        employer: { name: 'X' },
        postedAt: '2025-12-31T23:00:00.000Z',
        description: [{ kind: 'p', runs: [{ text: 'Bonjour' }] }],
      },
    ]);
  });

  it('APEC: INSEE codes, days as DD/MM/YYYY', async () => {
    const mapping = load(`
format: xml
records: Export_offres.Offre_emploi
fields:
  reference: Reference_apec
  title: Intitule
  link: Url
  places: { insee: COG_lieu }
  pay: { text: Salaire }
  postedAt: Date_publication
`);
    const { results, places } = await setup(
      mapping,
      '<Export_offres><Offre_emploi><Reference_apec>1W</Reference_apec><Intitule>A</Intitule><Url>https://exemple.fr/a</Url><COG_lieu>62765</COG_lieu><Salaire>A négocier</Salaire><Date_publication>20/11/2026</Date_publication></Offre_emploi></Export_offres>',
    );

    expect(results).toMatchObject([{ pay: { text: 'A négocier' }, postedAt: '2026-11-19T23:00:00.000Z' }]);
    expect(places).toEqual([[{ insee: '62765' }]]);
  });
});

describe('the mappings that come along', () => {
  it('indeed: CDATA, words for everything', async () => {
    const { results, places, contacts } = await setup(
      loadMapping('indeed'),
      `<source><publisher>X</publisher><job><title><![CDATA[Aide-soignant(e)  H/F &amp; infirmi&egrave;re]]></title><date><![CDATA[Fri, 20 Nov 2026 08:00:00 GMT]]></date>
       <referencenumber>I1</referencenumber><url><![CDATA[https://exemple.fr/o?id=1&src=x]]></url><company><![CDATA[]]></company><city>ST OMER CEDEX</city><state>Pas-de-Calais</state>
       <country>FR</country><postalcode>62500</postalcode><email>rh@exemple.fr</email><description><![CDATA[<p>Bonjour</p><p>CV à rh@exemple.fr</p>]]></description>
       <salary>1 900 € à 2 100 € par mois</salary><jobtype>CDD de 6 mois - temps partiel</jobtype><category>Soins & santé&nbsp;</category><experience>1 à 3 ans</experience>
       <remotetype>Hybrid remote</remotetype><expirationdate>Tue, 22 Dec 2026 00:00:00 GMT</expirationdate></job></source>`,
    );

    expect(results).toEqual([
      {
        key: 'p:I1',
        partner: 'p',
        reference: 'I1',
        link: 'https://exemple.fr/o?id=1&src=x',
        title: 'Aide-soignant(e) H/F & infirmière',
        description: [{ kind: 'p', runs: [{ text: 'Bonjour' }] }],
        places: [expect.anything()],
        contract: { kind: 'cdd', months: 6 },
        hours: { time: 'part' },
        pay: { text: '1 900 € à 2 100 € par mois', min: 1900, max: 2100, period: 'month' },
        sector: { label: 'Soins & santé' },
        experience: '1 à 3 ans',
        remote: 'partial',
        postedAt: '2026-11-20T08:00:00.000Z',
        expiresAt: '2026-12-22T22:59:59.000Z',
      },
    ]);
    expect(places[0]).toEqual([
      { name: 'ST OMER CEDEX', postcode: '62500', region: 'Pas-de-Calais', country: 'FR' },
    ]);
    expect(contacts).toEqual({ emails: 1, phones: 0 });
  });

  it('hellowork: codes, capitals, commas, times in Paris', async () => {
    const { results, places } = await setup(
      loadMapping('hellowork'),
      `<root><job><job_id>0612345678</job_id><guid>x</guid><title>A</title><url>https://exemple.fr/a</url><company>Y</company><siret>123 456 789 00012</siret>
       <naf_code>8710A</naf_code><naf_label>Hébergement</naf_label><rome_code>J1501</rome_code><rome_label>Soins</rome_label><city>SAINT OMER</city><postal_code>62500</postal_code>
       <dept>62</dept><region>HAUTS-DE-FRANCE</region><country>FRANCE</country><geoloc>50.7505,2.2522</geoloc><contract>Travail_temp</contract><contract_months>3</contract_months>
       <working_time>Temps_partiel</working_time><weekly_hours>17,5</weekly_hours><remote>Pas_teletravail</remote><experience>Sup_7</experience>
       <salary_details><min>1000,00</min><max></max><period>Mois</period></salary_details><publication_date>2026-11-20 10:00:00</publication_date>
       <update_date>2026-11-21 10:00:00</update_date><expiration_date></expiration_date><cpc>0,18</cpc></job></root>`,
    );

    expect(results).toMatchObject([
      {
        key: 'p:0612345678',
        employer: { name: 'Y', siret: '12345678900012' },
        contract: { kind: 'interim', months: 3 },
        hours: { time: 'part', weekly: 17.5 },
        pay: { min: 1000, period: 'month', comparable: 2000 },
        experience: 'Plus de 7 ans',
        trade: { code: 'J1501', label: 'Soins' },
        sector: { code: '87.10A', label: 'Hébergement' },
        postedAt: '2026-11-20T09:00:00.000Z',
        updatedAt: '2026-11-21T09:00:00.000Z',
      },
    ]);
    expect(results[0]).not.toHaveProperty('remote');
    expect(JSON.stringify(results)).not.toContain('0,18');
    expect(places[0]).toEqual([
      {
        name: 'SAINT OMER',
        postcode: '62500',
        department: '62',
        region: 'HAUTS-DE-FRANCE',
        country: 'FRANCE',
        point: [50.7505, 2.2522],
      },
    ]);
  });

  it('jobposting: one place or many, types as a text or a list', async () => {
    const base = { '@type': 'JobPosting', title: 'A', datePosted: '2026-11-20', contractType: 'CDI' };
    const at = (addressLocality: string) => ({
      '@type': 'Place',
      address: { addressLocality, postalCode: '62500', addressCountry: 'FR' },
    });
    const { results, places } = await setup(
      loadMapping('jobposting'),
      JSON.stringify([
        {
          ...base,
          identifier: { '@type': 'PropertyValue', name: 'X', value: 12 },
          url: 'https://exemple.fr/1',
          jobLocation: { ...at('Saint-Omer'), geo: { latitude: 50.75, longitude: 2.25 } },
          hiringOrganization: { name: 'X', identifier: '12345678900012' },
          baseSalary: { currency: 'EUR', value: { minValue: 12.5, maxValue: 13, unitText: 'HOUR' } },
          employmentType: ['FULL_TIME', 'INTERN'],
          occupationalCategory: 'M1607 Secrétariat',
          workHours: '35 heures par semaine',
          totalJobOpenings: 3,
          validThrough: '2026-12-24T18:00:00+01:00',
          recruiter: { name: 'Jeanne Exemple', email: 'j@exemple.fr' },
        },
        {
          ...base,
          identifier: 'R2',
          url: 'https://exemple.fr/2',
          jobLocation: [at('Arques'), at('Lumbres')],
          hiringOrganization: 'Y',
          jobLocationType: 'TELECOMMUTE',
          employmentType: 'PART_TIME',
          baseSalary: { currency: 'EUR', value: 25000 },
          contractType: undefined,
          industry: 'Santé',
        },
      ]),
    );

    expect(results).toMatchObject([
      {
        key: 'p:12',
        employer: { name: 'X', siret: '12345678900012' },
        contract: { kind: 'cdi' },
        hours: { time: 'full', weekly: 35 },
        pay: { min: 12.5, max: 13, period: 'hour', comparable: 1895.88 },
        trade: { code: 'M1607', label: 'Secrétariat' },
        openings: 3,
        expiresAt: '2026-12-24T17:00:00.000Z',
      },
      {
        key: 'p:R2',
        employer: { name: 'Y' },
        contract: { kind: 'unstated' },
        hours: { time: 'part' },
        pay: { text: '25\u202f000 EUR' },
        remote: 'full',
        sector: { label: 'Santé' },
      },
    ]);
    expect(JSON.stringify(results)).not.toContain('Jeanne');
    expect(places).toEqual([
      [{ name: 'Saint-Omer', postcode: '62500', country: 'FR', point: [50.75, 2.25] }],
      [
        { name: 'Arques', postcode: '62500', country: 'FR' },
        { name: 'Lumbres', postcode: '62500', country: 'FR' },
      ],
    ]);
  });

  it('csv-mairie: cells of several lines, days as DD/MM/YYYY', async () => {
    const { results, places } = await setup(
      loadMapping('csv-mairie'),
      'Référence;Intitulé du poste;Service;Employeur;Commune;Code postal;Type de contrat;Durée;Temps de travail;Rémunération;Date de publication;Date limite;Description;Lien;Contact\r\n' +
        '1;"Agent d\'""état civil"" F/H";État civil;Ville d\'Arques;62 - ARQUES;;CDD;1 an;Temps non complet 28/35ème;"Mensuel de 1500,00 Euros sur 13 mois";20/11/2026;20/12/2026;"Missions :\r\n- accueillir\r\n- conseiller\r\n\r\nAppelez le 03 21 00 00 00";https://exemple.fr/1;"Jeanne Exemple, 03 21 00 00 01"\r\n' +
        '2;Agent;;;Pas-de-Calais;;Titulaire;;Temps complet;Grille indiciaire;20/11/2026;;x;https://exemple.fr/2;\r\n',
    );

    expect(results).toMatchObject([
      {
        title: 'Agent d\'"état civil" F/H',
        employer: { name: "Ville d'Arques" },
        contract: { kind: 'cdd', months: 12 },
        hours: { time: 'part', weekly: 28 },
        pay: { min: 1500, period: 'month', comparable: 1875 },
        postedAt: '2026-11-19T23:00:00.000Z',
        expiresAt: '2026-12-20T22:59:59.000Z',
        description: [
          { kind: 'p', runs: [{ text: 'Missions :' }] },
          { kind: 'ul', items: [[{ text: 'accueillir' }], [{ text: 'conseiller' }]] },
          { kind: 'p', runs: [{ text: 'Appelez le' }] },
        ],
      },
      { contract: { kind: 'unstated' }, hours: { time: 'full' }, pay: { text: 'Grille indiciaire' } },
    ]);
    expect(JSON.stringify(results)).not.toMatch(/Jeanne|03 21/);
    expect(places).toEqual([[{ name: '62 - ARQUES' }], [{ name: 'Pas-de-Calais' }]]);
  });
});

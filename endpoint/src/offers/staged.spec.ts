import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../shared/database.ts';
import { marksOf } from './marks.ts';
import { describedWords } from '../search/words/analyse.ts';
import type { Posting } from './posting.ts';
import { Postings } from './postings.ts';
import { readStaged, type Standing, StagingFile } from './staged.ts';
import { layAside } from './under-test.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function posting(reference: string, change: Partial<Posting> = {}): Posting {
  return {
    key: `tableau:${reference}`,
    partner: 'tableau',
    reference,
    link: `https://jobs.example/${reference}`,
    title: 'Cariste',
    description: [{ kind: 'p', runs: [{ text: `Un poste de cariste à Arques, numéro ${reference}.` }] }],
    places: [{ insee: '62040', name: 'Arques', precision: 'commune' }],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T08:00:00.000Z',
    ...change,
  };
}

function setup(standing: Record<string, Standing> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-staged-'));
  folders.push(folder);
  const path = join(folder, 'tableau.lines');
  const file = new StagingFile(path, (key) => standing[key]);
  const staged = () => {
    file.close();
    return [...readStaged(path)];
  };
  return { folder, path, file, staged };
}

describe('StagingFile', () => {
  it('gives postings back in their order, with what groups them and why nobody sees them', () => {
    const { file, staged } = setup();
    const [seen, barred] = [posting('1', { expiresAt: '2026-12-24T00:00:00.000Z' }), posting('2')];
    file.add(seen);
    file.add(barred, { reason: 'partner’s rule: words "démarchage"', sample: '2' });

    expect(staged()).toEqual([
      {
        key: 'tableau:1',
        posting: JSON.stringify(seen),
        expires: Date.parse('2026-12-24T00:00:00Z'),
        marks: { ...marksOf(seen), described: describedWords(seen.description) },
      },
      {
        key: 'tableau:2',
        posting: JSON.stringify(barred),
        expires: null,
        bar: { reason: 'partner’s rule: words "démarchage"', sample: '2' },
      },
    ]);
  });

  it('keeps every sign of texts that are longer than what is read in one go', () => {
    const { file, staged } = setup();
    const texts = ['é€\n\u2028𝄞', 'œ', '’"\\'].map((sign) => sign.repeat(120_000));
    for (const [n, text] of texts.entries())
      file.add(posting(`${n}`, { description: [{ kind: 'p', runs: [{ text }] }] }));

    const read = staged().map((one) => JSON.parse(one.posting ?? '{}') as Posting);
    expect(read.map(({ description }) => description[0]!.runs![0]!.text)).toEqual(texts);
  });

  it('notes no more than the key of a posting that stands just so', () => {
    const same = posting('1');
    const standing = { 'tableau:1': { json: JSON.stringify(same), reason: null } };
    const { file, staged } = setup(standing);
    file.add(posting('1'));
    file.add(posting('1'), { reason: 'partner’s rule: contract cdi', sample: '1' });

    const [again, barred] = staged();
    expect(again).toStrictEqual({ key: 'tableau:1' });
    expect(barred).toMatchObject({ key: 'tableau:1', bar: { sample: '1' } });
  });

  it('keeps the day on which a posting without a date was first seen', () => {
    const first = posting('1', { undated: true });
    const { file, staged } = setup({ 'tableau:1': { json: JSON.stringify(first), reason: null } });
    file.add(posting('1', { undated: true, postedAt: '2026-11-22T08:00:00.000Z' }));

    expect(staged()).toEqual([{ key: 'tableau:1' }]);
  });

  it('makes no file without a posting', () => {
    const { file, path } = setup();
    file.close();

    expect(existsSync(path)).toBe(false);
  });
});

it('forgets at the start what a killed process laid aside', () => {
  const { folder } = setup();
  const open = () => openDatabase(join(folder, 'index.db'));
  const killed = open();
  const before = new Postings(killed);
  layAside(before, [posting('1')]);
  const path = before.stagedAt('tableau');
  expect(existsSync(path)).toBe(true);

  const db = open();
  const postings = new Postings(db);
  expect(existsSync(path)).toBe(false);
  expect(db.transaction(() => postings.apply('tableau', true))).toEqual({ put: [], gone: [], barred: [] });
  db.close();
  killed.close();
});

import { BOARD_PREFIX } from '../offers/posting.ts';
import type { Changes, Postings } from '../offers/postings.ts';
import type { Verdict } from './judge.ts';
import type { Partner } from './partner.ts';
import type { Ruling } from './ruling.ts';

const DAY_MS = 86_400_000;

/** The changes of a publication while they are collected; what is gone may still be put or barred in them. */
interface Collected {
  put: string[];
  barred: string[];
  gone: Set<string>;
}

/** What the postings that stand are judged by. */
export interface Judging {
  postings: Postings;
  /** What was gathered of the partners that were asked. */
  verdicts: ReadonlyMap<Partner, Verdict>;
  /** The rules of all partners. */
  rulings: ReadonlyMap<Partner, Ruling>;
  /** ms since the epoch */
  now: number;
}

/**
 * Takes over what was staged, each partner by its verdict, lets go what has expired or lost its partner, and judges
 * stored postings by rules that changed, without asking anybody. Call it inside the publication's transaction.
 *
 * @param judged takes the partners whose stored postings were judged
 */
export function changesOf(judging: Judging, judged: Set<Partner>): Changes {
  const collected = takeOver(judging);
  judgeAnew(judging, collected, judged);
  const { put, barred, gone } = collected;
  const stays = (key: string) => !gone.has(key);
  return { put: put.filter(stays), barred: barred.filter(stays), gone: [...gone] };
}

function takeOver({ postings, verdicts, rulings, now }: Judging): Collected {
  const put: string[] = [];
  const barred: string[] = [];
  const gone = new Set<string>();
  for (const [partner, { take, state }] of verdicts) {
    if (take === 'close') for (const key of postings.of(partner.id)) gone.add(key);
    if (take === 'close' || take === 'keep') continue;
    const applied = postings.apply(partner.id, take !== 'add');
    for (const key of applied.put) put.push(key);
    for (const key of applied.barred) barred.push(key);
    const twice = take === 'replace twice missed';
    const missed = new Set(twice ? state.missing : applied.gone);
    for (const key of applied.gone) if (missed.has(key)) gone.add(key);
    // All that stands now was judged while it was staged.
    if (take === 'replace') postings.bars.settle(partner.id, rulings.get(partner)!.revision);
    if (twice) state.missing = applied.gone.filter((key) => !missed.has(key));
  }
  for (const key of postings.expired(now)) gone.add(key);
  for (const partner of rulings.keys()) {
    for (const key of tooOld(postings, partner, now)) gone.add(key);
  }
  // What was posted here stands without a partner's file.
  const partners = [...rulings.keys()].map(({ id }) => id);
  for (const key of postings.orphans(partners, BOARD_PREFIX)) gone.add(key);
  return { put, barred, gone };
}

function judgeAnew({ postings, rulings }: Judging, { put, barred }: Collected, judged: Set<Partner>): void {
  for (const [partner, { revision, barOf }] of rulings) {
    const { id } = partner;
    if (postings.bars.revision(id) === revision) continue;
    const changed = postings.judge(id, barOf);
    for (const key of changed.put) put.push(key);
    for (const key of changed.barred) barred.push(key);
    postings.bars.settle(id, revision);
    judged.add(partner);
  }
}

/** The postings that a partner's licence lets nobody show any more. */
export function tooOld(postings: Postings, { id, licence: { maxAge } }: Partner, now: number): string[] {
  return maxAge === undefined ? [] : postings.publishedUntil(id, now - maxAge * DAY_MS);
}

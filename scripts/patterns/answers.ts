import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostics } from 'recheck';
import type { Pattern } from './collect.ts';
import { recheckAll } from './recheck.ts';

/** What of recheck's answer the judgement needs; with the string that it found, where it found one. */
export type Answer =
  | { readonly status: 'safe' | 'unknown' }
  | { readonly status: 'vulnerable'; readonly attack: Pick<Extract<Diagnostics, { status: 'vulnerable' }>['attack'], 'pumps' | 'suffix'> };

const kept = join(import.meta.dirname, 'answers.json');
/** Patterns asked about before the answers are written down: recheck may take minutes for all, and a run may be stopped. */
const BATCH = 40;

/** What recheck says of each pattern, in their order. It is asked once: answers are kept by the pattern's source and flags, those of patterns that are gone are dropped. */
export async function answersTo(patterns: readonly Pattern[], options: { workers: number; timeout: number }): Promise<Answer[]> {
  const known: Record<string, Answer> = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, Answer>) : {};
  const names = patterns.map(nameOf);
  const open = patterns.filter((_, index) => known[names[index]!] === undefined);
  for (let at = 0; at < open.length; at += BATCH) {
    const asked = open.slice(at, at + BATCH);
    const answers = await recheckAll(asked, options);
    asked.forEach((pattern, index) => {
      known[nameOf(pattern)] = shortened(answers[index]!);
    });
    write(known);
    console.log(`recheck was asked about ${Math.min(at + BATCH, open.length)} of ${open.length} new patterns`);
  }
  const used = new Set(names);
  const rest = Object.fromEntries(Object.entries(known).filter(([name]) => used.has(name)));
  if (Object.keys(rest).length !== Object.keys(known).length) write(rest);
  return names.map((name) => known[name]!);
}

function nameOf({ source, flags }: Pattern): string {
  return createHash('sha256').update(`${flags} ${source}`).digest('hex').slice(0, 16);
}

function shortened(answer: Diagnostics): Answer {
  if (answer.status !== 'vulnerable') return { status: answer.status };
  const { pumps, suffix } = answer.attack;
  return { status: 'vulnerable', attack: { pumps, suffix } };
}

function write(answers: Readonly<Record<string, Answer>>): void {
  const sorted = Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(kept, `${JSON.stringify(sorted, null, 1)}\n`);
}

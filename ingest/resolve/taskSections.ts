import type { SentenceMention } from '#ingest/model/duty.ts';
import type { Block } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { type Section, sectionOf } from '#ingest/vocabulary/duties.ts';
import { type Legacy, nothing } from './taskHeirs.ts';

/** What a plan told in sections says: what the work inherits, by block, and the blocks that only tell it and lay no duty. */
export interface Sections {
  readonly legacies: ReadonlyMap<number, Legacy>;
  readonly tellers: ReadonlySet<number>;
}

/**
 * Plans that tell their work in sections beside each other: `1. Nội dung` with the duties, `2. Cơ quan chủ trì, phối hợp` and `3. Thời gian thực hiện`
 * for all of them (also as `2.1. Nội dung:`, `a) Đơn vị chủ trì:`). The later sections speak for the work before them under the same heading.
 */
export function sectionsOf(text: string, blocks: readonly Block[], sentences: readonly (readonly SentenceMention[])[]): Sections {
  const told = blocks.map((block) => (block.marker === null ? null : sectionOf(headWords(text, block))));
  const legacies = new Map<number, Legacy>();
  const tellers = new Set<number>();
  if (!told.includes('work')) return { legacies, tellers };
  const children = new Map<number | null, number[]>();
  blocks.forEach(({ parent }, index) => {
    const beside = children.get(parent);
    if (beside === undefined) children.set(parent, [index]);
    else beside.push(index);
  });
  const within = (top: number): number[] => {
    const found = [top];
    for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at]!) ?? []));
    return found.sort((a, b) => a - b);
  };
  for (const [parent, beside] of children) {
    // Great parts (`II. NHIỆM VỤ`, `III. THỜI GIAN`) speak for themselves.
    if (parent === null) continue;
    let work: number | null = null;
    let legacy = nothing;
    let telling: number[] = [];
    const settle = () => {
      // Without a leader a time is a duty of its own part (`2.3. Thời gian: cấp huyện trong tháng 6`).
      if (work === null || legacy.assignees.length === 0) return;
      for (const index of within(work)) legacies.set(index, legacy);
      for (const index of telling) tellers.add(index);
    };
    for (const index of beside) {
      const section = told[index];
      if (section === 'work') {
        settle();
        [work, legacy, telling] = [index, nothing, []];
      } else if (work !== null && section !== null && section !== undefined) {
        const inside = within(index);
        if (laysDuties(inside, section, sentences)) continue;
        legacy = joined(legacy, given(inside, section, told, blocks, sentences));
        telling.push(...inside);
      }
    }
    settle();
  }
  return { legacies, tellers };
}

/** A name of a body is shorter than a duty. */
const LONGEST_NAMES = 200;

/** True for a section that goes on with duties of its own (`Thời gian thực hiện` over `- Quý I: Các cấp ủy …`). */
function laysDuties(inside: readonly number[], section: Section, sentences: readonly (readonly SentenceMention[])[]): boolean {
  return inside.some((index) =>
    sentences[index]!.some(
      ({ tells, acts, assignees, span }) =>
        tells === 'duty' && acts && assignees.length > 0 && (section === 'time' || span.end - span.start > LONGEST_NAMES),
    ),
  );
}

/** What the blocks of a section name: leaders or, under a heading of its own, those who join in; and when. */
function given(
  inside: readonly number[],
  section: Section,
  told: readonly (Section | null)[],
  blocks: readonly Block[],
  sentences: readonly (readonly SentenceMention[])[],
): Legacy {
  const kinds = new Map<number, Section>();
  const legacy = { assignees: [...nothing.assignees], coordinators: [...nothing.coordinators], deadlines: [...nothing.deadlines] };
  for (const index of inside) {
    const parent = blocks[index]!.parent;
    const kind = told[index] ?? (parent === null ? undefined : kinds.get(parent)) ?? section;
    kinds.set(index, kind);
    for (const { assignees, coordinators, deadlines } of sentences[index]!) {
      if (kind === 'lead') legacy.assignees.push(...assignees);
      if (kind === 'lead' || kind === 'joint') legacy.coordinators.push(...coordinators, ...(kind === 'joint' ? assignees : []));
      if (kind === 'time') legacy.deadlines.push(...deadlines);
    }
  }
  return legacy;
}

function joined(first: Legacy, second: Legacy): Legacy {
  return {
    assignees: [...first.assignees, ...second.assignees],
    coordinators: [...first.coordinators, ...second.coordinators],
    deadlines: [...first.deadlines, ...second.deadlines],
  };
}

/** The words that may name a section: up to the first colon. */
function headWords(text: string, block: Block): string {
  const words = wordsOf(text, { start: block.body.start, end: Math.min(block.body.end, block.body.start + 120) });
  const colon = words.indexOf(':');
  return colon === -1 ? words : words.slice(0, colon);
}

import type { DeadlineMention, PartyMention, SentenceMention } from '#ingest/model/duty.ts';
import type { Block } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { remembered } from '#ingest/vocabulary/remembered.ts';
import { isNamedBody } from './taskParties.ts';
import { isNumbered } from './taskParts.ts';

/** What a heading or lead-in gives to the lines under it: who leads, who joins in, and by when. */
export interface Legacy {
  readonly assignees: readonly PartyMention[];
  readonly coordinators: readonly PartyMention[];
  readonly deadlines: readonly DeadlineMention[];
}

export const nothing: Legacy = { assignees: [], coordinators: [], deadlines: [] };

/** Numberings of a document's great parts: what stands before them does not speak for what stands in them. */
const greatPart = /^(?:[IVXLC]+\s?[.\-–:)/]|phần|chương|mục|điều)/iu;

/** Words of a heading that is nothing but a stretch of time: `Năm 2023:`, `Quý I/2023`, `Giai đoạn 2021 - 2025`. */
const PERIOD_SLACK = 24;

/**
 * What each block inherits. A lead-in (`Giao Sở Nội vụ:`), a heading of bare names (`1. Sở Tài chính`) or of a bare period (`Năm 2023:`)
 * speaks for all that lies under it until a nearer one says otherwise.
 */
export function legaciesOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly (readonly SentenceMention[])[],
  hasChildren: readonly boolean[],
  preamble: readonly boolean[],
): Legacy[] {
  const leadIns = leadInsOf(blocks, sentences);
  const leading = new Set(leadIns);
  const given = blocks.map((block, index) =>
    hasChildren[index] || leading.has(index) ? givenBy(text, block, sentences[index]!, preamble[index]!) : nothing,
  );
  const inherited: Legacy[] = [];
  blocks.forEach((block, index) => {
    const great = block.marker !== null && greatPart.test(block.marker) && block.kind === 'heading';
    // Whom a lead-in addresses at large (`yêu cầu các cấp ủy, chính quyền …`) is charged with its items, not with whole parts under titles of their own.
    const titled = block.kind === 'heading' && hasChildren[index]!;
    const leadIn = leadIns[index] ?? null;
    const fromLeadIn = leadIn === null || (titled && isAtLarge(given[leadIn]!)) ? null : leadIn;
    const givers = great ? [] : [fromLeadIn, block.parent].filter((giver) => giver !== null).map((giver) => given[giver]!);
    if (block.parent !== null && !great) givers.push(inherited[block.parent]!);
    const named = givers.find(({ assignees }) => assignees.length > 0) ?? nothing;
    inherited.push({
      assignees: named.assignees,
      coordinators: named.coordinators,
      deadlines: givers.find(({ deadlines }) => deadlines.length > 0)?.deadlines ?? [],
    });
  });
  return inherited;
}

/** True for the whole system rather than bodies: cấp ủy, tổ chức đảng, chính quyền, none of them by its name. */
function isAtLarge({ assignees }: Legacy): boolean {
  const first = assignees[0];
  return assignees.length > 2 && first !== undefined && /^(?:các )?(?:cấp ủy|cấp uỷ|ban, bộ|tổ chức đảng|cơ quan|ngành)/iu.test(first.name);
}

/** The way in which a marker numbers: `1.2.` and `3.14.` are one, `a)` and `b)` another. */
const numberingOf = remembered((marker) => marker.replace(/[\p{L}\p{N}]+/gu, (mark) => (/^\p{N}/u.test(mark) ? '1' : 'a')));

/** For each numbered block the unmarked lead-in right before the first of its row (`… yêu cầu các bộ, ngành:` `1. …` `2. …`), or null. */
function leadInsOf(blocks: readonly Block[], sentences: readonly (readonly SentenceMention[])[]): (number | null)[] {
  const rows = new Map<string, number | null>();
  let lead: number | null = null;
  return blocks.map((block, index) => {
    if (block.marker === null) {
      // Plain paragraphs behind the charge of one body go on with its duties, up to the first that does not begin with a verb or has a body of its own.
      const first = sentences[index]![0];
      const goesOn = block.kind !== 'heading' && first?.acts === true && first.assignees.length === 0;
      if (lead !== null && (blocks[lead]!.parent !== block.parent || !goesOn)) lead = null;
      const found = lead;
      const last = sentences[index]!.at(-1);
      if (last?.leads === true && (last.form === 'delegated' || last.form === 'named') && last.assignees.length === 1) lead = index;
      return found;
    }
    lead = null;
    const kind = `${block.parent} ${numberingOf(block.marker)}`;
    const before = blocks[index - 1];
    const leads =
      before !== undefined && before.marker === null && before.parent === block.parent && sentences[index - 1]!.at(-1)?.leads === true;
    if (leads || !rows.has(kind)) rows.set(kind, leads ? index - 1 : null);
    return rows.get(kind)!;
  });
}

/** Words by which a lead-in with a subject lays what follows, even before the first part. */
const laying = /(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cần|phải)(?: [\p{L}]{1,7}){0,8}\s*:$/iu;

/** True for a heading that says who is charged and stops before the duties: `Điều 4. Sở Nội vụ có nhiệm vụ`. */
function isHeadOfDuties(words: string): boolean {
  return /(?:có|chịu) (?:trách nhiệm|nhiệm vụ|nhiệm vụ, quyền hạn)(?: (?:như )?sau(?: đây)?)?[\s.]*$/iu.test(words.slice(-60));
}

function givenBy(text: string, block: Block, sentences: readonly SentenceMention[], preamble: boolean): Legacy {
  const last = sentences.at(-1);
  if (last === undefined || last.account) return nothing;
  const bare = last.form === 'named';
  const leads =
    last.leads &&
    (last.form === 'delegated' ||
      last.form === 'later' ||
      last.form === 'addressed' ||
      (last.form === 'subject' && (!preamble || laying.test(text.slice(Math.max(last.span.start, last.span.end - 90), last.span.end)))));
  // `2. Yêu cầu các cấp ủy nghiêm túc triển khai.` over `2.1. …`: a charge with items under it goes on, colon or not.
  const charges =
    (last.form === 'delegated' || (last.form === 'subject' && isHeadOfDuties(wordsOf(text, last.words)))) &&
    sentences.length === 1 &&
    isNumbered(block);
  const speaks = charges || (bare && (last.leads || sentences.length === 1)) || leads || (last.tells === 'lead' && last.leads);
  const assignees = speaks ? last.assignees.filter(isNamedBody) : [];
  const first = last.deadlines[0];
  const width = last.span.end - last.span.start;
  const period =
    first !== undefined && first.span.end - first.span.start + PERIOD_SLACK >= width && first.span.start - last.span.start < PERIOD_SLACK;
  const deadlines = period || (assignees.length > 0 && last.leads) ? last.deadlines : [];
  return block.kind === 'heading' || last.leads || bare || charges
    ? { assignees, coordinators: speaks ? last.coordinators : [], deadlines }
    : nothing;
}

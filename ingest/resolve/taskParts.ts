import type { Block, Outline } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { assigns, type Purpose, purposeOf, purposeOfType } from '#ingest/vocabulary/parts.ts';

/** What each block stands in, as far as duties go. `preamble` marks the blocks before the first part, where only an express charge is a duty. */
export interface TaskParts {
  readonly purposes: readonly Purpose[];
  readonly preamble: readonly boolean[];
  readonly hasChildren: readonly boolean[];
  /** True in a part that assigns (tổ chức thực hiện, phân công, trách nhiệm): there a body goes on acting until another is named. */
  readonly assigning: readonly boolean[];
  /** The numbered block that each block lies under (itself, where it is numbered); -1 for none. */
  readonly sections: readonly number[];
  /** The year that a heading above gives the part (`Nhiệm vụ năm 2024`); null where none does. */
  readonly years: readonly (number | null)[];
}

const HEADING_WORDS = 30;
const partYear =
  /(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|công tác|hoạt động|chương trình|trọng tâm)[^.;]{0,80}\snăm (?<year>20\d{2})(?!\s?[-–\d])/iu;

/** The purpose of every block: of its own heading, else of the nearest heading above that says, else of the document's type. */
export function taskPartsOf(text: string, outline: Outline): TaskParts {
  const { blocks, head } = outline;
  const fallback = purposeOfType(head.typeName === null ? null : wordsOf(text, head.typeName));
  const hasChildren = blocks.map(() => false);
  for (const { parent } of blocks) if (parent !== null) hasChildren[parent] = true;
  const purposes: Purpose[] = [];
  const sections: number[] = [];
  const assigning: boolean[] = [];
  const years: (number | null)[] = [];
  // A heading without a number (`NHIỆM VỤ TRỌNG TÂM` under `Phần thứ hai`) speaks for what follows it beside it.
  const unnumbered = new Map<number | null, Purpose>();
  blocks.forEach((block, index) => {
    const beside = unnumbered.get(block.parent);
    const above =
      beside !== undefined
        ? beside
        : block.parent === null
          ? fallback
          : listsThings(text, blocks[block.parent]!)
            ? 'idle'
            : purposes[block.parent]!;
    const said = isHeading(block, text, hasChildren[index]!) ? purposeOf(headingWords(text, block)) : null;
    // A report asks of those above it, who owe it nothing; a conclusion answers what it was asked.
    const own = said === 'proposals' ? (fallback === 'account' ? 'account' : null) : said;
    // Articles of a rule keep to themselves, but for those on carrying it out.
    purposes.push(own === null || (above === 'idle' && own !== 'tasks') ? above : fallback === 'norms' && own !== 'tasks' ? above : own);
    if (block.marker === null && block.kind === 'heading' && own !== null) unnumbered.set(block.parent, own);
    const year =
      block.kind === 'heading' && (own ?? above) === 'tasks' ? partYear.exec(wordsOf(text, block.body))?.groups?.['year'] : undefined;
    years.push(year !== undefined ? Number(year) : block.parent === null ? null : years[block.parent]!);
    assigning.push(
      (block.parent !== null && assigning[block.parent]!) ||
        (isHeading(block, text, hasChildren[index]!) && assigns(headingWords(text, block))),
    );
    sections.push(isNumbered(block) ? index : block.parent === null ? -1 : sections[block.parent]!);
  });
  return { purposes, preamble: preambleOf(blocks, text), hasChildren, assigning, sections, years };
}

/** True for a block with a number or letter of its own, not a bullet. */
export function isNumbered(block: Block): boolean {
  return block.marker !== null && /[\p{L}\p{N}]/u.test(block.marker);
}

function isHeading(block: Block, text: string, hasChildren: boolean): boolean {
  if (block.kind === 'heading') return true;
  if (!hasChildren && !isNumbered(block)) return false;
  const words = wordsOf(text, block.body);
  if (words.endsWith(':')) return words.length < 240;
  const colon = words.indexOf(':');
  return (colon !== -1 && colon < 80) || (hasChildren && words.split(' ', HEADING_WORDS + 1).length <= HEADING_WORDS);
}

/** A heading's words, up to its first colon or stop. */
function headingWords(text: string, block: Block): string {
  const words = wordsOf(text, block.body);
  const cut = words.search(/[:.]/u);
  return (cut === -1 ? words : words.slice(0, cut)).slice(0, 200);
}

/** A list of things, not of duties, lies under such a line: `Hồ sơ gồm:`, `Kính gửi:`. */
function listsThings(text: string, block: Block): boolean {
  if (text[block.body.end - 1] !== ':') return false;
  return /(?:^|[\s,;])(?:gồm|gồm có|như|kính gửi)\s?:$/iu.test(text.slice(Math.max(block.body.start, block.body.end - 12), block.body.end));
}

function preambleOf(blocks: readonly Block[], text: string): boolean[] {
  const first = blocks.findIndex(
    (block, index) =>
      block.marker !== null || block.kind === 'heading' || (index > 0 && wordsOf(text, blocks[index - 1]!.body).endsWith(':')),
  );
  return blocks.map((_, index) => index < first);
}

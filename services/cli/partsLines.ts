import type { PartCell, PartsMatrix } from '#services/library/shapes.ts';
import { count, safe } from './format.ts';
import { tableLines } from './matrixLines.ts';
import { choiceLines, label } from './tree.ts';

/** Units against the parts of a directive as a table, the parts numbered and listed above it; with `proof` the words behind each cell after it. */
export function* partsLines(
  matrix: PartsMatrix,
  { offset, proof }: { readonly offset: number; readonly proof: boolean },
): Generator<string> {
  for (const { asked, choices } of matrix.choices) yield* choiceLines(choices, asked);
  const { directive, document, parts, partsMore, rows, total } = matrix;
  if (directive === null || document === null) return;
  yield `${label(directive)}, by its parts in ${safe(document.name)}:`;
  for (const [at, { heading, depth, page }] of parts.entries())
    yield `  ${String(at + 1).padStart(3)}  ${'  '.repeat(depth)}${safe(heading)} (page ${page})`;
  if (partsMore > 0) yield `  and ${count(partsMore, 'more part')}`;
  yield '';
  yield `${count(total, 'unit')}${rows.length === total ? '' : `, shown ${offset + 1} to ${offset + rows.length}`}`;
  yield '';
  const head = ['', ...parts.map((_, at) => String(at + 1)), 'looked at'];
  const lines = rows.map(({ unit, cells, documents, more }) => [
    safe(unit.name),
    ...cells.map(mark),
    documents.length === 0
      ? 'silent'
      : `${documents.map(({ number, name }) => safe(number ?? name)).join(', ')}${more > 0 ? ` +${more}` : ''}`,
  ]);
  yield* tableLines([head, ...lines]);
  yield '';
  yield 'C: a document names this part; ~: a guess, a passage holds the words that tell it from the others; -: neither was found, which does not say that it was left out';
  if (rows.some(({ documents }) => documents.length === 0))
    yield 'silent: no document held here answers the directive (không có văn bản đang lưu cho thấy)';
  if (matrix.truncated) yield '! More documents are linked to the directive than were looked at.';
  if (!proof) return;
  for (const { unit, cells } of rows)
    for (const [at, { state, words, witness }] of cells.entries()) {
      if (witness === null) continue;
      yield '';
      yield `${safe(unit.name)} · ${at + 1} ${safe(parts[at]?.heading ?? '')}`;
      if (state === 'similar') yield `  by the words ${words.map(safe).join(', ')}`;
      yield `  “${safe(witness.quote)}” (${safe(witness.name)}, page ${witness.page})`;
    }
}

function mark({ state }: PartCell): string {
  return state === 'cited' ? 'C' : state === 'similar' ? '~' : '-';
}

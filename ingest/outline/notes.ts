import type { Note } from '#ingest/model/outline.ts';
import type { Span } from '#ingest/model/span.ts';
import { markInText, noteMark } from '#ingest/vocabulary/notes.ts';
import type { Line } from './lines.ts';

/**
 * The notes of a text: lines that begin with the mark of a note which stands in a sentence further up. Numbers may begin anew at each page: a note
 * goes with the nearest mark before it. `rest` are the other lines.
 */
export function notesOf(lines: readonly Line[]): { readonly notes: readonly Note[]; readonly rest: readonly Line[] } {
  if (!lines.some((line) => noteMark.test(line.text))) return { notes: [], rest: lines };
  const notes: Note[] = [];
  const rest: Line[] = [];
  const marks = new Map<string, Span>();
  for (const line of lines) {
    const groups = noteMark.exec(line.text)?.groups;
    const printed = groups === undefined ? null : nameOf(groups);
    const at = printed === null ? undefined : marks.get(printed);
    if (at === undefined) {
      rest.push(line);
      for (const match of line.text.matchAll(markInText)) {
        const start = line.span.start + match.index;
        marks.set(nameOf(match.groups!), { start, end: start + match[0].length });
      }
    } else {
      notes.push({ mark: groups!.bracketed ?? groups!.bare!, span: line.span, at });
      marks.delete(printed!);
    }
  }
  return { notes, rest };
}

/** A mark with its brackets, or bare: the two are never the same mark. */
function nameOf(groups: Readonly<Record<string, string | undefined>>): string {
  return groups.bracketed === undefined ? groups.bare! : `[${groups.bracketed}]`;
}

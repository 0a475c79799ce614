import type { Edit, OriginMap } from '#ingest/model/source.ts';

/**
 * One replacement that a step asks for, in the text that the step was given (UTF-16 code units, end exclusive).
 * `note` makes an edit of it: the words `from`..`to` that a reader would want to see (the same text's offsets) and whether it is a guess.
 * A change without a note only shows in the origin map.
 */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly note?: { readonly step: string; readonly from: number; readonly to: number; readonly guess: boolean };
}

interface Note {
  readonly step: string;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly guess: boolean;
}

/** A text on its way from raw to repaired, with the map back. Runs tile both texts, as in `OriginMap`. */
export interface Draft {
  readonly text: string;
  readonly repaired: readonly number[];
  readonly raw: readonly number[];
  readonly kept: readonly number[];
  readonly rawLength: number;
  readonly notes: readonly Note[];
}

/** The draft in which nothing has been repaired yet. */
export function untouched(text: string): Draft {
  return {
    text,
    repaired: text === '' ? [] : [0],
    raw: text === '' ? [] : [0],
    kept: text === '' ? [] : [1],
    rawLength: text.length,
    notes: [],
  };
}

/** Collects runs in order; neighbours of one kind become one run. */
class Runs {
  readonly repaired: number[] = [];
  readonly raw: number[] = [];
  readonly kept: number[] = [];
  length = 0;

  add(kept: 0 | 1, length: number, rawStart: number, rawEnd: number): void {
    if (length === 0 && rawStart === rawEnd) return;
    if (this.kept.length === 0 || this.kept[this.kept.length - 1] !== kept) {
      this.repaired.push(this.length);
      this.raw.push(rawStart);
      this.kept.push(kept);
    }
    this.length += length;
  }
}

/**
 * The draft after `changes`, which must be in order and must not overlap.
 * A change that cuts a run replaced before widens to the whole run: the map never claims more than it knows.
 */
export function applied(draft: Draft, changes: readonly Change[]): Draft {
  if (changes.length === 0) return draft;
  return { ...remapped(draft, changes), text: rewritten(draft.text, changes), rawLength: draft.rawLength, notes: noted(draft, changes) };
}

/** The changes of two steps that looked at the same text, in order. Where two meet or touch, the one of the first step stays. Each list is in order. */
export function together(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  if (second.length === 0) return first;
  const merged: Change[] = [];
  let next = 0;
  for (const change of second) {
    for (let before = first[next]; before !== undefined && before.end < change.start; before = first[next]) {
      merged.push(before);
      next += 1;
    }
    if ((first[next]?.start ?? Number.POSITIVE_INFINITY) > change.end) merged.push(change);
  }
  for (; next < first.length; next += 1) merged.push(first[next]!);
  return merged;
}

function rewritten(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of changes) {
    if (change.start > at) parts.push(text.slice(at, change.start));
    if (change.text !== '') parts.push(change.text);
    at = change.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The runs after the changes: every run is walked once, cut where a change begins or ends. */
function remapped(draft: Draft, changes: readonly Change[]): Pick<Draft, 'repaired' | 'raw' | 'kept'> {
  const { text, repaired, raw, kept, rawLength } = draft;
  const runs = new Runs();
  let next = 0;
  let open = false;
  for (let run = 0; run < repaired.length; run += 1) {
    const start = repaired[run] ?? 0;
    const end = repaired[run + 1] ?? text.length;
    const rawStart = raw[run] ?? 0;
    const rawEnd = raw[run + 1] ?? rawLength;
    const whole = kept[run] !== 1;
    // What a replaced run replaced is told once, before its parts: they all join into one replaced run.
    if (whole) runs.add(0, 0, rawStart, rawEnd);
    let at = start;
    while (at < end) {
      const change = changes[next];
      const copyEnd = open || change === undefined ? (open ? at : end) : Math.min(Math.max(change.start, at), end);
      if (copyEnd > at) {
        if (whole) runs.add(0, copyEnd - at, rawEnd, rawEnd);
        else runs.add(1, copyEnd - at, rawStart + at - start, rawStart + copyEnd - start);
        at = copyEnd;
      }
      if (change === undefined || at >= end) break;
      const here = whole ? rawEnd : rawStart + at - start;
      if (!open) runs.add(0, change.text.length, here, here);
      const dropEnd = Math.min(change.end, end);
      if (!whole) runs.add(0, 0, here, here + dropEnd - at);
      open = change.end > end;
      if (!open) next += 1;
      at = dropEnd;
    }
  }
  for (; next < changes.length; next += 1) if (!open) runs.add(0, changes[next]?.text.length ?? 0, rawLength, rawLength);
  return runs;
}

function noted(draft: Draft, changes: readonly Change[]): Note[] {
  const notes = draft.notes.slice();
  for (const { note } of changes) {
    if (note === undefined) continue;
    notes.push({
      step: note.step,
      rawStart: rawOffset(draft, note.from, false),
      rawEnd: note.to > note.from ? rawOffset(draft, note.to, true) : rawOffset(draft, note.from, false),
      guess: note.guess,
    });
  }
  return notes;
}

/** Raw offset of a place in the draft: where the letter after it begins, or where the letter before it ends. */
function rawOffset(draft: Draft, offset: number, asEnd: boolean): number {
  const at = asEnd ? offset - 1 : offset;
  if (at < 0) return 0;
  let low = 0;
  let high = draft.repaired.length - 1;
  if (high < 0 || at >= draft.text.length) return draft.rawLength;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((draft.repaired[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const rawStart = draft.raw[low] ?? 0;
  if (draft.kept[low] === 1) return rawStart + at - (draft.repaired[low] ?? 0) + (asEnd ? 1 : 0);
  return asEnd ? (draft.raw[low + 1] ?? draft.rawLength) : rawStart;
}

/** Offsets of the draft's text at which the raw offsets (ascending) come to stand. */
export function forward(draft: Draft, rawOffsets: readonly number[]): number[] {
  let run = 0;
  return rawOffsets.map((offset) => {
    while (run + 1 < draft.raw.length && (draft.raw[run + 1] ?? 0) <= offset) run += 1;
    return placed(draft, run, offset, false);
  });
}

function placed(draft: Draft, run: number, offset: number, asEnd: boolean): number {
  if (draft.repaired.length === 0) return 0;
  const start = draft.repaired[run] ?? 0;
  const end = draft.repaired[run + 1] ?? draft.text.length;
  if (draft.kept[run] === 1) return Math.min(start + offset - (draft.raw[run] ?? 0), end);
  return asEnd ? end : start;
}

/** Index of the last run that begins at or before a raw offset. */
function runAtRaw(draft: Draft, offset: number): number {
  let low = 0;
  let high = draft.raw.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((draft.raw[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The map of a finished draft. */
export function originMap(draft: Draft, pages: readonly number[]): OriginMap {
  return {
    repaired: [...draft.repaired],
    raw: [...draft.raw],
    kept: [...draft.kept],
    rawLength: draft.rawLength,
    length: draft.text.length,
    pages: [...pages],
  };
}

/** The edits of a finished draft, in the order of the raw text. */
export function editsOf(draft: Draft, rawText: string): Edit[] {
  const edits = draft.notes.map((note): Edit => {
    const start = placed(draft, runAtRaw(draft, note.rawStart), note.rawStart, false);
    const end = note.rawEnd > note.rawStart ? placed(draft, runAtRaw(draft, note.rawEnd - 1), note.rawEnd, true) : start;
    return {
      step: note.step,
      raw: { start: note.rawStart, end: note.rawEnd },
      span: { start, end: Math.max(start, end) },
      was: rawText.slice(note.rawStart, note.rawEnd),
      guess: note.guess,
    };
  });
  return edits.sort((a, b) => a.raw.start - b.raw.start || a.raw.end - b.raw.end);
}

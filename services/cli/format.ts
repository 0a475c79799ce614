import { asFailure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { AddOutcome, DocumentSummary, Snippet } from '#services/library/shapes.ts';

/** Words from a file as a terminal may show them: control characters, which could move the cursor or set colours, become visible. */
export function safe(text: string): string {
  return text
    .replace(/[\t\n\r ]+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .trim();
}

/** "1 document", "2 documents". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A failure as the last line on stderr, and the exit code that goes with it. */
export function failureLine(thrown: unknown, json: boolean): { line: string; exit: 1 | 2 } {
  const failure = asFailure(thrown);
  const { code, message, kind } = failure;
  return { line: json ? JSON.stringify({ error: { code, message } }) : `Error (${code}): ${safe(message)}`, exit: kind.exit };
}

/** One line that tells a document apart: number, issuer, place, date. */
export function headline(document: Pick<DocumentSummary, 'number' | 'type' | 'issuer' | 'place' | 'date' | 'name'>): string {
  const { number, type, issuer, place, date, name } = document;
  const known = [number ?? type, issuer, place, date].filter((part) => part !== null);
  return safe(known.length === 0 ? name : known.join(' · '));
}

/** Scope, period and date of an identity, as far as they are known. */
export function whose({ scope, term, date }: Pick<Identity, 'scope' | 'term' | 'date'>): string {
  return safe([scope.value, term.value, date.value].filter((part) => part !== null).join(', '));
}

/** A passage with its matched words marked: in bold on a terminal, else between » and «. */
export function marked(snippet: Snippet, live: boolean): string {
  const [on, off] = live ? ['\u001b[1m', '\u001b[22m'] : ['»', '«'];
  const pieces: string[] = [];
  let at = 0;
  for (const mark of snippet.marks) {
    pieces.push(spaced(snippet.text.slice(at, mark.start)), on, spaced(snippet.text.slice(mark.start, mark.end)), off);
    at = mark.end;
  }
  pieces.push(spaced(snippet.text.slice(at)));
  return pieces.join('').trim();
}

/** As `safe`, but keeps the spaces at the ends, where the piece joins the next one. */
function spaced(piece: string): string {
  const inner = safe(piece);
  return `${/^\s/u.test(piece) ? ' ' : ''}${inner}${inner !== '' && /\s$/u.test(piece) ? ' ' : ''}`;
}

/** What became of one file, on one line. */
export function outcomeLine(outcome: AddOutcome): string {
  const name = safe(outcome.name);
  if (outcome.failure !== null) return `refused  ${name}: ${safe(outcome.failure.message)} (${outcome.failure.code})`;
  if (outcome.outcome === 'known') return `known    ${name}`;
  const found = `${count(outcome.citations, 'citation')}, ${count(outcome.tasks, 'task')}, ${count(outcome.findings, 'finding')}`;
  const waiting = outcome.searchable ? '' : ', not searchable yet';
  return `${outcome.outcome.padEnd(8)} ${name} (${found}${waiting})`;
}

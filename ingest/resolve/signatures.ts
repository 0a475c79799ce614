import type { Outline } from '#ingest/model/outline.ts';
import type { Signature } from '#ingest/model/record.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';
import { capacityIn, capacityPattern } from '#ingest/vocabulary/capacities.ts';
import { matchesOf } from '#ingest/vocabulary/matches.ts';
import { isFamilyName, isNameInCapitals, personName, personTitle, secondName, wholeName } from '#ingest/vocabulary/persons.ts';
import { officeHere, officesIn } from '#ingest/vocabulary/positions.ts';
import { signedNote } from '#ingest/vocabulary/signing.ts';
import { oneLine, singleSpaced } from '#ingest/vocabulary/spacing.ts';

/** One stretch of the close: the capitals that say in what capacity and office, or a name. */
interface Piece {
  readonly kind: 'capitals' | 'name';
  readonly words: string;
  readonly span: Span;
}

/** The signatures of the close, in order: capacity, position, name. What a signature lacks is null. */
export function signaturesOf(text: string, outline: Outline): Signature[] {
  const signatures: Signature[] = [];
  let run: Piece[] = [];
  let names: Piece[] = [];
  let begun: Piece | null = null;
  const flush = () => {
    signatures.push(...signersOf(run, names));
    run = [];
    names = [];
  };
  for (const span of outline.close.signatureLines) {
    const word = wordsOf(text, span).trim();
    // A name that a narrow column broke: "Lê" / "Thị Thu", "Lê Thị" / "Thu".
    if (/^\p{Lu}\p{Ll}{0,7}$/u.test(word)) {
      const last = names.pop();
      if (last !== undefined) names.push({ ...last, words: `${last.words} ${word}`, span: { start: last.span.start, end: span.end } });
      else if (isFamilyName(word)) begun = { kind: 'name', words: word, span };
      continue;
    }
    for (const piece of piecesOf(wordsOf(text, span), span)) {
      if (piece.kind === 'name') {
        const words = begun === null ? piece.words : `${begun.words} ${piece.words}`;
        names.push({ ...piece, words, span: { start: begun?.span.start ?? piece.span.start, end: piece.span.end } });
        begun = null;
      } else {
        if (names.length > 0) flush();
        run.push(piece);
      }
    }
  }
  flush();
  return signatures;
}

/** A line of the close as capitals and names; notes ("(Đã ký)"), ranks and degrees are left out. */
function piecesOf(line: string, span: Span): Piece[] {
  const words = oneLine(
    singleSpaced(line)
      .replace(signedNote, ' ')
      .replace(/[_*]{2,}/gu, ' '),
  );
  const bare = words.replace(personTitle, '').trim();
  if (bare === '') return [];
  if (personName.test(bare)) return [{ kind: 'name', words: bare, span }];
  if (isNameInCapitals(bare) && !officeHere.test(bare)) return [{ kind: 'name', words: bare, span }];
  // Without a small letter there is no other name on the line.
  if (!/[\p{Ll}’'`]/u.test(words)) return [{ kind: 'capitals', words, span }];
  // "KT. BỘ TRƯỞNG THỨ TRƯỞNG Nguyễn Văn An": capitals, then a name.
  const both =
    /^(?<capitals>[\p{Lu}\d/.,()&\s–-]{3,200}?)\s(?<name>(?:(?:GS|PGS|TS|ThS|BS|CKI|Đại|Thượng|Trung|Thiếu)\S{0,6}\s?){0,6}\p{Lu}[\p{Ll}’'`].*)$/u.exec(
      words,
    )?.groups;
  const name = both?.name === undefined ? undefined : wholeName(both.name.replace(personTitle, '').trim());
  if (both !== undefined && name !== undefined && personName.test(name))
    return [{ kind: 'capitals', words: both.capitals!.trim(), span }, ...piecesOf(name, span)];
  // "Lê Văn Tám THƯ KÝ": a name, then the next signer's office.
  const turned = /^(?<name>(?:\p{Lu}[\p{Ll}’']+\s){2,5})(?<capitals>\p{Lu}{2,}[\p{Lu}\s]*)$/u.exec(bare)?.groups;
  if (turned !== undefined && officeHere.test(turned.capitals!)) {
    const [left, right] = partedAt(line, span, turned.capitals!);
    return [
      { kind: 'name', words: turned.name!.trim(), span: left },
      { kind: 'capitals', words: turned.capitals!, span: right },
    ];
  }
  if (!/\p{Ll}/u.test(words) || capacityPattern.test(words)) return [{ kind: 'capitals', words, span }];
  // An office in small letters: "Chủ tịch", "Phó Giám đốc phụ trách".
  if (officeHere.test(words.toUpperCase()) && words.length <= 90) return [{ kind: 'capitals', words, span }];
  return [];
}

/** The places of two signers' words that share a line: what stands before the last `words`, and from there on. Both the whole line where it has them otherwise spaced. */
function partedAt(line: string, whole: Span, words: string): readonly [Span, Span] {
  const at = line.lastIndexOf(words);
  if (at <= 0) return [whole, whole];
  const { start, end } = whole;
  const left = line.slice(0, at).trimEnd();
  return [
    { start, end: start + left.length },
    { start: start + at, end },
  ];
}

/** The signers of one run of capitals with the names under it. */
function signersOf(run: readonly Piece[], names: readonly Piece[]): Signature[] {
  if (run.length === 0) return names.map(({ words, span }) => ({ capacity: null, position: null, name: words, span }));
  const heads = run.flatMap(headsOf);
  // "THƯ KÝ CHỦ TRÌ" over two names: two offices side by side.
  const offices = heads.length === 1 && !capacityPattern.test(heads[0]!.words) ? officesIn(heads[0]!.words) : [];
  const both = names.length === 2 ? names : names.flatMap(twoNames);
  if (offices.length === 2 && offices[0] === 0 && both.length === 2 && !ofOneMan(heads[0]!.words, offices[1]!)) {
    const { words, span } = heads[0]!;
    const parts = [words.slice(0, offices[1]).trim(), words.slice(offices[1]).trim()];
    return both.map(
      (name, index): Signature => ({
        capacity: null,
        position: parts[index]!,
        name: name.words,
        span: { start: span.start, end: name.span.end },
      }),
    );
  }
  // Columns side by side: as many capacities of one kind, one after another, as there are names.
  const columns = sideBySide(heads, names);
  if (columns !== null) return columns;
  const joined = run.map(({ words }) => words).join(' ');
  const { capacity, position } = partsOf(joined);
  const span = { start: run[0]!.span.start, end: Math.max(run.at(-1)!.span.end, names[0]?.span.end ?? 0) };
  if (capacity === null && names.length === 0 && !officeHere.test(joined)) return [];
  const first: Signature = { capacity, position, name: names[0]?.words ?? null, span };
  return [first, ...names.slice(1).map((name): Signature => ({ capacity: null, position: null, name: name.words, span: name.span }))];
}

/** The capacities and offices of one piece, one each: "KT. BỘ TRƯỞNG KT. BỘ TRƯỞNG" is two, "THỨ TRƯỞNG THỨ TRƯỞNG" is two. */
function headsOf({ words, span }: Piece): Piece[] {
  const starts = matchesOf(capacityIn, words).map((match) => match.index);
  const cut = (at: number[]) =>
    at.map((from, index): Piece => ({ kind: 'capitals', words: words.slice(from, at[index + 1] ?? words.length).trim(), span }));
  if (starts.length > 1 && starts[0] === 0 && new Set(starts.map((at) => words.slice(at, at + 2))).size === 1) return cut(starts);
  const half = words.length >> 1;
  if (words.length % 2 === 1 && words[half] === ' ' && words.slice(0, half) === words.slice(half + 1)) return cut([0, half + 1]);
  return [{ kind: 'capitals', words, span }];
}

/** Signers side by side, where the columns were read row by row: capacities, offices, names. Null where the rows do not fit. */
function sideBySide(heads: readonly Piece[], names: readonly Piece[]): Signature[] | null {
  const kinds = heads.map(({ words }) => (capacityPattern.test(words) ? words.replace(/[^\p{L}].*$/u, '') : ''));
  // "T/M …" over "K/T …" is one signer's; of one kind they are as many signers'.
  const many = kinds.findIndex((kind) => kind !== kinds[0]);
  const columns = many === -1 ? heads.length : many;
  if (columns < 2 || heads.length % columns !== 0) return null;
  if (kinds[0] === '' && heads[0]!.words !== heads[1]!.words) return null;
  const row = names.length === columns ? names : names.flatMap(twoNames);
  if (row.length !== columns) return null;
  return row.map((name, column): Signature => {
    const words = Array.from({ length: heads.length / columns }, (_, line) => heads[line * columns + column]!.words).join(' ');
    return { ...partsOf(words), name: name.words, span: { start: heads[column]!.span.start, end: name.span.end } };
  });
}

function twoNames(name: Piece): Piece[] {
  const words = name.words.split(' ');
  const at = secondName(words);
  return at === -1 ? [name] : [words.slice(0, at), words.slice(at)].map((part) => ({ ...name, words: part.join(' ') }));
}

/**
 * Capacity and position in capitals that may stand on one line: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH". After "on behalf of" comes a body, after
 * "for" and "by order of" the office or body in whose place somebody signs; the next office is the signer's own.
 */
function partsOf(words: string): { capacity: string | null; position: string | null } {
  if (!capacityPattern.test(words) || /^Q\s?\./u.test(words)) {
    // "TRƯỞNG BAN PHÓ THỦ TƯỚNG": as the head of one body, by the office held in another.
    const [first, second] = officesIn(words);
    return first === 0 && second !== undefined && !ofOneMan(words, second) && /^TRƯỞNG BAN/u.test(words)
      ? { capacity: words.slice(0, second).trim(), position: words.slice(second).trim() }
      : { capacity: null, position: words };
  }
  const last = matchesOf(capacityIn, words).at(-1);
  const from = last === undefined ? 0 : last.index + last[0].length;
  const behalf = /^T\s?[/.]?\s?M/u.test(last?.[0] ?? '');
  const offices = officesIn(words.slice(from)).map((at) => from + at);
  // The office in whose place somebody signs stands right behind the mark: it is the capacity's.
  const own = behalf || offices[0] !== from ? offices[0] : offices.slice(1).find((at) => !ofOneMan(words, at));
  return own === undefined
    ? { capacity: words, position: null }
    : { capacity: words.slice(0, own).trim(), position: words.slice(own).trim() };
}

/** "KT. BỘ TRƯỞNG, CHỦ NHIỆM": the office before the comma and the one behind it are one man's. */
function ofOneMan(words: string, at: number): boolean {
  return /[,–-]\s?$/u.test(words.slice(0, at)) || /(?:\sKIÊM\s?)$/u.test(words.slice(0, at));
}

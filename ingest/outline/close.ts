import type { Close } from '#ingest/model/outline.ts';
import type { Span } from '#ingest/model/span.ts';
import { capacityIn, capacityPattern } from '#ingest/vocabulary/capacities.ts';
import { typeOfHeading } from '#ingest/vocabulary/headings.ts';
import { isFamilyName, isNameInCapitals, personName, personTitle, wholeName } from '#ingest/vocabulary/persons.ts';
import { officeHere } from '#ingest/vocabulary/positions.ts';
import { sectors } from '#ingest/vocabulary/sectors.ts';
import { annexMark, signedNote, signingNoise } from '#ingest/vocabulary/signing.ts';
import { type Cell, cellsOf } from './cells.ts';
import { inCapitals, isRule, type Line } from './lines.ts';

/** The close, the index of the line after the body's last, and that of the line after the close: an annex begins there. */
export interface CloseReading {
  readonly close: Close;
  readonly bodyTo: number;
  readonly closeTo: number;
}

/** Signatures take at most this many lines after the recipients: positions, notes, names, and other capacities'. */
const SIGNATURE_LINES = 20;
/** A signature without recipients is looked for in so many last lines. */
const LAST_LINES = 40;
/** No line of a close is longer, in code units; patterns are not tried on lines of megabytes. A table's row holds the whole close on one line. */
const LINE_LENGTH = 4000;
const SIGNATURE_LENGTH = 160;

/** "Nơi nhận:", in capitals, with marks around it, or misread by a scan ("Nơi nbận:"). */
const recipientsHeading =
  /^(?<before>[^|]{0,200}?)[_*]{0,3}(?:N[ơo]i (?:nhận|gửi)|NƠI (?:NHẬN|GỬI)|N[ơoởờ][il1]\s?n[hbn][ậạâăâa]n(?=\s?:))[_*]{0,3}\s*(?::|$)[_*]{0,3}\s*(?<rest>.*)$/du;
/** What no line with that heading is without. */
const recipientsWord = /N[ơoởờ][il1]\s?(?:n[hbn]|gửi)|NƠI (?:NHẬN|GỬI)/u;
const bulletMark = /^[-–—+*•●_]\s*(?=[\p{L}\d(])/u;

/** Reads the close: the recipients (Nơi nhận) and the signatures. What comes after them is an annex (văn bản, phụ lục kèm theo). */
export function closeOf(lines: readonly Line[], from: number): CloseReading {
  const recipientsAt = findRecipients(lines, from);
  const signatureAt = findSignature(lines, from, recipientsAt);
  const starts = [recipientsAt, signatureAt].filter((index) => index !== null);
  if (starts.length === 0) return { close: { recipientLines: [], signatureLines: [] }, bodyTo: lines.length, closeTo: lines.length };
  const bodyTo = Math.min(...starts);
  const reader = new CloseReader();
  let index = bodyTo;
  for (; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (isRule(line.text)) {
      reader.bar();
      continue;
    }
    if (line.text.length > LINE_LENGTH) break;
    if (reader.signed && beginsAnnex(line.text)) break;
    const heading = index === recipientsAt;
    const cells = cellsOf(line);
    if (!cells.every((cell) => reader.take(cell, heading, recipientsAt !== null && index >= recipientsAt, index === signatureAt))) break;
  }
  return { close: { recipientLines: reader.recipients, signatureLines: reader.signatures }, bodyTo, closeTo: index };
}

function beginsAnnex(text: string): boolean {
  return annexMark.test(text) || (inCapitals(text) && typeOfHeading(text) !== null);
}

/** Takes the cells of a close one after another and tells recipients from signatures. */
class CloseReader {
  readonly recipients: Span[] = [];
  readonly signatures: Span[] = [];
  /** A name was seen under a signature: an annex may follow. */
  signed = false;
  #inSignature = false;
  /** The last recipient began with a bullet and has not come to its stop. */
  #open = false;
  #taken = 0;
  /** The words of the last recipient. */
  #last = '';
  #bulleted = false;
  /** The last cell taken ended in a name. */
  #named = false;

  /** A rule or a bar between cells. */
  bar(): void {
    this.#open = false;
  }

  /** False where the close has ended before this cell. */
  take(cell: Cell, heading: boolean, listed: boolean, opensSignature: boolean): boolean {
    const { text } = cell;
    if (signingNoise.test(text)) return true;
    const match = heading ? recipientsHeading.exec(text) : null;
    if (match !== null) {
      this.#heading(cell, match);
      return true;
    }
    const bullet = bulletMark.test(text);
    if (capacityPattern.test(text) || opensSignature) this.#inSignature = true;
    if (bullet && listed) {
      this.#items(cell);
      return true;
    }
    if (this.#open && this.#bulleted && !this.#inSignature && goesOn(text)) {
      const last = this.recipients.pop()!;
      this.recipients.push({ start: last.start, end: cell.span.end });
      this.#open = !ended(text);
      return true;
    }
    this.#open = false;
    if (this.#inSignature || (listed && beginsSignature(text))) return this.#sign(cell);
    if (listed && text.length <= SIGNATURE_LENGTH) {
      this.recipients.push(cell.span);
      return true;
    }
    return false;
  }

  #sign(cell: Cell): boolean {
    if (this.#taken >= SIGNATURE_LINES || cell.text.length > SIGNATURE_LENGTH) return false;
    // One word behind a name is its last one, parted from it by a narrow column.
    const rest = this.#named && /^\p{Lu}\p{Ll}{0,7}$/u.test(cell.text);
    if (this.signed && !rest && !beginsSignature(cell.text) && !capacityPattern.test(cell.text)) return false;
    this.#inSignature = true;
    this.#taken += 1;
    this.signatures.push(cell.span);
    this.#named = endsInName(cell.text);
    if (this.#named) this.signed = true;
    return true;
  }

  /** `Nơi nhận:` and the signature's first line, or the first recipients, may share a line, in either order. */
  #heading(cell: Cell, match: RegExpExecArray): void {
    const before = match.groups!.before!.trim();
    const rest = match.groups!.rest!.trim();
    if (before !== '') {
      this.#inSignature = true;
      this.signatures.push({ start: cell.span.start, end: cell.span.start + before.length });
    }
    if (rest === '') return;
    const at = match.indices!.groups!.rest![0];
    const span = { start: cell.span.start + at, end: cell.span.start + at + rest.length };
    if (capacityPattern.test(rest) || (inCapitals(rest) && !bulletMark.test(rest))) {
      this.#inSignature = true;
      this.signatures.push(span);
    } else this.#items({ span, text: rest });
  }

  /** One recipient or several on one line, and where the columns were read across a piece of the signature behind them. */
  #items(cell: Cell): void {
    const annex = /\s(?:PHỤ LỤC|Phụ lục)(?=\s)/u.exec(cell.text)?.index ?? cell.text.length;
    const whole = cell.text.slice(0, annex);
    const at = signatureBehind(whole);
    this.#bulleted = bulletMark.test(whole);
    const left = at === -1 ? whole : whole.slice(0, at).trimEnd();
    // A list on one line is parted by its dashes; one without any by its semicolons.
    const parts = /[;,.)]\s+[-–+•]\s?[\p{L}(]/u.test(left)
      ? left.split(/(?<=[;,.)])\s+(?=[-–+•]\s?[\p{L}(])/u)
      : bulletMark.test(left)
        ? [left]
        : left.split(/(?<=;)\s+/u);
    let start = cell.span.start;
    // "Phòng Tài chính" / "- Kế hoạch": a dash inside a sector's name began no item.
    const last = this.recipients.at(-1);
    if (this.#open && last !== undefined && goesOnSector(this.#last, parts[0]!)) {
      this.recipients.pop();
      const part = parts.shift()!;
      this.recipients.push({ start: last.start, end: start + part.length });
      start += part.length;
      this.#last = part;
    }
    for (const part of parts) {
      start = cell.span.start + cell.text.indexOf(part, start - cell.span.start);
      this.recipients.push({ start, end: start + part.length });
      this.#last = part;
      start += part.length;
    }
    this.#open = at === -1 && !ended(left);
    if (at !== -1) {
      this.signatures.push({ start: cell.span.start + at, end: cell.span.start + annex });
      this.#inSignature = true;
      if (endsInName(whole.slice(at))) this.signed = true;
    }
  }
}

const ended = (text: string) => /[;,.:]["”)]?$|\/\.?$/u.test(text);

/** The two parts of a sector's name around its dash ("Tài chính - Kế hoạch"). */
function goesOnSector(before: string, part: string): boolean {
  const behind = part.replace(bulletMark, '').replace(/(?<![\s;,.])[\s;,.]+$/u, '');
  const words = `${before.trim()} - ${behind}`;
  return sectors.some((sector) => sector.includes(` - ${behind}`) && words.endsWith(sector));
}

/** A line that goes on with the recipient of the line before: no office, no name. */
function goesOn(text: string): boolean {
  return text.length <= SIGNATURE_LENGTH && !beginsSignature(text) && !signedNote.test(text);
}

/** A line of a signature: a capacity, an office or a body in capitals, a name, a note. */
function beginsSignature(text: string): boolean {
  if (text.length > SIGNATURE_LENGTH) return false;
  const bare = text.replace(signedNote, '').trim();
  if (bare === '') return true;
  // A list of short names ("VPTW, VPCP,") is of recipients: a signature's line has no mark at its end.
  if (/^(?:VT|LƯU)(?![\p{L}])|[,;]$/u.test(bare)) return false;
  if (inCapitals(bare)) return bare.length > 6 || officeHere.test(bare);
  return endsInName(bare);
}

/** The words are a person's name, or an office in capitals and a name. */
function endsInName(text: string): boolean {
  const words = text.replace(signedNote, ' ').trim();
  const bare = words.replace(personTitle, '');
  if (personName.test(bare) || isNameInCapitals(bare)) return true;
  const behind = /^(?:[\p{Lu}\d/.,\s–-]{4,160}\s)(?<name>\p{Lu}[\p{Ll}’'].*)$/u.exec(words)?.groups?.name;
  return behind !== undefined && personName.test(wholeName(behind.replace(personTitle, '')));
}

/** Where in a recipient's line a piece of the signature begins ("- Như trên; KT. CHỦ TỊCH"), or -1. */
function signatureBehind(text: string): number {
  capacityIn.lastIndex = 0;
  for (let match = capacityIn.exec(text); match !== null; match = capacityIn.exec(text))
    if (/[;,.):]\s+$/u.test(text.slice(Math.max(0, match.index - 4), match.index)) && /^\S+\s*\p{Lu}{2,}/u.test(text.slice(match.index))) {
      if (/(?<!\p{Lu})\p{Lu}{2,}\s\p{Lu}{2,}/u.test(text.slice(match.index))) return match.index;
    }
  const note = /(?<=[;,.)]\s{1,3})\((?:[đĐ]ã ký|ĐÃ KÝ)\)/u.exec(text);
  if (note !== null) return note.index;
  for (const match of text.matchAll(/(?<=[;,.)]\s{1,3})\p{Lu}/gu)) {
    const right = text.slice(match.index);
    if (right.length > 90) continue;
    if (officeHere.test(right) && inCapitals(right.replace(/\s(?:\p{Lu}\p{Ll}+\s?){2,5}$/u, ''))) return match.index;
    // A name beside a recipient, mostly the last, which is the file ("Lưu").
    const words = right.split(' ');
    if (words.length >= (/^[-–]?\s?Lưu/u.test(text) ? 2 : 3) && personName.test(right) && isFamilyName(words[0]!)) return match.index;
  }
  return -1;
}

/** The list of recipients: its heading stands alone, beside a signature's first line, or before the list itself. Forms in annexes have some too: the first one holds. */
function findRecipients(lines: readonly Line[], from: number): number | null {
  for (let index = from; index < lines.length; index += 1) {
    const { text } = lines[index]!;
    if (text.length > LINE_LENGTH || !recipientsWord.test(text)) continue;
    for (const cell of cellsOf(lines[index]!)) {
      const match = recipientsHeading.exec(cell.text);
      if (match === null) continue;
      const before = match.groups!.before!.trim();
      if (before !== '' && !capacityPattern.test(before) && !inCapitals(before)) continue;
      const next = [match.groups!.rest!, ...lines.slice(index + 1, index + 6).map((line) => line.text)].join('\n');
      if (/(?:^|[\n|]\s?)[-–+•*_]\s?[\p{L}(]|Lưu|Như|;/u.test(next) || index > lines.length - 12) return index;
    }
  }
  return null;
}

/** The first line that opens a signature: by its capacity, near the recipients or in the text's last lines. */
function findSignature(lines: readonly Line[], from: number, recipientsAt: number | null): number | null {
  const begin = Math.max(from, recipientsAt === null ? lines.length - LAST_LINES : recipientsAt - SIGNATURE_LINES);
  const end = recipientsAt === null ? lines.length : Math.min(lines.length, recipientsAt + 60);
  for (let index = begin; index < end; index += 1) {
    if (lines[index]!.text.length > LINE_LENGTH) continue;
    for (const { text } of cellsOf(lines[index]!)) if (text.length <= SIGNATURE_LENGTH && capacityPattern.test(text)) return index;
  }
  if (recipientsAt !== null) {
    // Without a capacity a signature may stand above its recipients: an office in capitals, then a name.
    for (let index = Math.max(from, recipientsAt - 5); index < recipientsAt; index += 1)
      if (isOffice(lines, index, SIGNATURE_LINES)) return index;
    return null;
  }
  // No capacity and no recipients: an office in capitals right before a name, or a name under "(Đã ký)", ends the text.
  for (let index = Math.max(from, lines.length - 8); index < lines.length; index += 1) if (isOffice(lines, index)) return index;
  const tail = Math.max(from, lines.length - 3);
  for (let index = tail; index < lines.length; index += 1) {
    const { text } = lines[index]!;
    if (
      text.length <= 80 &&
      signedNote.test(text) &&
      lines.slice(index, index + 2).some((line) => line.text.length <= 80 && cellsOf(line).some((cell) => endsInName(cell.text)))
    )
      return index;
  }
  return null;
}

/**
 * An office in capitals on this line, and a name on it or on one of the next `reach` lines, with nothing but lines of signatures and recipients between
 * them: a body that decides stands in capitals too, but over its grounds.
 */
function isOffice(lines: readonly Line[], index: number, reach = 5): boolean {
  const office = cellsOf(lines[index]!).some(
    ({ text }) => text.length <= 120 && officeHere.test(text) && (inCapitals(text) || endsInName(text)) && !text.endsWith(':'),
  );
  if (!office) return false;
  for (let at = index; at < Math.min(lines.length, index + reach); at += 1) {
    const { text } = lines[at]!;
    if (text.length > SIGNATURE_LENGTH) return false;
    if (cellsOf(lines[at]!).some((cell) => endsInName(cell.text))) return true;
    if (
      at > index &&
      !isRule(text) &&
      !beginsSignature(text) &&
      !bulletMark.test(text) &&
      !recipientsWord.test(text) &&
      !signingNoise.test(text)
    )
      return false;
  }
  return false;
}

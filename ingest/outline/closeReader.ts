import type { Span } from '#ingest/model/span.ts';
import { capacityPattern } from '#ingest/vocabulary/capacities.ts';
import { fileMark, signingNoise } from '#ingest/vocabulary/signing.ts';
import type { Cell } from './cells.ts';
import {
  beginsSignature,
  bulletMark,
  ended,
  endsInName,
  goesOn,
  goesOnSector,
  recipientsHeading,
  SIGNATURE_LENGTH,
  signatureBehind,
} from './closeLines.ts';
import { inCapitals } from './lines.ts';

/** Signatures take at most this many lines after the recipients: positions, notes, names, and other capacities'. */
export const SIGNATURE_LINES = 20;

/** No line with the mark of a file behind it is longer, in code units. */
const LONGEST_MARKED = 400;

/** The cell up to `at`, without the blanks there. */
function before({ span, text }: Cell, at: number): Cell {
  const words = text.slice(0, at).trimEnd();
  return { span: { start: span.start, end: span.start + words.length }, text: words };
}

/** Takes the cells of a close one after another and tells recipients from signatures. */
export class CloseReader {
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
    const mark = text.length <= LONGEST_MARKED ? fileMark.exec(text) : null;
    if (mark !== null) return mark.index === 0 || this.take(before(cell, mark.index), heading, listed, opensSignature);
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

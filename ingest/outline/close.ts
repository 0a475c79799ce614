import type { Close } from '#ingest/model/outline.ts';
import { capacityPattern } from '#ingest/vocabulary/capacities.ts';
import { typeOfHeading } from '#ingest/vocabulary/headings.ts';
import { officeHere } from '#ingest/vocabulary/positions.ts';
import { annexMark, signedNote, signingNoise } from '#ingest/vocabulary/signing.ts';
import { cellsOf } from './cells.ts';
import { beginsSignature, bulletMark, endsInName, recipientsHeading, recipientsWord, SIGNATURE_LENGTH } from './closeLines.ts';
import { CloseReader, SIGNATURE_LINES } from './closeReader.ts';
import { inCapitals, isRule, type Line } from './lines.ts';

/** The close, the index of the line after the body's last, and that of the line after the close: an annex begins there. */
export interface CloseReading {
  readonly close: Close;
  readonly bodyTo: number;
  readonly closeTo: number;
}

/** A signature without recipients is looked for in so many last lines. */
const LAST_LINES = 40;
/** No line of a close is longer, in code units; patterns are not tried on lines of megabytes. A table's row holds the whole close on one line. */
const LINE_LENGTH = 4000;

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
  const early = recipientsAt === null ? signatureBeforeAnnex(lines, from, begin) : null;
  if (early !== null) return early;
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

/** A capacity, and a name within few lines with an annex right below it: the signature of a text without recipients that something was issued with. */
function signatureBeforeAnnex(lines: readonly Line[], from: number, to: number): number | null {
  for (let index = from; index < to; index += 1) {
    const { text } = lines[index]!;
    if (text.length > SIGNATURE_LENGTH || !capacityPattern.test(text)) continue;
    for (let at = index; at < Math.min(lines.length - 1, index + ANNEX_REACH); at += 1) {
      const line = lines[at]!.text;
      if (line.length > SIGNATURE_LENGTH || !(isRule(line) || beginsSignature(line))) break;
      if (!endsInName(line)) continue;
      const next = lines.slice(at + 1, at + 4).find((candidate) => !isRule(candidate.text));
      if (next !== undefined && beginsAnnex(next.text)) return index;
    }
  }
  return null;
}

/** A signature of one person takes so many lines. */
const ANNEX_REACH = 8;

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

import type { Close } from '#ingest/model/outline.ts';
import type { Span } from '#ingest/model/span.ts';
import { capacityPattern } from '#ingest/vocabulary/capacities.ts';
import { typeNamed } from '#ingest/vocabulary/documentTypes.ts';
import { inCapitals, isRule, type Line } from './lines.ts';

/** The close, the index of the line after the body's last, and that of the line after the close: an annex begins there. */
export interface CloseReading {
  readonly close: Close;
  readonly bodyTo: number;
  readonly closeTo: number;
}

/** A signature takes at most this many lines after its capacity: position, note, name, and another capacity's. */
const SIGNATURE_LINES = 14;

/** No line of a close is longer, in code units; patterns are not tried on lines of megabytes. */
const LINE_LENGTH = 1500;

const recipientsHeading = /^(?<before>.{0,200}?)N[ơo]i nhận\s*:?\s*(?<rest>.*)$/du;

/** Reads the close: the recipients (Nơi nhận) and the signature. What comes after them is an annex (văn bản, phụ lục kèm theo). */
export function closeOf(lines: readonly Line[], from: number): CloseReading {
  const recipientsAt = findRecipients(lines, from);
  const signatureAt = findSignature(lines, recipientsAt ?? from, recipientsAt);
  const starts = [recipientsAt, signatureAt].filter((index) => index !== null);
  if (starts.length === 0) return { close: { recipientLines: [], signatureLines: [] }, bodyTo: lines.length, closeTo: lines.length };
  const bodyTo = Math.min(...starts);
  const recipientLines: Span[] = [];
  const signatureLines: Span[] = [];
  let inSignature = false;
  let taken = 0;
  let index = bodyTo;
  for (; index < lines.length; index += 1) {
    const line = lines[index]!;
    const heading = index === recipientsAt ? recipientsHeading.exec(line.text) : null;
    if (heading !== null) {
      pushColumns(line, heading, recipientLines, signatureLines);
      inSignature = signatureLines.length > 0;
      continue;
    }
    if (isRule(line.text)) continue;
    // An annex begins with a document's type in capitals.
    if (signatureLines.length > 0 && inCapitals(line.text) && typeNamed(line.text) !== null) break;
    const bullet = /^[-–—+*•]\s*\p{L}/u.test(line.text);
    if (capacityPattern.test(line.text)) inSignature = true;
    const split = bullet && line.text.length <= LINE_LENGTH ? splitColumns(line) : null;
    if (split !== null) {
      recipientLines.push(split.left);
      signatureLines.push(split.right);
      inSignature = true;
    } else if (bullet && recipientsAt !== null && index > recipientsAt) recipientLines.push(line.span);
    else if (inSignature || index === signatureAt) {
      inSignature = true;
      if (taken >= SIGNATURE_LINES || line.text.length > 120) break;
      taken += 1;
      signatureLines.push(line.span);
    } else if (recipientsAt !== null && index > recipientsAt) {
      if (inCapitals(line.text) && line.text.length > 6 && !/^(?:VT|LƯU)/u.test(line.text)) {
        inSignature = true;
        taken += 1;
        signatureLines.push(line.span);
      } else if (isPersonLine(line.text)) {
        signatureLines.push(line.span);
      } else if (line.text.length <= 160) recipientLines.push(line.span);
      else break;
    }
  }
  return { close: { recipientLines, signatureLines }, bodyTo, closeTo: index };
}

function findRecipients(lines: readonly Line[], from: number): number | null {
  for (let index = lines.length - 1; index >= from; index -= 1) {
    const text = lines[index]!.text;
    const match = text.length > LINE_LENGTH ? null : recipientsHeading.exec(text);
    if (match === null) continue;
    const before = match.groups!.before!.trim();
    if (before === '' || capacityPattern.test(before) || inCapitals(before)) return index;
  }
  return null;
}

/** The first line that opens a signature: by its capacity, near the recipients or in the text's last lines. */
function findSignature(lines: readonly Line[], from: number, recipientsAt: number | null): number | null {
  const begin = recipientsAt === null ? Math.max(from, lines.length - 40) : Math.max(0, recipientsAt - SIGNATURE_LINES);
  for (let index = begin; index < lines.length; index += 1) {
    const text = lines[index]!.text;
    if (text.length <= 120 && capacityPattern.test(text)) return index;
  }
  if (recipientsAt !== null) return null;
  // No capacity and no recipients: a position in capitals right before a name ends the text.
  for (let index = Math.max(from, lines.length - 6); index < lines.length - 1; index += 1) {
    const text = lines[index]!.text;
    if (/^(?:PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|TỔNG BÍ THƯ)/u.test(text) && inCapitals(text))
      return index;
  }
  return null;
}

/** `Nơi nhận:` and the signature's first line may share a line, in either order. */
function pushColumns(line: Line, match: RegExpExecArray, recipientLines: Span[], signatureLines: Span[]): void {
  const before = match.groups!.before!.trim();
  const rest = match.groups!.rest!.trim();
  if (before !== '') signatureLines.push({ start: line.span.start, end: line.span.start + before.length });
  if (rest === '') return;
  const span = { start: line.span.end - rest.length, end: line.span.end };
  if (capacityPattern.test(rest) || inCapitals(rest)) signatureLines.push(span);
  else recipientLines.push(span);
}

/** A recipient and a piece of the signature on one line, where the columns were read across: "- Như trên; KT. CHỦ TỊCH". */
function splitColumns(line: Line): { left: Span; right: Span } | null {
  const match =
    /[;,.]\s+(?<right>(?:(?:T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|TUQ\.)\s+\p{Lu}{2,}\s\p{Lu}{2,}.*|(?:PHÓ |Q\.\s?)?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG)[\p{Lu}\s]*))$/du.exec(
      line.text,
    );
  const indices = match?.indices?.groups?.right;
  if (!indices) return null;
  const cut = line.span.start + indices[0];
  return { left: { start: line.span.start, end: cut - 1 }, right: { start: cut, end: line.span.end } };
}

function isPersonLine(text: string): boolean {
  return /^\(?(?:đã ký)\)?\s*$/iu.test(text) || /^(?:\p{Lu}\p{Ll}+\s){1,4}\p{Lu}\p{Ll}+$/u.test(text);
}

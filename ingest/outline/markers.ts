/** How a line of the body is numbered, and how deep that numbering usually lies. */
export interface Marker {
  /** As printed, without the space after it. */
  readonly marker: string;
  /** Kind of numbering; lines of one kind are siblings. */
  readonly class: string;
  /** Length of marker and space, in UTF-16 code units. */
  readonly length: number;
}

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyzđ';
/** `opens`: the characters that a marker of this form begins with. */
const forms: readonly { readonly class: string; readonly opens: string; readonly pattern: RegExp }[] = [
  { class: 'part', opens: 'P', pattern: /^(?:PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?[\p{L}\d]{1,8}(?=[\s.:-]|$)[.:-]?\s*/u },
  { class: 'chapter', opens: 'C', pattern: /^(?:CHƯƠNG|Chương)\s+[\dIVXLC]{1,6}[.:]?\s*/u },
  { class: 'section', opens: 'M', pattern: /^(?:MỤC|Mục)\s+[\dIVXLC]{1,6}[.:]\s*/u },
  { class: 'article', opens: 'Đ', pattern: /^(?:ĐIỀU|Điều)\s+\d{1,3}[a-zđ]?\s*[.:]\s*/u },
  { class: 'roman', opens: 'IVXLC', pattern: /^(?!V\s?\/\s?[vV])[IVXLC]{1,6}\s?[.\-–:)/]{1,2}\s*(?=[\p{L}“"(])/u },
  { class: 'capital', opens: 'ABCDEFGHĐ', pattern: /^[A-HĐ]\s?[.\-–:)]\s+(?=\p{L})/u },
  // `2.1.a.`: a letter that repeats the number it lies under.
  { class: 'letter', opens: digits, pattern: /^\d{1,2}(?:\.\d{1,2}){0,2}\.[a-zđ][.)]\s+(?=\p{L})/u },
  { class: 'decimal4', opens: digits, pattern: /^\d{1,2}(?:\.\d{1,2}){3}[.)\-:]?\s+/u },
  { class: 'decimal3', opens: digits, pattern: /^\d{1,2}(?:\.\d{1,2}){2}[.)\-:]?\s+/u },
  { class: 'decimal2', opens: digits, pattern: /^\d{1,2}\.\d{1,2}[.)\-:]?\s*(?=[\p{L}“"])/u },
  { class: 'decimal1', opens: digits, pattern: /^\d{1,2}\s?(?:[.)\-–/]|\.-)\s*(?=[\p{L}“"(])/u },
  { class: 'ring', opens: '(', pattern: /^\(\d{1,2}\)\s*/u },
  { class: 'letter', opens: letters, pattern: /^[a-zđ]\s?[).]\s*(?=[\p{L}“"(])/u },
  { class: 'dash', opens: '-–—−', pattern: /^[-–—−]\s*(?=[\p{L}\p{N}“"(])/u },
  { class: 'star', opens: '*', pattern: /^\*\s*(?=[\p{L}\p{N}“"(])/u },
  { class: 'plus', opens: '+', pattern: /^\+\s*(?=[\p{L}\p{N}“"(])/u },
  { class: 'dot', opens: '•●○▪◦■□▫◆➢✓·', pattern: /^[•●○▪◦■□▫◆➢✓·]\s*(?=[\p{L}\p{N}“"(])/u },
];

/** The forms by their first character: most lines begin with a letter that opens few of them. */
const formsBy = new Map<string, (typeof forms)[number][]>();
for (const form of forms) for (const opening of form.opens) formsBy.set(opening, [...(formsBy.get(opening) ?? []), form]);

/** Bullets carry no title of their own by default; numbers may. */
export const bulletClasses: ReadonlySet<string> = new Set(['dash', 'star', 'plus', 'dot']);

/** The numbering at the head of a line, or null. */
export function markerOf(line: string): Marker | null {
  for (const form of formsBy.get(line.charAt(0)) ?? []) {
    const match = form.pattern.exec(line);
    if (match !== null && match[0].length > 0) return { marker: match[0].trim(), class: form.class, length: match[0].length };
  }
  return null;
}

/** How a line of the body is numbered, and how deep that numbering usually lies. */
export interface Marker {
  /** As printed, without the space after it. */
  readonly marker: string;
  /** Kind of numbering; lines of one kind are siblings. */
  readonly class: string;
  /** Length of marker and space, in UTF-16 code units. */
  readonly length: number;
}

const forms: readonly { readonly class: string; readonly pattern: RegExp }[] = [
  { class: 'part', pattern: /^(?:PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?[\p{L}\d]{1,8}(?=[\s.:-]|$)[.:-]?\s*/u },
  { class: 'chapter', pattern: /^(?:CHƯƠNG|Chương)\s+[\dIVXLC]{1,6}[.:]?\s*/u },
  { class: 'section', pattern: /^(?:MỤC|Mục)\s+[\dIVXLC]{1,6}[.:]\s*/u },
  { class: 'article', pattern: /^(?:ĐIỀU|Điều)\s+\d{1,3}[a-zđ]?\s*[.:]\s*/u },
  { class: 'roman', pattern: /^(?!V\s?\/\s?[vV])[IVXLC]{1,6}\s?[.\-–:)/]{1,2}\s*(?=[\p{L}“"(])/u },
  { class: 'capital', pattern: /^[A-HĐ]\s?[.\-–:)]\s+(?=\p{L})/u },
  // `2.1.a.`: a letter that repeats the number it lies under.
  { class: 'letter', pattern: /^\d{1,2}(?:\.\d{1,2}){0,2}\.[a-zđ][.)]\s+(?=\p{L})/u },
  { class: 'decimal4', pattern: /^\d{1,2}(?:\.\d{1,2}){3}[.)\-:]?\s+/u },
  { class: 'decimal3', pattern: /^\d{1,2}(?:\.\d{1,2}){2}[.)\-:]?\s+/u },
  { class: 'decimal2', pattern: /^\d{1,2}\.\d{1,2}[.)\-:]?\s*(?=[\p{L}“"])/u },
  { class: 'decimal1', pattern: /^\d{1,2}\s?(?:[.)\-–/]|\.-)\s*(?=[\p{L}“"(])/u },
  { class: 'ring', pattern: /^\(\d{1,2}\)\s*/u },
  { class: 'letter', pattern: /^[a-zđ]\s?[).]\s*(?=[\p{L}“"(])/u },
  { class: 'dash', pattern: /^[-–—−]\s*(?=[\p{L}\p{N}“"(])/u },
  { class: 'star', pattern: /^\*\s*(?=[\p{L}\p{N}“"(])/u },
  { class: 'plus', pattern: /^\+\s*(?=[\p{L}\p{N}“"(])/u },
  { class: 'dot', pattern: /^[•●○▪◦■□▫◆➢✓·]\s*(?=[\p{L}\p{N}“"(])/u },
];

/** Bullets carry no title of their own by default; numbers may. */
export const bulletClasses: ReadonlySet<string> = new Set(['dash', 'star', 'plus', 'dot']);

/** The numbering at the head of a line, or null. */
export function markerOf(line: string): Marker | null {
  for (const form of forms) {
    const match = form.pattern.exec(line);
    if (match !== null && match[0].length > 0) return { marker: match[0].trim(), class: form.class, length: match[0].length };
  }
  return null;
}

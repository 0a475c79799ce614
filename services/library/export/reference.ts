import type { ExportEntry } from './entry.ts';

/** A document as reference managers know works, whatever the format of the file. */
export interface Reference {
  readonly id: string;
  /** Norms of law (văn bản quy phạm pháp luật) are cited as law, all else as what its body put out. */
  readonly kind: 'law' | 'report' | 'official';
  /** Name of its type: "Kết luận". */
  readonly genre: string | null;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly place: string | null;
  /** ISO date. */
  readonly date: string | null;
}

/** Types of norms: from the Constitution to circulars and joint circulars; consolidated texts repeat norms. */
const laws: ReadonlySet<string> = new Set(['HP', 'L', 'PL', 'L-CTN', 'SL', 'NĐ', 'TT', 'TTLT', 'NQLT', 'VBHN']);

/** A document without a title goes by its type and number, one without these by the name of its file. */
export function referenceOf(entry: ExportEntry): Reference {
  const { id, type, typeName, number, issuer, place, date, title, name } = entry;
  return {
    id,
    kind: type !== null && laws.has(type) ? 'law' : type === 'BC' ? 'report' : 'official',
    genre: typeName,
    title:
      title === null ? (number === null ? oneLine(name) : oneLine(`${typeName ?? ''} ${number}`)) : citedTitle(typeName, oneLine(title)),
    number: line(number),
    issuer: line(issuer),
    place: line(place),
    date,
  };
}

/** Heads print the type over the title ("KẾ HOẠCH / thực hiện …"), references say it before it, unless the title does so already. */
function citedTitle(typeName: string | null, title: string): string {
  if (typeName === null || title.toLowerCase().startsWith(typeName.toLowerCase())) return title;
  return `${typeName} ${title.replace(/^Về(?=\s)/u, 'về')}`;
}

function line(text: string | null): string | null {
  return text === null || oneLine(text) === '' ? null : oneLine(text);
}

/** A text on one line, without control characters. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{White_Space}]+/gu, ' ').trim();
}

import type { Reference } from './reference.ts';

/**
 * Types of the format. Norms are statutes (STAT); LEGAL, though EndNote names it "Legal Rule or Regulation", is a court's case to Zotero. What else a body puts
 * out is a government document (GOVDOC), which both keep with its body, place, number and type.
 */
const types: Readonly<Record<Reference['kind'], string>> = { law: 'STAT', report: 'RPRT', official: 'GOVDOC' };

/**
 * A reference in RIS (Research Information Systems' tagged format, as EndNote, Zotero and Mendeley take it in): a tag of two letters, two blanks, a hyphen and
 * a blank before each value, lines end with CRLF, the type comes first and `ER` last. The number stands where each type keeps it: `M1` of a
 * statute, `SN` of the others.
 */
export function risRecord({ id, kind, genre, title, number, issuer, place, date }: Reference): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', types[kind]],
    ['TI', title],
    ['AU', issuer === null ? null : corporate(issuer)],
    ['PB', kind === 'law' ? null : issuer],
    ['CY', kind === 'law' ? null : place],
    ['PY', date === null ? null : date.slice(0, 4)],
    ['DA', date === null ? null : date.replaceAll('-', '/')],
    [kind === 'law' ? 'M1' : 'SN', number],
    ['M3', kind === 'law' ? null : genre],
    ['LA', 'vi'],
    ['DB', 'Vankien'],
    ['AN', id],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => (value === null ? '' : `${tag}  - ${value}\r\n`)).join('');
}

/** Looks like a comma and is none (U+201A). */
const quietComma = '\u201a';

/**
 * A body as an author: with a comma behind its name it is taken for one name, without a first name (EndNote's rule for corporate authors, which Zotero
 * takes in its stride). A comma within ("Sở Văn hóa, Thể thao và Du lịch") would part it into names and initials, and how to guard it the two
 * programs do not agree upon: a sign that looks the same stands for it. `PB` has the name as it is. The format allows no asterisk in names.
 */
function corporate(body: string): string {
  return `${body.replaceAll('*', ' ').trim().replaceAll(',', quietComma)},`;
}

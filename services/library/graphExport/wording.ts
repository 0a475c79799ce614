import { type Relation, type RelationKind, relationKinds } from '#ingest/model/relation.ts';
import { levelNames } from '../export/columns.ts';
import { typeNameOf } from '../export/entry.ts';
import type { EdgeWitness, GraphEdge, WorkView } from '../shapes.ts';

/** The Vietnamese words in which files speak of works and links. */

const kindNames = new Map<RelationKind, string>(relationKinds.map(({ kind, vietnamese }) => [kind, vietnamese]));

export function kindName(kind: RelationKind): string {
  return kindNames.get(kind) ?? kind;
}

/** "thực hiện; căn cứ": all that is stated of a pair. */
export function kindsName({ kinds }: Pick<GraphEdge, 'kinds'>): string {
  return kinds.map(({ kind }) => kindName(kind)).join('; ');
}

export const confidenceNames: Readonly<Record<EdgeWitness['confidence'], string>> = {
  stated: 'nêu ngay tại tên văn bản',
  read: 'đọc từ câu chứa tên văn bản',
  assumed: 'suy đoán, không có từ ngữ nêu rõ',
};

export const identifiedNames: Readonly<Record<EdgeWitness['identified'], string>> = {
  said: 'lời văn nêu rõ phạm vi và nhiệm kỳ',
  inferred: 'suy từ ngữ cảnh',
  unknown: 'chưa xác định chắc chắn là văn bản nào',
  decided: 'do người dùng quyết định',
};

/** Colours of relations, told apart also by those who see few colours (Okabe and Ito's palette, darkened where text must be read). */
export const relationColours: Readonly<Record<Relation, string>> = {
  amends: '#b35900',
  replaces: '#a3003c',
  reviews: '#7a3b8f',
  implements: '#00694b',
  basis: '#005a94',
  related: '#6b6b00',
  cites: '#767676',
};

type Named = Pick<WorkView, 'id' | 'key' | 'title' | 'held'>;

/** What a work goes by: its number, else its title, the name of its file, or its id. */
export function nameOf({ id, key, title, held }: Named): string {
  return key ?? title ?? held[0]?.name ?? id;
}

const longestTitle = 90;

/** "Kế hoạch 20-KH/TU"; of a document without a number its type and the beginning of its title: "Báo cáo “sơ kết 3 năm…”". */
export function typedName(work: Named & Pick<WorkView, 'type'>): string {
  const type = typeNameOf(work.type);
  if (work.key !== null) return type === null ? work.key : `${type} ${work.key}`;
  return `${type ?? 'Văn bản'} ${work.title === null ? nameOf(work) : `“${shortened(work.title, longestTitle)}”`}`;
}

/** An ISO date as it is written in offices: 18/5/2021. */
export function dayName(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(iso) ?? [];
  return year === undefined ? iso : `${Number(day)}/${Number(month)}/${year}`;
}

/** Whose it is and when: "Bến Tre/Ba Tri, 5/3/2022"; the term where no date is known. */
export function whoseAndWhen({ scope, date, term }: Pick<WorkView, 'scope' | 'date' | 'term'>): string {
  const when = date !== null ? dayName(date) : term === null ? 'không rõ ngày' : `nhiệm kỳ ${term}`;
  return `${scope ?? 'không rõ phạm vi'}, ${when}`;
}

export function levelName(level: WorkView['level']): string | null {
  return level === null ? null : levelNames[level];
}

/** A text on one line, without control characters. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{White_Space}]+/gu, ' ')
    .trim();
}

/** The beginning of a text on one line, at most `length` characters. */
export function shortened(text: string, length: number): string {
  const letters = Array.from(oneLine(text));
  return letters.length <= length
    ? letters.join('')
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** A colour "#005a94" as its three parts, 0 to 255. */
export function partsOf(colour: string): { readonly r: number; readonly g: number; readonly b: number } {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return { r: part(1), g: part(3), b: part(5) };
}

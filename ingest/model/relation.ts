import Type, { type Static } from 'typebox';

/** Relations of a document to one that it names, strongest first. */
export const relations = ['amends', 'replaces', 'reviews', 'implements', 'basis', 'related', 'cites'] as const;

export const Relation = Type.Union(relations.map((name) => Type.Literal(name)) as unknown as Literals<typeof relations>);
export type Relation = Static<typeof Relation>;

/** A kind of relation in the tree under the seven. Each of the seven is a kind too, its own parent: what no finer one says. */
interface KindEntry {
  readonly kind: string;
  readonly parent: Relation;
  readonly vietnamese: string;
  readonly definition: string;
  /** Words that state it, "…" where the other document's name stands. */
  readonly examples: readonly string[];
}

/**
 * The tree of kinds, under each of the seven the general one first. `consolidates` lies under `cites`: a consolidated text (văn bản hợp nhất) repeats
 * others as they stand; it changes none, ends none and carries none out (Pháp lệnh 01/2012/UBTVQH13, điều 4), and of the definitions of the seven
 * only "anything else" holds for it. The same goes for a reply to a letter.
 */
export const relationKinds = [
  {
    kind: 'amends',
    parent: 'amends',
    vietnamese: 'sửa đổi, bổ sung',
    definition: 'changes or adds to what the other one lays down',
    examples: ['sửa đổi, bổ sung một số điều của …', 'điều chỉnh một số nội dung tại …'],
  },
  {
    kind: 'corrects',
    parent: 'amends',
    vietnamese: 'đính chính',
    definition: 'puts slips of writing in the other one right',
    examples: ['đính chính …', 'đính chính một số nội dung tại …'],
  },
  {
    kind: 'extends',
    parent: 'amends',
    vietnamese: 'gia hạn',
    definition: 'lengthens the time for which the other one holds or runs',
    examples: ['gia hạn thời gian thực hiện …', 'kéo dài thời gian thực hiện …'],
  },
  {
    kind: 'replaces',
    parent: 'replaces',
    vietnamese: 'thay thế',
    definition: 'takes the place of the other one',
    examples: ['thay thế …', 'thay thế cho …'],
  },
  {
    kind: 'repeals',
    parent: 'replaces',
    vietnamese: 'bãi bỏ',
    definition: 'ends the other one, with or without something in its place',
    examples: ['bãi bỏ …', 'hủy bỏ …', 'chấm dứt hiệu lực của …'],
  },
  {
    kind: 'suspends',
    parent: 'replaces',
    vietnamese: 'đình chỉ, ngưng hiệu lực',
    definition: 'takes the effect of the other one away for a time',
    examples: ['đình chỉ …', 'tạm ngưng hiệu lực của …', 'tạm dừng thực hiện …'],
  },
  {
    kind: 'reviews',
    parent: 'reviews',
    vietnamese: 'sơ kết, tổng kết',
    definition: 'sums up or examines how the other one was carried out',
    examples: ['sơ kết 02 năm thực hiện …', 'tổng kết …', 'kiểm điểm việc thực hiện …'],
  },
  {
    kind: 'reports-on',
    parent: 'reviews',
    vietnamese: 'báo cáo kết quả thực hiện',
    definition: 'reports what came of the other one',
    examples: ['báo cáo kết quả thực hiện …', 'báo cáo tình hình thực hiện …'],
  },
  {
    kind: 'implements',
    parent: 'implements',
    vietnamese: 'thực hiện',
    definition: 'carries the other one out, or spreads it so that it is carried out',
    examples: ['thực hiện …', 'quán triệt, triển khai …'],
  },
  {
    kind: 'continues',
    parent: 'implements',
    vietnamese: 'tiếp tục thực hiện',
    definition: 'has the other one, older one carried out further',
    examples: ['tiếp tục thực hiện …', 'tiếp tục đẩy mạnh thực hiện …'],
  },
  {
    kind: 'guides',
    parent: 'implements',
    vietnamese: 'hướng dẫn',
    definition: 'tells how the other one is to be carried out',
    examples: ['hướng dẫn …', 'hướng dẫn thực hiện …', 'quy định chi tiết …'],
  },
  {
    kind: 'concretizes',
    parent: 'implements',
    vietnamese: 'cụ thể hóa',
    definition: 'turns the other one into rules or tasks of its own field or level',
    examples: ['cụ thể hóa …', 'thể chế hóa …'],
  },
  {
    kind: 'basis',
    parent: 'basis',
    vietnamese: 'căn cứ',
    definition: 'rests on the other one as its ground in law',
    examples: ['căn cứ …', 'theo quy định tại …'],
  },
  {
    kind: 'on-proposal',
    parent: 'basis',
    vietnamese: 'theo đề nghị',
    definition: 'decides what the other one proposed',
    examples: ['theo đề nghị của Sở Nội vụ tại …', 'xét đề nghị của Ban Tổ chức tại …'],
  },
  {
    kind: 'related',
    parent: 'related',
    vietnamese: 'gắn với',
    definition: 'is to be carried out together with the other one',
    examples: ['gắn với thực hiện …', 'kết hợp với …'],
  },
  {
    kind: 'cites',
    parent: 'cites',
    vietnamese: 'nhắc đến',
    definition: 'names the other one and states no other relation to it',
    examples: ['nêu tại …', 'theo mẫu ban hành kèm theo …'],
  },
  {
    kind: 'consolidates',
    parent: 'cites',
    vietnamese: 'hợp nhất',
    definition: 'writes the other one and its changes into one text',
    examples: ['hợp nhất …'],
  },
  {
    kind: 'answers',
    parent: 'cites',
    vietnamese: 'trả lời',
    definition: 'replies to the other one, a letter or a petition',
    examples: ['trả lời …', 'phúc đáp …'],
  },
] as const satisfies readonly KindEntry[];

type Entry = (typeof relationKinds)[number];
type Literals<Names extends readonly string[]> = { -readonly [At in keyof Names]: ReturnType<typeof Type.Literal<Names[At]>> };
type KindsOf<Entries extends readonly KindEntry[]> = { readonly [At in keyof Entries]: Entries[At]['kind'] };

/** Names of all kinds, in the order of the table. */
export const kindNames = relationKinds.map(({ kind }) => kind) as unknown as KindsOf<typeof relationKinds>;

export const RelationKind = Type.Union(kindNames.map((name) => Type.Literal(name)) as unknown as Literals<typeof kindNames>);
export type RelationKind = Entry['kind'];

const parents = Object.fromEntries(relationKinds.map(({ kind, parent }) => [kind, parent])) as Readonly<Record<RelationKind, Relation>>;

/** The one of the seven that a kind lies under. */
export function parentOf(kind: RelationKind): Relation {
  return parents[kind];
}

/** How sure a reading is, surest first; each rule of reading has one, and `vocabulary/relations.ts` says which. */
export const confidences = ['stated', 'read', 'assumed'] as const;
export const Confidence = Type.Union(confidences.map((name) => Type.Literal(name)) as unknown as Literals<typeof confidences>, {
  description:
    '`stated`: the words that say it stand at the name of the document, with nothing but small words between; `read`: they stand elsewhere in the sentence, the title, a heading or a lead-in; `assumed`: no words say it, it is what holds where none do',
});
export type Confidence = Static<typeof Confidence>;

/** What is said of a pair of documents, as far as it orders. */
interface Stating {
  readonly relation: Relation;
  readonly kind: RelationKind;
}

/** For sorting: of two relations of one pair the stronger first, of two kinds of one relation the finer. 0 for the same kind. */
export function byStrength(a: Stating, b: Stating): number {
  return relations.indexOf(a.relation) - relations.indexOf(b.relation) || kindNames.indexOf(b.kind) - kindNames.indexOf(a.kind);
}

/** For sorting: the surer first. */
export function bySureness(a: { readonly confidence: Confidence }, b: { readonly confidence: Confidence }): number {
  return confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence);
}

import type { Relation } from '#ingest/model/relation.ts';
import { isoOf } from './calendar.ts';
import { type Draft, note, type Said } from './draft.ts';
import type { Reference } from './references.ts';

/** The written forms of a citation. Each returns words that begin with the noun and end before any punctuation. */

const romans = ['XI', 'XII', 'XIII'] as const;
const plenaries = [4, 5, 6, 7, 8] as const;
const ordinals: Readonly<Record<number, string>> = { 4: 'tư', 5: 'năm', 6: 'sáu', 7: 'bảy', 8: 'tám' };

const plain = (reference: Reference, relation: Relation, form: Said['form']): Said => ({
  key: reference.key,
  code: reference.code,
  form,
  relation,
  date: null,
  issuer: null,
  term: null,
});

/** `Kết luận số 33-KL/TW, ngày 02/8/2021 của Bộ Chính trị (khóa XIII) về …`: all of it, or any part from the right left off. */
export function full(
  draft: Draft,
  reference: Reference,
  relation: Relation,
  parts: { date?: boolean; issuer?: boolean; about?: boolean } = {},
): string {
  const { random, habits } = draft;
  const { date: dated = random.chance(0.85), issuer: stated = random.chance(0.9), about = random.chance(0.4) } = parts;
  const issuer = stated || reference.foreign === true;
  const date = dated || (draft.careful && !draft.named.has(reference.key));
  // A resolution that has a number is that one document, though its plenum be named beside it.
  if (reference.code === 'NQ' && reference.issuer === 'Ban Chấp hành Trung ương Đảng' && reference.term !== null && random.chance(0.4)) {
    const said = {
      ...plain(reference, relation, 'full'),
      date: date ? isoOf(reference.date) : null,
      issuer: reference.issuer,
      term: reference.term,
    };
    const day = date ? `${habits.comma}ngày ${habits.day(reference.date)}` : '';
    const named = note(draft, said, `${reference.noun} số ${reference.printed}`);
    // Plenums that `plenum` names never: those of one number and term would be one document.
    return `${named}${day} của ${reference.issuer} tại Hội nghị Trung ương ${9 + (Number(reference.number) % 3)}${habits.term(reference.term)}`;
  }
  const withTerm = issuer && reference.term !== null && random.chance(0.25);
  const said: Said = {
    ...plain(reference, relation, 'full'),
    date: date ? isoOf(reference.date) : null,
    issuer: issuer ? reference.issuer : null,
    term: withTerm ? reference.term : null,
  };
  const mark = random.chance(0.05) ? 'số:' : 'số';
  const named = note(draft, said, `${reference.noun} ${mark} ${reference.printed}`);
  const comma = reference.side === 'party' ? habits.comma : ' ';
  return [
    named,
    date ? `${comma}ngày ${habits.day(reference.date)}` : '',
    issuer ? ` của ${reference.issuer}` : '',
    withTerm ? habits.term(reference.term!) : '',
    about && reference.about !== '' ? ` về ${reference.about}` : '',
  ].join('');
}

/** By noun and number only: `Kết luận số 33-KL/TW`, `Kết luận 33-KL/TW`, `Kết luận số 33- KL/TW`. */
export function numbered(draft: Draft, reference: Reference, relation: Relation): string {
  const { random } = draft;
  if ((reference.foreign === true || draft.careful) && !draft.named.has(reference.key)) return full(draft, reference, relation);
  const spaced = random.chance(0.05) && reference.side === 'party' && reference.printed === reference.key;
  const symbol = spaced ? reference.printed.replace('-', '- ') : reference.printed;
  return note(draft, plain(reference, relation, 'full'), `${reference.noun}${random.chance(0.85) ? ' số' : ''} ${symbol}`);
}

/** After a first full mention by the bare number: `Nghị quyết số 29`, `Kết luận 33`; else by the symbol. */
export function brief(draft: Draft, reference: Reference, relation: Relation): string {
  const declared = draft.aliases.find((alias) => alias.for === reference.key);
  if (declared !== undefined) return note(draft, plain(reference, relation, 'alias'), declared.alias);
  const short = draft.named.has(reference.key) && reference.side === 'party' && reference.term !== null && draft.random.chance(0.35);
  if (!short) return numbered(draft, reference, relation);
  return note(draft, plain(reference, relation, 'number'), `${reference.noun} số ${reference.number}`);
}

/** The full form with a short name declared: `… (sau đây gọi tắt là Kết luận 33)`. The name counts as a mention where it is declared. */
export function declaring(draft: Draft, reference: Reference, relation: Relation): string {
  const { random } = draft;
  const words = full(draft, reference, relation, { date: true, issuer: true });
  const alias = random.pick([`${reference.noun} ${reference.number}`, `${reference.noun} số ${reference.number}`]);
  const lead = random.pick(['sau đây gọi tắt là', 'sau đây gọi là', 'gọi tắt là', 'sau đây viết tắt là']);
  const named = note(draft, plain(reference, relation, 'alias'), alias);
  draft.aliases.push({ alias, for: reference.key });
  return `${words} (${lead} ${named})`;
}

/** Several under one noun: `các Chỉ thị số 12-CT/TW, 19-CT/TW`, `các kết luận số 14, 21-KL/TW`. All of one type and one series. */
export function several(draft: Draft, references: readonly Reference[], relation: Relation): string {
  const { random } = draft;
  const [first] = references;
  const noun = random.chance(0.5) ? first!.noun : first!.noun.toLowerCase();
  const tail = (reference: Reference) => reference.key.slice(reference.number.length);
  const together = first!.side === 'party' && references.every((reference) => tail(reference) === tail(first!)) && random.chance(0.4);
  // Words behind the last one of a list hold for all of it.
  const issuer = references.every((reference) => reference.issuer === first!.issuer) && random.chance(0.4) ? first!.issuer : null;
  const words = references.map((reference, index) => {
    const last = index === references.length - 1;
    const symbol = together && !last ? reference.number : reference.key;
    return note(draft, { ...plain(reference, relation, together && !last ? 'number' : 'full'), issuer }, symbol);
  });
  const joint = random.chance(0.3) && words.length === 2 ? ' và ' : ', ';
  if (!together && random.chance(0.15)) return `các ${noun}: số ${words.join(', số ')}${issuer === null ? '' : ` của ${issuer}`}`;
  return `các ${noun} số ${words.join(joint)}${issuer === null ? '' : ` của ${issuer}`}`;
}

/** Resolutions of the Central Committee named by their plenum; `(khóa XI, XII)` names two. */
export function plenum(draft: Draft, relation: Relation): string {
  const { random } = draft;
  const number = random.pick(plenaries);
  const both = random.chance(0.35);
  const terms = both ? romans.slice(0, 2) : [random.pick(romans)];
  const words = both
    ? `Nghị quyết Trung ương ${number} (khóa XI, XII)`
    : random.pick([
        `Nghị quyết Trung ương ${number} (khóa ${terms[0]})`,
        `Nghị quyết Trung ương ${number} khóa ${terms[0]}`,
        `Nghị quyết Hội nghị Trung ương ${number} khóa ${terms[0]}`,
        `Nghị quyết Hội nghị lần thứ ${ordinals[number]} Ban Chấp hành Trung ương Đảng khóa ${terms[0]}`,
      ]);
  let marked = words;
  // The mark put on last lies outermost and comes first.
  for (const term of terms.toReversed()) {
    const key = `NQTW${number}/${term}`;
    marked = note(draft, { key, code: 'NQ', form: 'plenum', relation, date: null, issuer: null, term }, marked);
  }
  return marked;
}

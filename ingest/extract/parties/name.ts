import { heads, nameLinks, nameWords, type PartyKind, quantifiers, sectorNames, territories } from '#ingest/vocabulary/bodies.ts';
import { accounts, delegations, dutyVerbs } from '#ingest/vocabulary/duties.ts';
import { Phrases } from '#ingest/vocabulary/phrases.ts';
import type { Word } from '../words.ts';

/** How sure the place makes a name: at the head of a clause a common noun needs a plural or a capital; after a word that calls for a name it does not. */
export type Place = 'clause' | 'called' | 'list';

/** Words of one name, so that hostile input stays cheap. */
const LONGEST_NAME = 40;

/** A name as it stands in the words: its kind, where its head lies, and the index of the first word after it. */
export interface Name {
  readonly kind: PartyKind;
  readonly end: number;
  /** Index of the head's first word, after the quantifier. */
  readonly head: number;
  readonly headEnd: number;
}

/** One name that begins at `words[from]`, not a list. */
export function nameAt(words: readonly Word[], from: number, place: Place): Name | null {
  let at = from;
  const counted = quantifiers.longest(words, at);
  if (counted !== null) at += counted.length;
  let head = heads.longest(words, at);
  if (head === null && counted !== null && counted.length > 1) {
    // `các ông, bà có tên tại Điều 1`: nothing but the address names them.
    at = from + 1;
    head = heads.longest(words, at);
  }
  const headWord = words[at];
  if (headWord === undefined || head === null) return null;
  if (counted === null && headWord.folded !== 'lãnh' && verbHere(words, at, head.length)) return null;
  if (!strongEnough(words, from, at, head, place, counted !== null)) return null;
  const end = nameEnd(words, at + head.length, head.value, from);
  return { kind: head.value, end, head: at, headEnd: at + head.length };
}

function strongEnough(
  words: readonly Word[],
  from: number,
  at: number,
  head: { length: number; value: PartyKind },
  place: Place,
  counted: boolean,
): boolean {
  const word = words[at]!;
  if (word.folded === 'lãnh' && !counted) {
    // "lãnh đạo" is an office only before a body: "lãnh đạo cơ quan, đơn vị".
    const next = at + head.length;
    if (heads.longest(words, next) === null && quantifiers.longest(words, next) === null && words[next]?.capital !== true) return false;
    if (place === 'clause' && !word.capital) return false;
  }
  if (counted) return true;
  // A level is no body ("Cấp huyện"), all of them are ("các cấp").
  if (word.folded === 'cấp' && head.length === 1) return false;
  if (place === 'called') return true;
  if (head.value === 'body') return place === 'list' || word.capital || head.length > 1;
  if (head.value === 'office') return true;
  if (head.value === 'people') return place === 'list' || word.capital;
  // A common noun at the head of a clause: "Sở Nội vụ", "Cơ quan thường trực" but not "đơn vị …".
  if (place === 'list') return true;
  // "Sở, ban, ngành tỉnh": a list of common nouns at the head.
  if (word.capital && words[at + head.length]?.folded === ',' && heads.longest(words, at + head.length + 1)?.value === 'unit') return true;
  return (
    word.capital &&
    (from > 0 ||
      words[at + head.length]?.capital === true ||
      nameWords.has(words, at + head.length) ||
      nameLinks.has(words, at + head.length))
  );
}

/** True where the words are a verb rather than a head: in small letters as long as the head (`tổ chức hội nghị`), with a capital longer (`Báo cáo kết quả`). */
function verbHere(words: readonly Word[], at: number, headLength: number): boolean {
  const verb = dutyVerbs.longest(words, at);
  if (verb === null) return false;
  // "các cơ quan, tổ chức, đơn vị": between commas it is a name.
  if (words[at]!.folded === 'tổ' && words[at + 2]?.folded === ',' && heads.has(words, at + 3)) return false;
  const likeVerb = words[at]!.folded === 'tổ' || !words[at]!.capital;
  return likeVerb ? verb.length >= headLength : verb.length > headLength && words[at + 1]?.capital === false;
}

/** Committees that name whose office it is. */
const committees = new Phrases<true>(['tỉnh ủy', 'thành ủy', 'huyện ủy', 'quận ủy', 'thị ủy', 'đảng ủy'].map((words) => [words, true]));

/** A number in Roman figures, as of a region (`khu vực XVIII`), takes no second syllable. */
const roman = /^[ivx]+$/u;

/** Where a name ends that has its head behind it: before a verb, a sign, or a word that goes on no name. */
function nameEnd(words: readonly Word[], from: number, kind: PartyKind, start: number): number {
  let at = from;
  let last: 'head' | 'capital' | 'word' = 'head';
  let nested = false;
  while (at < words.length && at - start < LONGEST_NAME) {
    const word = words[at]!;
    // `ngành giáo dục`: the sector stands in small letters too.
    const sectorOf = words[at - 1]!.folded === 'ngành' ? sectorNames.longest(words, at) : null;
    if (sectorOf !== null) {
      at += sectorOf.length;
      last = 'capital';
      continue;
    }
    if (!word.sign && !word.capital) {
      const verb = dutyVerbs.longest(words, at) ?? delegations.longest(words, at);
      const further = heads.longest(words, at);
      const goes = nameWords.longest(words, at);
      const reach = Math.max(further?.length ?? 0, goes?.length ?? 0);
      if (verb !== null && verb.length >= reach) return at;
      if (goes !== null && goes.length >= (further?.length ?? 0)) {
        at += goes.length;
        last = 'word';
        continue;
      }
      if (further !== null) {
        // "các văn phòng tỉnh ủy, thành ủy": the committees are elided as a list.
        nested ||= committees.has(words, at) && words[start]!.folded === 'các';
        at += further.length;
        last = 'head';
        continue;
      }
    }
    if (word.capital) {
      const sector = sectorNames.longest(words, at);
      const further = heads.longest(words, at);
      if (sector !== null || further !== null) {
        at += Math.max(sector?.length ?? 0, further?.length ?? 0);
        // A head of one syllable may be the first of a longer word: Báo chí, Đoàn kết.
        const alone = sector === null && further!.length === 1 && words[at]?.capital === false && words[at]?.sign === false;
        const longer = alone && !closed(words, at) && !heads.has(words, at);
        if (longer) at += 1;
        last = longer ? 'capital' : sector !== null && sector.length >= (further?.length ?? 0) ? 'capital' : 'head';
        continue;
      }
      at += 1;
      last = 'capital';
      const next = words[at];
      // Names of offices write only the first syllable of a word with a capital: Tuyên giáo, Văn hóa.
      if (next !== undefined && !next.sign && !next.capital && !roman.test(word.folded) && !closed(words, at)) at += 1;
      continue;
    }
    if (
      /^\p{N}{1,4}$/u.test(word.folded) &&
      (last === 'head' || last === 'capital' || words[at - 1]!.folded === 'vực' || words[at - 1]!.folded === 'gia') &&
      words[at + 1]?.folded !== '%' &&
      words[at + 1]?.folded !== '/'
    ) {
      at += 1;
      last = 'word';
      continue;
    }
    if ((word.folded === '-' || word.folded === '–') && words[at + 1]?.capital === true && words[at - 1] !== undefined) {
      at += 1;
      continue;
    }
    // Units of territory side by side: `Ủy ban nhân dân quận - huyện`.
    const beside = word.folded === '-' || word.folded === '–' ? territories.longest(words, at + 1) : null;
    if (beside !== null && territoryBefore(words, at)) {
      at += 1 + beside.length;
      last = 'word';
      continue;
    }
    // Initials without a space between them: "Ủy ban KH,CN&MT".
    if ((word.folded === ',' || word.folded === '&') && touches(words, at) && words[at + 1]!.capital) {
      at += 1;
      continue;
    }
    if (word.folded === '/' && (heads.has(words, at + 1) || nameWords.has(words, at + 1))) {
      at += 1;
      continue;
    }
    if (
      (word.folded === 'và' || word.folded === '&') &&
      last === 'capital' &&
      words[at + 1]?.capital === true &&
      heads.longest(words, at + 1) === null
    ) {
      at += 1;
      continue;
    }
    const counted = quantifiers.longest(words, at);
    if (counted !== null && (heads.has(words, at + counted.length) || nameWords.has(words, at + counted.length))) {
      nested ||= heads.has(words, at + counted.length) && words[at + counted.length]!.folded !== 'cấp';
      at += counted.length;
      continue;
    }
    const link = nameLinks.longest(words, at);
    if (link !== null) {
      const tied = at + link.length;
      const next = words[tied];
      const further = heads.longest(words, tied);
      const verb = dutyVerbs.longest(words, tied);
      const names = further !== null || next?.capital === true || nameWords.has(words, tied) || quantifiers.has(words, tied);
      if (!names || (verb !== null && verb.length >= (further?.length ?? 0))) return at;
      at = tied;
      continue;
    }
    if (word.folded === ',') {
      const territory = territories.longest(words, at + 1);
      // A school in capitals is a body of its own beside the province: `… tỉnh, Trường Chính trị tỉnh`.
      const school = words[at + 1]?.capital === true && words[at + 1]!.folded === 'trường';
      if (territory !== null && !school && territoryBefore(words, at) && !sentenceOf(words, at + 1 + territory.length, territory.length)) {
        at += 1 + territory.length;
        last = 'word';
        continue;
      }
      if (kind === 'office' || kind === 'people') {
        const next = heads.longest(words, at + 1);
        const lower = words[at + 1]?.capital === false;
        const absorbs = kind === 'office' ? next?.value === 'unit' : next?.value === 'people';
        if (next !== null && lower && absorbs && !quantifiers.has(words, at + 1)) {
          at += 1 + next.length;
          last = 'head';
          continue;
        }
      }
    }
    if (nested && (word.folded === ',' || word.folded === 'và') && words[at + 1]?.capital === false) {
      // A list under a plural within the name: "Ban tuyên giáo các tỉnh ủy, thành ủy", "Thủ trưởng các sở, ban, ngành".
      const next = heads.longest(words, at + 1);
      if (next !== null && (next.value === 'body' || next.value === 'unit') && !verbHere(words, at + 1, next.length)) {
        at += 1 + next.length;
        last = 'head';
        continue;
      }
    }
    if (
      kind === 'office' &&
      word.folded === 'và' &&
      heads.longest(words, at + 1)?.value === 'unit' &&
      words[at + 1]?.capital === false &&
      words[at - 1]?.capital === false
    ) {
      at += 1;
      continue;
    }
    if (kind === 'people' && word.folded === 'và' && heads.longest(words, at + 1)?.value === 'people') {
      at += 1;
      continue;
    }
    return (last === 'capital' ? tailEnd(words, at, start) : null) ?? at;
  }
  return at;
}

/** Words of a proper name that no table knows, at most this many: `Hội Đoàn kết sư sãi yêu nước tỉnh`. */
const UNKNOWN_WORDS = 6;

/** Where a proper name ends whose tail is in no table: before a known verb that follows within a few plain words; null where none does. */
function tailEnd(words: readonly Word[], at: number, start: number): number | null {
  const first = words[start]!;
  if (!first.capital || first.folded === 'các' || words[at]!.sign || accounts.has(words, at) || joins(words[at]!.folded)) return null;
  for (let next = at + 1; next <= Math.min(words.length - 1, at + UNKNOWN_WORDS); next += 1) {
    const word = words[next]!;
    if (word.folded === ',' && words[next + 1]?.capital === true && heads.has(words, next + 1)) return next;
    if (word.sign || accounts.has(words, next) || joins(word.folded)) return null;
    if (!word.capital && dutyVerbs.has(words, next)) return next;
  }
  return null;
}

function joins(folded: string): boolean {
  return ['và', 'cùng', 'hoặc', 'với', 'cho', 'do', 'để', 'nếu', 'khi', 'mà', 'về', 'từ', 'đến', 'trong', 'của'].includes(folded);
}

/** True for a sign without a space on either side. */
function touches(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.end === words[at]!.start && words[at + 1]?.start === words[at]!.end;
}

/** True where the word cannot be the second syllable of a capitalised word: another part of a name, a verb, a link begins there. */
function closed(words: readonly Word[], at: number): boolean {
  const folded = words[at]!.folded;
  return (
    folded === 'và' ||
    folded === 'cùng' ||
    folded === 'hoặc' ||
    folded === 'với' ||
    folded === 'cho' ||
    folded === 'do' ||
    folded === 'để' ||
    dutyVerbs.has(words, at) ||
    nameWords.has(words, at) ||
    nameLinks.has(words, at) ||
    quantifiers.has(words, at) ||
    accounts.has(words, at) ||
    delegations.has(words, at)
  );
}

function territoryBefore(words: readonly Word[], comma: number): boolean {
  for (const length of [1, 2, 3]) {
    if (comma - length >= 0 && territories.longest(words, comma - length)?.length === length) return true;
  }
  return false;
}

/** True where the territory begins a name of its own: `, tỉnh Lâm Đồng` does not, `, huyện ủy` does (caught by its longer head). */
function sentenceOf(words: readonly Word[], after: number, length: number): boolean {
  const head = heads.longest(words, after - length);
  return head !== null && head.length > length;
}

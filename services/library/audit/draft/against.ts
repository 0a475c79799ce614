import type { Citation } from '#ingest/model/citation.ts';
import type { Span } from '#ingest/model/span.ts';
import type { Named, Work } from '#services/works/work.ts';
import { nameOf } from '../../chains/view.ts';
import type { RawSide } from '../raw.ts';
import { count, shown } from '../sentences.ts';
import { type DifferingPart, majorityOf, parts, sidesOf } from '../sides.ts';
import { oneLine } from '../words.ts';
import type { Found } from './found.ts';

const nouns: Readonly<Record<DifferingPart['code'], readonly [string, string]>> = {
  'other-date': ['the date', 'ngày'],
  'other-issuer': ['the issuing body', 'cơ quan ban hành'],
  'other-title': ['the title', 'trích yếu'],
  'other-type': ['the type', 'tên loại'],
};

/** What a citation says of a work otherwise than its head, or than most documents where nobody holds it. */
export function* against(citation: Citation, work: Work, named: readonly Named[]): Generator<Found> {
  for (const part of parts) {
    const sides = sidesOf(named, part);
    if (sides.length === 0) continue;
    for (const said of saidIn(citation, part)) {
      const taken = sides.find(({ namings }) => [...namings!.values].some((value) => part.mayBeOne(value, said.value)));
      const reference = sides.find(({ own }) => own) ?? majorityOf(sides);
      if (taken !== undefined && taken === reference) continue;
      yield differing(citation, work, part, said, sides, reference);
    }
  }
}

/** Each thing that the draft says of this part, once, where it says it first. */
function saidIn({ said, type, occurrences }: Citation, { code }: DifferingPart): readonly { value: string; span: Span }[] {
  const first = occurrences[0]?.span;
  if (code === 'other-type') return type === null || first === undefined ? [] : [{ value: type, span: first }];
  const all = code === 'other-date' ? said.dates : code === 'other-issuer' ? said.issuers : said.titles.slice(0, 1);
  return [...new Map(all.toReversed().map((one) => [one.value, one])).values()].toReversed();
}

function differing(
  { key }: Citation,
  work: Work,
  { code }: DifferingPart,
  said: { readonly value: string; readonly span: Span },
  sides: readonly RawSide[],
  reference: RawSide | null,
): Found {
  const [noun, nounVi] = nouns[code];
  const name = nameOf(work);
  const [value, valueVi] = shown(code, said.value);
  const told = sides.map((side) => ({ side, words: shown(code, side.value!) }));
  const who = told.map(({ side, words }) => `${words[0]} (${side.own ? 'its own head' : count(side.documents!)})`).join(', ');
  const whoVi = told.map(({ side, words }) => `${words[1]} (${side.own ? 'chính văn bản' : `${side.documents} văn bản`})`).join(', ');
  const right = reference === null ? null : shown(code, reference.value!);
  const sure = reference?.own === true;
  return {
    ...{ code, citation: key, span: said.span, works: [work.id], sides },
    drafted: { value: oneLine(said.value), span: said.span },
    message: `The draft gives ${noun} of ${name} as ${value}; the collection says ${who}.`,
    messageVi: `Dự thảo ghi ${nounVi} của ${name} là ${valueVi}; kho văn bản ghi ${whoVi}.`,
    proposal:
      right === null
        ? `Check ${noun}: documents disagree, and none of them is the document itself.`
        : sure
          ? `Write ${right[0]}, as the head of the document does.`
          : `Check ${noun}: most documents write ${right[0]}.`,
    proposalVi:
      right === null
        ? `Kiểm tra lại ${nounVi}: các văn bản ghi khác nhau và kho không có chính văn bản đó.`
        : sure
          ? `Ghi ${right[1]} theo chính văn bản được dẫn.`
          : `Kiểm tra lại ${nounVi}: phần lớn văn bản ghi ${right[1]}.`,
  };
}

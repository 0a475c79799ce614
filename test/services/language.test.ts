import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { citedByIn, closedQuery, expandQuery } from '#services/query/expand.ts';
import { fieldEntries } from '#services/query/fieldNames.ts';
import { parseQuery, readQuery } from '#services/query/parse.ts';
import type { AskedTerm, QueryWord } from '#services/query/query.ts';

/** A query in one line: ~ before bare words, ? behind half-typed ones, # before tokens of numbers. */
const word = ({ text, exact, anyTone }: QueryWord) => `${exact ? '' : '~'}${text}${anyTone === true ? '?' : ''}`;
const row = (words: readonly QueryWord[]) => words.map(word).join(' ');
function shown(term: AskedTerm): string {
  switch (term.kind) {
    case 'word':
      return word(term.word);
    case 'phrase':
      return `"${row(term.words)}"`;
    case 'near':
      return `"${row(term.words)}"~${term.distance}`;
    case 'prefix':
      return `${word(term.word)}*`;
    case 'symbol':
      return `#${term.token}`;
    case 'any':
      return `(${term.of.map(shown).join(' | ')})`;
    case 'all':
      return `(${term.of.map(shown).join(' & ')})`;
    case 'not':
      return `-${shown(term.of)}`;
    case 'feature':
      return `${term.field}:"${row(term.words)}"`;
    case 'value':
      return `${term.field}=${term.values.join(',')}`;
    case 'dates':
      return `${term.from ?? ''}..${term.to ?? ''}`;
    case 'own':
      return `own=${term.tokens.join(',')}`;
    case 'relates':
      return `${term.relation}=${term.token}`;
    case 'citedBy':
      return `citedBy=${term.token}`;
    case 'ids':
      return `ids=${term.ids.join(',')}`;
    case 'has':
      return `has=${term.what}`;
    default:
      return term.kind;
  }
}
const read = (typed: string) => readQuery(typed).query.terms.map(shown).join(' ');
const readings = (typed: string) => readQuery(typed).readings.map(({ kind, typed: from, read: to }) => `${kind}: ${from} → ${to}`);

describe('operators', () => {
  test.each([
    ['a AND b', '~a ~b'],
    ['a VÀ b', '~a ~b'],
    ['a b OR c d', '((~a & ~b) | (~c & ~d))'],
    ['a hoặc b HOẶC c', '((~a & hoặc & ~b) | ~c)'],
    ['01-KL/TW HOẶC 62-CT/TW', '(#n1_kl_tw | #n62_ct_tw)'],
    ['01-KL/TW KHÔNG 62-CT/TW', '#n1_kl_tw -#n62_ct_tw'],
    ['ĐẢNG VÀ 01-KL/TW', 'đảng và #n1_kl_tw'],
    ['144 -QĐ/TW', '#n144_qd_tw'],
    ['Chỉ thị số 17 -CT/TW', 'chỉ thị #n17_ct_tw'],
    ['144 -đảng', '~144 -đảng'],
    ['a|b | c', '(~a | ~b | ~c)'],
    ['a (b OR c)', '~a (~b | ~c)'],
    ['((a OR b) c) OR d', '(((~a | ~b) & ~c) | ~d)'],
    ['a -b', '~a -~b'],
    ['-a', '-~a'],
    ['a -"b c"', '~a -"~b ~c"'],
    ['a -(b c)', '~a -(~b & ~c)'],
    ['a NOT b', '~a -~b'],
    ['a KHÔNG b', '~a -~b'],
    ['a NOT NOT b', '~a ~b'],
    ['a -144 qd tw b', '~a -#n144_qd_tw ~b'],
    ['"a b"~5', '"~a ~b"~5'],
    ['"a"~5', '~a'],
    ['"a a"~5', '~a'],
    ['x GẦN/3 y', '"~x ~y"~3'],
    ['x NEAR/3 y z', '"~x ~y"~3 ~z'],
    ['phát triển gần/5 đảng viên trẻ', '"phát triển" "đảng viên" "phát triển đảng viên"~5 trẻ'],
    ['"a b" GẦN/5 "c d"', '"~a ~b" "~c ~d" "~a ~b ~c ~d"~5'],
    ['a GẦN/2 b GẦN/3 c', '"~a ~b"~2 "~b ~c"~3'],
    ['chuy*', '~chuy*'],
    ['chuyể*', 'chuyể*'],
    ['chuyê*', '(chuyê* | chuyề* | chuyế* | chuyễ* | chuyể* | chuyệ*)'],
    ['OR-gate', '"~or ~gate"'],
  ])('%s', (typed, terms) => {
    expect(read(typed)).toBe(terms);
  });

  test.each([
    ['small words are words', 'a and b or c not d', '~a ~and ~b ~or ~c ~not ~d'],
    ['in capitals all through, Vietnamese words are words', 'ĐẢNG VÀ NHÀ NƯỚC KHÔNG', 'đảng và nhà nước không'],
    ['a minus alone', 'ngoại giao - nội vụ', 'ngoại ~giao nội vụ'],
    ['a minus between years', '2021 -2025', '~2021 ~2025'],
    ['a minus within a word', 'a-b', '"~a ~b"'],
    ['a quotation mark without its partner', 'a "b c', '~a ~b ~c'],
    ['a bracket that is never closed, among plain words', '(khóa XII', 'khóa ~xii'],
    ['brackets that were never opened', 'a ) b :)', '~a ~b'],
    ['brackets within a word', 'f(x) g(y', '~f ~x ~g ~y'],
    ['empty brackets and quotation marks', 'a () "" -() b', '~a ~b'],
    ['bars of a table', '| a | b |', '(~a | ~b)'],
    ['an asterisk alone, or within', '* a*b', '~a ~b'],
    ['KHÔNG at the end', 'a có KHÔNG', '~a có không'],
    ['NEAR without a distance', 'NEAR(tỉnh', '~near tỉnh'],
    ['signs of other languages', '^tỉnh {tỉnh} tỉnh~ +tỉnh', 'tỉnh'],
    ['an address', 'http://a.vn/b', '~http "~a ~vn ~b"'],
    ['a time', '8:30', '"~8 ~30"'],
    ['a word and a colon', 'theo:abc body_exact:b', '"~theo ~abc" "~body ~exact ~b"'],
    ['a name of a field in prose', 'Căn cứ: Luật Đất đai', 'căn cứ luật đất đai'],
  ])('plain: %s', (_, typed, terms) => {
    expect([...new Set(read(typed).split(' '))].join(' ')).toBe([...new Set(terms.split(' '))].join(' '));
  });
});

describe('fields', () => {
  test.each([
    ['loại:KL', 'type=KL'],
    ['type:"kết luận"', 'type=KL'],
    ['LOAI:ket luan abc', 'type=KL ~abc'],
    ['loại:KL,BC', 'type=KL,BC'],
    ['loại:(KL OR "báo cáo")', 'type=KL,BC'],
    ['loại:(kl | bc, tb)', 'type=KL,BC,TB'],
    ['loại:QĐ loại:qđi', 'type=QĐ type=QĐi'],
    ['-loại:KL a', '-type=KL ~a'],
    ['loại:KL HOẶC cấp:tỉnh', '(type=KL | level=province)'],
    ['số:01-KL/TW', 'own=n1_kl_tw'],
    ['number:144 qd tw', 'own=n144_qd_tw'],
    ['số:144', 'own=p144'],
    ['số:144-QĐ', 'own=p144_qd'],
    ['số:91/2017', 'own=p91_2017'],
    ['Số: 144-QĐ/TW', 'own=n144_qd_tw'],
    ['số:"QĐ 144"', 'own=p144_qd'],
    ['số:01/2017', 'own=p1_2017'],
    ['số:12-ABC', 'own=p12_abc'],
    ['số:"144 qd tw"', 'own=n144_qd_tw'],
    ['số:"kết luận 01"', 'own=p1_kl'],
    ['số:"quy định 144"', 'own=p144_qdi,p144_qd'],
    ['số:"công văn 1873"', 'own=p1873_cv'],
    ['số:kl01', 'own=p1_kl'],
    ['số:kl01tw', 'own=n1_kl_tw'],
    ['số:"Kết luận số 01-KL/TW"', 'own=n1_kl_tw'],
    ['số:"luật 72/2025/QH15"', 'own=n72_2025_qh15'],
    ['số:"Nghị quyết Trung ương 4 khóa XII"', 'own=nnqtw4_xii'],
    ['số:91/NĐ-CP', 'own=n91_nd_cp,p91_nd_cp'],
    ['cơquan:"Bộ Chính trị"', 'issuer:"bộ chính trị"'],
    ['cơ quan:"Bộ Chính trị" a', 'issuer:"bộ chính trị" ~a'],
    ['issuer:ubnd', '(issuer:"~ubnd" | issuer:"ủy ban nhân dân")'],
    ['cơquan:"BTV Tỉnh ủy"', '(issuer:"~btv tỉnh ủy" | issuer:"ban thường vụ tỉnh ủy")'],
    ['title:XDĐ', '(title:"xdđ" | title:"xây dựng đảng")'],
    ['cơquan: "Bộ Chính trị" a', 'issuer:"bộ chính trị" ~a'],
    ['phần : “hạn chế”', 'part:"hạn chế"'],
    ['địa phương: Tiền Giang', '(place:"tiền ~giang" | scope:"tiền ~giang")'],
    ['Số : 144-QĐ/TW', 'own=n144_qd_tw'],
    ['kí:"Võ Văn Thưởng"', 'signer:"võ văn thưởng"'],
    ['người kí:"Võ Văn Thưởng"', 'signer:"võ văn thưởng"'],
    ['số kí hiệu:144-QĐ/TW', 'own=n144_qd_tw'],
    ['cấp:trung ương', 'level=central'],
    ['level:tỉnh,huyện', 'level=province,district'],
    ['cấp:co so', 'level=base'],
    ['địaphương:"Tiền Giang"', '(place:"tiền ~giang" | scope:"tiền ~giang")'],
    ['dia phuong:Tiền Giang xã', '(place:"tiền ~giang" | scope:"tiền ~giang") xã'],
    ['ký:"Trần Thị B"', 'signer:"trần thị ~b"'],
    ['năm:2021', '2021-01-01..2021-12-31'],
    ['year:2021..2023', '2021-01-01..2023-12-31'],
    ['năm:2021-2023', '2021-01-01..2023-12-31'],
    ['năm:>=2022', '2022-01-01..'],
    ['năm:>= 2022', '2022-01-01..'],
    ['năm:..2020', '..2020-12-31'],
    ['ngày:2023-01-31', '2023-01-31..2023-01-31'],
    ['ngày:31/1/2023', '2023-01-31..2023-01-31'],
    ['date:2023-02', '2023-02-01..2023-02-28'],
    ['ngày:2/2024', '2024-02-01..2024-02-29'],
    ['ngày:>31/12/2023', '2024-01-01..'],
    ['ngày:<2024-01-01', '..2023-12-31'],
    ['ngày:<=1/2024', '..2024-01-31'],
    ['ngày:1/1/2023..30/6/2023', '2023-01-01..2023-06-30'],
    ['ngày:1/1/2023 - 30/6/2023', '2023-01-01..2023-06-30'],
    ['ngày:1/1/2023–30/6/2023', '2023-01-01..2023-06-30'],
    ['ngày:5/2022-7/2023 a', '2022-05-01..2023-07-31 ~a'],
    ['năm:từ 2021 đến 2023 a', '2021-01-01..2023-12-31 ~a'],
    ['nam: 2021 den 2023', '2021-01-01..2023-12-31'],
    ['ngày:từ 5/2021', '2021-05-01..'],
    ['ngày:"15 tháng 6 năm 2023"', '2023-06-15..2023-06-15'],
    ['ngày:ngày 15 tháng 6 năm 2023', '2023-06-15..2023-06-15'],
    ['ngày:"tháng 6/2023"', '2023-06-01..2023-06-30'],
    ['dẫn:01-KL/TW', 'cites=n1_kl_tw'],
    ['thựchiện:01-KL/TW', 'implements=n1_kl_tw'],
    ['thực hiện:"01 kl tw"', 'implements=n1_kl_tw'],
    ['sửađổi:01-KL/TW', 'amends=n1_kl_tw'],
    ['thaythế:01-KL/TW,02-KL/TW', '(replaces=n1_kl_tw | replaces=n2_kl_tw)'],
    ['tổngkết:01-KL/TW sơkết:02-KL/TW', 'reviews=n1_kl_tw reviews=n2_kl_tw'],
    ['căncứ:91/2017/NĐ-CP', 'basis=n91_2017_nd_cp'],
    ['liênquan:01-KL/TW', 'related=n1_kl_tw'],
    ['đượcdẫnbởi:01-KL/TW', 'citedBy=n1_kl_tw'],
    ['đượcdẫnbởi:"KL 01 TW"', 'citedBy=n1_kl_tw'],
    ['dẫn:"KL 01 TW"', 'cites=n1_kl_tw'],
    ['dẫn:kl01tw', 'cites=n1_kl_tw'],
    ['dẫn:"Kết luận số 01-KL/TW"', 'cites=n1_kl_tw'],
    ['dẫn:"Nghị quyết Trung ương 4 khóa XII"', 'cites=nnqtw4_xii'],
    ['dẫn:91/NĐ-CP', '(cites=n91_nd_cp | cites=p91_nd_cp)'],
    ['cited by:01-KL/TW', 'citedBy=n1_kl_tw'],
    ['phần:"hạn chế"', 'part:"hạn chế"'],
    ['tríchyếu:"nêu gương"', 'title:"nêu gương"'],
    ['có:nhiệmvụ', 'has=tasks'],
    ['has:deadlines,tasks', '(has=deadlines | has=tasks)'],
    ['có:chữ ký', 'has=signatures'],
  ])('%s', (typed, terms) => {
    expect(read(typed)).toBe(terms);
  });

  test.each(fieldEntries.flatMap(({ names, example }) => names.map((name): [string, string] => [name, example])))(
    '%s with the value that proposals show is read',
    (name, example) => {
      const [term] = readQuery(`${name}:${example}`).query.terms;
      expect(term?.kind).not.toBe('word');
      expect(readQuery(`${name.replaceAll(' ', '').toUpperCase()}:${example}`).query.terms).toEqual([term]);
    },
  );
});

describe('what is wrong is told with its place and a proposal', () => {
  test.each([
    ['a loại:XYZ', 'XYZ', 'KL'],
    ['loại:(KL OR bao caoo)', 'bao caoo', '"báo cáo"'],
    ['cấp:tinhr', 'tinhr', 'tỉnh'],
    ['năm:abc', 'abc', '2021..2023'],
    ['năm:2023..2021', '2023..2021', '2023'],
    ['ngày:2023-13-01', '2023-13-01', '2023'],
    ['ngày:30/2/2023', '30/2/2023', '2023'],
    ['có:abc', 'abc', 'nhiệm'],
    ['dẫn:144', '144', '01-KL/TW'],
    ['số:abc', 'abc', '01-KL/TW'],
    ['số:"144 abc"', '144 abc', '01-KL/TW'],
    ['số:"kế hoạch 5 năm"', 'kế hoạch 5 năm', '01-KL/TW'],
    ['số:"01-KL/TW và 02-KL/TW"', '01-KL/TW và 02-KL/TW', '01-KL/TW'],
    ['số:QH15', 'QH15', '01-KL/TW'],
    ['dẫn:"kết luận 01"', 'kết luận 01', '01-KL/TW'],
    ['dẫn:kl01', 'kl01', '01-KL/TW'],
    ['a loại:', 'loại:', 'loại:KL'],
    ['loại:""', '', 'KL'],
    ['cơquna:abc', 'cơquna', 'cơquan:'],
    ['lọai:KL lọa1:x loia:KL', 'loia', 'loại:'],
    ['a OR', 'OR', 'or'],
    ['OR a', 'OR', 'or'],
    ['a OR OR b', 'OR', 'or'],
    ['(a OR ) b', 'OR', 'or'],
    ['a NOT', 'NOT', 'not'],
    ['GẦN/5 a', 'GẦN/5', 'gần/5'],
    ['a GẦN/5', 'GẦN/5', 'gần/5'],
    ['a GẦN/500 b', 'GẦN/500', 'GẦN/100'],
    ['"a b"~500', '~500', '~100'],
    ['x (a OR b', '(a OR b', '(a OR b)'],
    ['loại:(KL, BC', '(KL, BC', '(KL, BC)'],
    ['c*', 'c*', 'c'],
  ])('%s', (typed, wrong, proposal) => {
    let failure: unknown;
    try {
      readQuery(typed);
    } catch (thrown) {
      failure = thrown;
    }
    expect(failure).toBeInstanceOf(Failure);
    const { code, details } = failure as Failure;
    expect(code).toBe('bad-query');
    const [detail] = details;
    expect(detail?.path).toBe('q');
    expect(typed.slice(detail?.span?.start, detail?.span?.end)).toBe(wrong);
    expect(detail?.proposal).toContain(proposal);
    expect(detail?.message).toContain(`At character ${(detail?.span?.start ?? -1) + 1}:`);
    expect(detail?.messageVi).toContain(`Ở ký tự thứ ${(detail?.span?.start ?? -1) + 1}:`);
  });

  test('brackets may not be nested beyond a bound', () => {
    expect(read(`${'('.repeat(10)}a${')'.repeat(10)}`)).toBe('~a');
    expect(() => readQuery(`${'('.repeat(11)}a${')'.repeat(11)}`)).toThrow(expect.objectContaining({ code: 'bad-query' }));
  });

  test('what was read into words does not count against the bound of terms', () => {
    const typed = ['BTV', 'BCH', 'UBND', ...Array.from({ length: 29 }, (_, at) => `w${at}x`)].join(' ');
    expect(readQuery(typed).query.terms).toHaveLength(32);
    expect(() => readQuery(`${typed} more`)).toThrow(expect.objectContaining({ detail: expect.stringContaining('32') }));
  });
});

describe('half-typed words', () => {
  test.each([
    ['kêt luân', 'kêt? luân?'],
    ['"kêt luân"', '"kêt? luân?"'],
    ['nghị quyêt', 'nghị quyêt?'],
    ['đang bộ', 'đang? bộ'],
    ['"đang bộ"', '"đang bộ"'],
    ['công dân', 'công dân'],
    ['đang họp', 'đang họp'],
    ['KÊT LUÂN', 'kêt? luân?'],
    ['qđ', 'qđ'],
  ])('%s', (typed, terms) => {
    expect(read(typed)).toBe(terms);
  });
});

describe('document numbers', () => {
  test.each<readonly [string, string]>([
    ...[
      '144 qd tw',
      '144-QĐ/TW',
      '144/QĐ-TW',
      '144_QD_TW',
      '144‑QĐ/TW',
      '144qđ/tw',
      '144qdtw',
      'qđ 144 tw',
      'QĐ/TW 144',
      'QĐ-TW 144',
      'QĐ144-TW',
    ].map((typed) => [typed, '#n144_qd_tw'] as const),
    ...['số 144-QĐ/TW', 'Số: 144-qđ/tw', '144-QD/TƯ', '144-QĐ/T.Ư', '"144 qd tw"'].map(
      (typed) => [typed, typed.startsWith('Số:') ? 'own=n144_qd_tw' : '#n144_qd_tw'] as const,
    ),
    ['91/2017/nđ-cp', '#n91_2017_nd_cp'],
    ['NĐ 91/2017 CP', '#n91_2017_nd_cp'],
    ['tt 40/2017 btc', '#n40_2017_tt_btc'],
    ['nghị quyết trung ương 4 khóa XII', '#nnqtw4_xii'],
    ['nq tw 4 khoa 12', '#nnqtw4_xii'],
    ...[
      'NQ TW4 khóa XII',
      'nqtw4 khóa xii',
      'NQTW 4 khóa XII',
      'nqtw4 xii',
      'nghị quyết TW4 khóa XII',
      'nghị quyết 4 trung ương khoá XII',
      'nghị quyết số 4 trung ương đảng khóa XII',
      'nghị quyết hội nghị lần thứ 4 ban chấp hành trung ương khóa XII',
      'NQ 4 BCH TW khóa XII',
    ].map((typed) => [typed, '#nnqtw4_xii'] as const),
    ['NQ 4 TW', '#n4_nq_tw'],
    ['NQ 18 TW khóa XII', '#n18_nq_tw khóa ~xii'],
    ['nghị quyết 18 trung ương khóa XII', '(#p18_nq | "~nghi ~quyet ~so ~18") ~trung ương khóa ~xii'],
    ['nqtw4', '~nqtw4'],
    ['TW4 khóa XII', '~tw4 khóa ~xii'],
    ['số 144', '#p144'],
    ['144-QĐ', '#p144_qd'],
    ['144 qđ', '#p144_qd'],
    ['91/2017', '#p91_2017'],
    ['qđ 144', '(#p144_qd | "~qd ~so ~144" | "~quyet ~dinh ~so ~144" | "~quyet ~dinh ~144")'],
    ['kết luận số 01', '(#p1_kl | "~ket ~luan ~so ~01")'],
    ['kl01', '(#p1_kl | "~kl ~so ~01" | "~ket ~luan ~so ~01" | "~ket ~luan ~01")'],
    ['quy định 08', '(#p8_qdi | #p8_qd | "~quy ~dinh ~so ~08")'],
    ['QĐ 412 UBND', '(#n412_qd_ubnd | #p412_qd_ubnd)'],
    // Numbers of the State without the year that they may bear.
    ...['91/NĐ-CP', '91 nd cp', '91-nđ-cp', 'NĐ 91 CP', '91ndcp', 'số 91/NĐ-CP'].map(
      (typed) => [typed, '(#n91_nd_cp | #p91_nd_cp)'] as const,
    ),
    ['05/NQ-HĐND', '(#n5_nq_hdnd | #p5_nq_hdnd)'],
    ['05 nq hđnd', '(#n5_nq_hdnd | #p5_nq_hdnd)'],
    ['88 tt btc', '(#n88_tt_btc | #p88_tt_btc)'],
    ['15/QĐ-UBND-HC', '(#n15_qd_ubnd_hc | #p15_qd_ubnd_hc)'],
    ['88/2020/tt-btc', '#n88_2020_tt_btc'],
    ['144 QĐ TW năm 2023', '#n144_qd_tw ("năm? ~2023" | 2023-01-01..2023-12-31)'],
    ['nghị định 91 năm 2017', '(#p91_nd | "~nghi ~dinh ~so ~91") ("năm ~2017" | 2017-01-01..2017-12-31 | #p91_2017_nd)'],
    ['NĐ 91 CP năm 2017', '(#n91_nd_cp | #p91_nd_cp) ("năm? ~2017" | 2017-01-01..2017-12-31 | #n91_2017_nd_cp)'],
    ['số 91 năm 2017', '#p91 ("năm ~2017" | 2017-01-01..2017-12-31 | #p91_2017)'],
    ['91/2017/NĐ-CP năm 2017', '#n91_2017_nd_cp ("năm? ~2017" | 2017-01-01..2017-12-31)'],
    ['144', '~144'],
    ['2023', '~2023'],
    // Laws and resolutions of the National Assembly, whose code is its term.
    ['72/2025/QH15', '#n72_2025_qh15'],
    ['luật 72/2025/QH15', 'luật #n72_2025_qh15'],
    ['nghị quyết 29/2023/QH15', 'nghị quyết #n29_2023_qh15'],
    ['72/2025/QH15 nông thôn', '#n72_2025_qh15 nông thôn'],
    ['72/2025/QH 15', '#n72_2025_qh15'],
    ['72 2025 qh15', '#n72_2025_qh15'],
    ['08/2022/PL-UBTVQH 15', '#n8_2022_pl_ubtvqh15'],
    ['QH15', '~qh15'],
    ['khóa QH15', 'khóa ~qh15'],
    ['qh04/tu', '#n4_qh_tu'],
    // Without the spaces that belong there.
    ['số144-QĐ/TW', '#n144_qd_tw'],
    ['Quy định số144-QĐ/TW', '~quy định #n144_qd_tw'],
    ['số144', '#p144'],
    ['so144', '#p144'],
    ['so61', '(~so61 | số)'],
    ['số 61', '#p61'],
    ['số61', '#p61'],
    ['so144qđ', '#p144_qd'],
    ['KL số01', '(#p1_kl | "~kl ~so ~01" | "~ket ~luan ~so ~01" | "~ket ~luan ~01")'],
    ['kl01tw', '#n1_kl_tw'],
    // Full-width letters, digits and signs.
    ['１４４-QĐ/TW', '#n144_qd_tw'],
    ['ＫＬ　０１／ＴＷ', '#n1_kl_tw'],
    ['theo ０１－ＫＬ／ＴＷ', '~theo #n1_kl_tw'],
    ['số １４４', '#p144'],
    ['kl01xyzw1', '~kl01xyzw1'],
    ['5/2023', '"~5 ~2023"'],
    ['18/5/2021', '("~18 ~05 ~2021" | "~18 tháng ~05 năm ~2021" | "~18 ~5 ~2021" | "~18 tháng ~5 năm ~2021" | 2021-05-18..2021-05-18)'],
    ['2020-2025', '"~2020 ~2025"'],
    ['kế hoạch 5 năm', 'kế hoạch ~5 năm'],
    ['báo cáo 2023', 'báo cáo ~2023'],
    ['dự án 3', 'dự án ~3'],
    ['10 ke hoach', '~10 ~ke ~hoach'],
    // A number that ends inside of a word, and words that are longer than their letters.
    ['144 qd01', '#p144_qd ~qd01'],
    ['qđ\u030101', 'qđ\u030101'],
    ['qđ01\u{1cf1a}', 'qđ01\u{1cf1a}'],
    ['qđ\u0301144-qd/tw', '"qđ\u0301144 ~qd ~tw"'],
  ])('%s', (typed, terms) => {
    expect(read(typed)).toBe(terms);
  });

  test('are told where they were read', () => {
    expect(readings('theo 144 qd tw')).toEqual(['number: 144 qd tw → 144-QĐ/TW']);
    expect(readings('144-QĐ/TW')).toEqual([]);
    expect(readQuery('a １４４-qd/tw b').readings).toEqual([
      { kind: 'number', typed: '１４４-qd/tw', read: '144-QĐ/TW', span: { start: 2, end: 11 } },
    ]);
    expect(readQuery('theo qđ 144').readings).toEqual([{ kind: 'number', typed: 'qđ 144', read: '144-QĐ', span: { start: 5, end: 11 } }]);
  });
});

describe('a lone i or y', () => {
  test.each([
    ['kĩ thuật', 'kỹ thuật'],
    ['qui định', '~quy định'],
    ['Qúi', 'quý'],
    ['chiến sỹ', 'chiến sĩ'],
    ['ti lệ hi sinh', '~ty lệ ~hy ~sinh'],
    ['thị vị', 'thị vị'],
    ['y tế', '~y tế'],
  ])('%s', (typed, terms) => {
    expect(read(typed)).toBe(terms);
  });
});

describe('abbreviations', () => {
  test.each([
    ['BTV', '(btv | "ban thường vụ")'],
    ['mttq', '(mttq | "mặt trận tổ quốc")'],
    ['ban thuong vu', '((~ban & ~thuong & ~vu) | btv)'],
    ['xây dựng Đảng', '((xây & dựng & đảng) | xdđ)'],
    ['kinh tế - xã hội', '((~kinh & tế & xã & hội) | ktxh | "kt xh")'],
    ['KT-XH', '("~kt ~xh" | ktxh | "kinh tế xã hội")'],
    ['Sở NN&PTNT', 'sở ("~nn ~ptnt" | nnptnt | "nông nghiệp và phát triển nông thôn")'],
    ['T.Ư Đảng', '("~t ư" | tư | "trung ương") đảng'],
    ['TU', '(~tu | "tỉnh ủy" | "thành ủy")'],
    ['tu', '~tu'],
    ['a/b', '"~a ~b"'],
    ['"ban thường vụ" "BTV"', '"~ban thường vụ" btv'],
    ['đầu tư', 'đầu tư'],
    ['TƯ', '(tư? | "trung ương")'],
    ['ban thương vụ', '((~ban & thương? & vụ) | btv)'],
    ['ban thượng vụ', '~ban thượng vụ'],
  ])('%s', (typed, terms) => {
    expect(read(typed).replaceAll('~btv', 'btv').replaceAll('~mttq', 'mttq')).toBe(terms);
  });

  test('are told', () => {
    expect(readings('BTV tỉnh')).toEqual(['abbreviation: BTV → ban thường vụ']);
  });
});

describe('keys left over from typing', () => {
  test.each([
    ['kees luaanj', ['telex: kees → kết', 'telex: luaanj → luận']],
    ['keest luaanj', ['telex: keest → kết', 'telex: luaanj → luận']],
    ['nghij quyeets', ['telex: nghij → nghị', 'telex: quyeets → quyết']],
    ['ke61t luan65', ['telex: ke61t → kết', 'telex: luan65 → luận']],
    ['coong nghệ', ['telex: coong → công']],
    ['thoong tin dduwowngf', ['telex: thoong → thông', 'telex: dduwowngf → đường']],
    ['xoong nồi', []],
    ['dduwowcj d9a3ng', ['telex: dduwowcj → được', 'telex: d9a3ng → đảng']],
    ['book need texts tour test', []],
    ['ubnd btgtw qh15 a1', []],
    ['nghi quyet dai hoi', []],
  ])('%s', (typed, told) => {
    expect(readings(typed).filter((reading) => reading.startsWith('telex'))).toEqual(told);
  });

  test('are looked for as typed, too', () => {
    expect(read('luaanj')).toBe('(~luaanj | luận)');
    expect(read('"keest luaanj"')).toBe('("~keest ~luaanj" | "kết luận")');
  });
});

describe('what another document cites', () => {
  test('is asked of the collection first', () => {
    const { query } = readQuery('a -đượcdẫnbởi:01-KL/TW (b OR citedby:02-KL/TW)');
    expect(citedByIn(query).map(({ key }) => key)).toEqual(['01-KL/TW', '02-KL/TW']);
    const expanded = expandQuery(query, ({ key }) => [`of ${key}`]);
    expect(expanded.terms.map(shown).join(' ')).toBe('~a -ids=of 01-KL/TW (~b | ids=of 02-KL/TW)');
    expect(() => closedQuery(query)).toThrow(expect.objectContaining({ code: 'bad-query' }));
  });
});

test('any string is read, or refused as a bad query with a place inside it', () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      '(',
      ')',
      ' ',
      ' OR ',
      ' AND ',
      ' HOẶC ',
      'NOT ',
      '-',
      '*',
      ':',
      '|',
      ',',
      '~5',
      ' GẦN/5 ',
      '>=',
      '..',
      '2023',
      'loại:',
      'năm:',
      'cơ quan:',
    ],
    ...[
      'dẫn:',
      'loia:',
      '144-qd/tw',
      'số ',
      'qđ',
      'đảng',
      'bo',
      'kêt',
      'luaanj',
      'BTV',
      'T.Ư',
      'kl01',
      '144',
      '\u0301',
      '\u{1cf1a}',
      '\ud83d\ude00',
      '\u0000',
      '/',
      '\\',
      '^',
    ],
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 30 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(typed, (words) => {
      try {
        const { query, readings: told } = readQuery(words);
        expect(query.terms.length).toBeGreaterThan(0);
        for (const { span } of told) expect(span.start >= 0 && span.start < span.end && span.end <= words.length).toBe(true);
        if (citedByIn(query).length === 0) expect(parseQuery(words)).toEqual(query);
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        expect(thrown.code).toBe('bad-query');
        for (const { span } of thrown.details) expect((span?.start ?? -1) >= 0 && (span?.end ?? Infinity) <= words.length).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byStrength, bySureness, confidences, kindNames, parentOf, relationKinds, relations } from '#ingest/model/relation.ts';
import { finer, phraseBefore } from '#ingest/resolve/phrases.ts';
import { finerKinds, relationPhrases, relationRules } from '#ingest/vocabulary/relations.ts';
import { planWith, quoted, recordFrom } from '../support/pipeline.ts';

/** A guidance whose title states a relation to another document. */
const guidanceOn = (title: string) =>
  `BAN TUYÊN GIÁO TỈNH ỦY\nSố 15-HD/BTGTU\nHòa Bình, ngày 02 tháng 3 năm 2024\nHƯỚNG DẪN\n${title}\n-----\nBan Tuyên giáo Tỉnh ủy hướng dẫn như sau:\n1. Tổ chức đọc sách.\n`;

describe('the tree of kinds', () => {
  it('has the seven relations as its roots, in their order of strength', () => {
    expect(relationKinds.filter(({ kind, parent }) => kind === parent).map(({ kind }) => kind)).toEqual([...relations]);
  });

  it('holds every name once, and every kind beneath one of the seven', () => {
    expect(new Set(kindNames).size).toBe(kindNames.length);
    for (const kind of kindNames) expect(relations).toContain(parentOf(kind));
    for (const relation of relations) expect(parentOf(relation)).toBe(relation);
  });

  it.each(relationKinds)('says what $kind is, in both languages, with words that state it', ({ vietnamese, definition, examples }) => {
    expect(vietnamese).toMatch(/\p{L}/u);
    expect(definition).toMatch(/[a-z]/u);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example).toContain('…');
  });

  it.each(relationKinds.flatMap(({ kind, examples }) => examples.map((example) => [kind, example] as const)))(
    'reads %s from “%s”',
    async (kind, example) => {
      // What the document itself rests on or goes with has no other document as its subject.
      const subject = kind === 'on-proposal' || kind === 'basis' || kind === 'related' ? 'Việc này làm' : 'Nghị quyết số 7-NQ/TU';
      const record = await recordFrom(planWith(`1. ${subject} ${example.replace('…', 'Quyết định số 14-QĐ/TU')}.`));
      const said = record.claims.filter(({ object }) => object.key === '14-QĐ/TU').map((claim) => claim.kind);
      expect(said).toContain(kind);
    },
  );

  it('orders any two kinds by the strength of their relation, and totally', () => {
    const stating = fc.constantFrom(...kindNames).map((kind) => ({ kind, relation: parentOf(kind) }));
    fc.assert(
      fc.property(stating, stating, (a, b) => {
        const rank = relations.indexOf(a.relation) - relations.indexOf(b.relation);
        if (rank !== 0) expect(Math.sign(byStrength(a, b))).toBe(Math.sign(rank));
        expect(Math.sign(byStrength(a, b))).toBe(-Math.sign(byStrength(b, a)) + 0);
        expect(byStrength(a, b) === 0).toBe(a.kind === b.kind);
      }),
    );
  });

  it('puts a finer kind before the general one of the same relation', () => {
    for (const { kind, parent } of relationKinds) {
      if (kind !== parent) expect(byStrength({ kind, relation: parent }, { kind: parent, relation: parent })).toBeLessThan(0);
    }
  });
});

describe('the rules of reading', () => {
  it('each have a rank of sureness and say what they read', () => {
    for (const { confidence, reads } of Object.values(relationRules)) {
      expect(confidences).toContain(confidence);
      expect(reads).not.toBe('');
    }
  });

  it('are less sure of words at a distance', () => {
    for (const { rule, apart } of relationPhrases)
      if (apart !== undefined) expect(bySureness(relationRules[rule], relationRules[apart])).toBeLessThan(0);
  });

  it.each(relationPhrases.flatMap(({ rule, kind, examples }) => examples.map((words) => [rule, kind, words] as const)))(
    '%s reads %s from “%s” before a name',
    (rule, kind, words) => {
      const hit = phraseBefore(`Các huyện ủy ${words.toLowerCase()} `);
      expect([hit?.rule.replace('-apart', ''), parentOf(hit?.kind ?? 'cites')]).toEqual([rule, parentOf(kind)]);
    },
  );

  it.each(finerKinds.flatMap(({ kind, examples }) => examples.map((words) => [kind, words] as const)))('tell %s by “%s”', (kind, words) => {
    expect(finer(parentOf(kind), words)).toBe(kind);
  });

  it.each([
    ['implements', 'quán triệt, cụ thể hóa và thực hiện'],
    ['implements', 'thực hiện'],
    ['replaces', 'bãi bỏ, thay thế'],
    ['reviews', 'sơ kết'],
  ] as const)('state %s, and no finer kind, by “%s”', (kind, words) => {
    expect(finer(parentOf(kind), words)).toBe(kind);
  });
});

describe('what a record keeps of a pair', () => {
  it('is every kind that is stated, each once, the strongest first and leading', async () => {
    const record = await recordFrom(
      planWith(
        '1. Tiếp tục thực hiện Kết luận số 14-KL/TW.',
        '2. Thực hiện Kết luận số 14-KL/TW; thực hiện tốt Kết luận số 14-KL/TW.',
        '3. Bố trí kinh phí theo Kết luận số 14-KL/TW.',
        '4. Phát triển du lịch gắn với thực hiện Kết luận số 14-KL/TW.',
        '5. Sao gửi Kết luận số 14-KL/TW.',
      ),
    );
    const [citation] = record.citations;
    expect(citation!.witnesses.map(({ kind }) => kind)).toEqual(['continues', 'implements', 'basis', 'related']);
    expect([citation!.relation, citation!.kind]).toEqual(['implements', 'continues']);
    expect(record.claims.map(({ kind, own }) => [kind, own])).toEqual(citation!.witnesses.map(({ kind }) => [kind, true]));
  });

  it('has for each kind the words that state it and the surest of them', async () => {
    const record = await recordFrom(
      planWith('1. Thực hiện tốt công tác tuyên truyền, vận động nhân dân về Kết luận số 14-KL/TW.', '2. Triển khai Kết luận số 14-KL/TW.'),
    );
    const witness = record.citations[0]!.witnesses[0]!;
    expect([witness.rule, witness.confidence]).toEqual(['carry-out', 'stated']);
    expect(quoted(record, witness.words!)).toBe('Triển khai');
    expect(quoted(record, witness.span)).toBe('Triển khai Kết luận số 14-KL/TW');
  });

  it.each([
    ['stated', '1. Tiếp tục quán triệt, thực hiện Kết luận số 14-KL/TW.', 'Tiếp tục quán triệt, thực hiện'],
    ['stated', '1. Kế hoạch này thay thế Kế hoạch số 14-KH/TU.', 'thay thế'],
    ['stated', '1. Kế hoạch số 14-KH/TU được thay thế bởi Kế hoạch này.', 'được thay thế'],
    ['read', '1. Thực hiện tốt việc trồng và chăm sóc cây xanh nêu trên, nhất là Kết luận số 14-KL/TW.', 'Thực hiện'],
    ['assumed', '1. Lưu hồ sơ cùng hộp, Kết luận số 14-KL/TW.', null],
  ] as const)('is %s: %s', async (confidence, paragraph, words) => {
    const record = await recordFrom(planWith(paragraph));
    const witness = record.citations[0]!.witnesses[0]!;
    expect(witness.confidence).toBe(confidence);
    expect(witness.words === null ? null : quoted(record, witness.words)).toBe(words);
  });

  it('has the words of a lead-in for the items under it, and their own place as the statement', async () => {
    const record = await recordFrom(planWith('1. Tiếp tục thực hiện các quy định sau:', '- Quy định số 101-QĐ/TW về nêu gương.'));
    const witness = record.citations[0]!.witnesses[0]!;
    expect([quoted(record, witness.words!), witness.kind]).toEqual(['Tiếp tục thực hiện', 'continues']);
    expect(quoted(record, witness.span)).toContain('101-QĐ/TW');
  });

  it('is a guiding where the document is a guidance, whatever its title’s verb', async () => {
    const record = await recordFrom(guidanceOn('thực hiện Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy'));
    expect(record.citations.map(({ key, kind }) => [key, kind])).toEqual([['20-KH/TU', 'guides']]);
  });

  it('has what the cited document does to this one apart', async () => {
    const record = await recordFrom(planWith('1. Kế hoạch này được thay thế bởi Kế hoạch số 96-KH/TU.'));
    const [citation] = record.citations;
    expect([citation!.relation, citation!.inverse.map(({ kind }) => kind)]).toEqual(['cites', ['replaces']]);
    const claim = record.claims.find(({ own }) => !own)!;
    expect([claim.subject?.key, claim.kind, claim.object.key]).toEqual(['96-KH/TU', 'replaces', '52-KH/TU']);
    expect(record.attested).toEqual([]);
  });

  it('is for two others, too, every kind once', async () => {
    const record = await recordFrom(
      planWith(
        '1. Học tập Kế hoạch số 20-KH/TU về tiếp tục thực hiện Chỉ thị số 62-CT/TW.',
        '2. Kế hoạch số 20-KH/TU về thực hiện Chỉ thị số 62-CT/TW; Kế hoạch số 20-KH/TU về thực hiện Chỉ thị số 62-CT/TW.',
      ),
    );
    expect(record.attested.map(({ from, kind, to }) => [from, kind, to])).toEqual([
      ['20-KH/TU', 'continues', '62-CT/TW'],
      ['20-KH/TU', 'implements', '62-CT/TW'],
    ]);
    for (const { words } of record.attested) expect(quoted(record, words!)).toMatch(/thực hiện$/u);
  });
});

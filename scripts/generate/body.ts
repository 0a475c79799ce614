import { brief, full } from './citing.ts';
import { type Draft, duty } from './draft.ts';
import { dutySentence, watching } from './duties.ts';
import { capital } from './marks.ts';
import { itemsOf, loose, type Parts, partsOf } from './parts.ts';
import type { Reference } from './references.ts';
import { naming, purpose } from './relating.ts';
import { byYears, labelled, ledIn, table } from './schedules.ts';
import { account, aimsOf, rulesOf, targetsOf } from './telling.ts';
import { ownNoun, type Theme } from './title.ts';
import { inside } from './works.ts';

/** The body of a document, line by line (marked); its shape follows the type. */
export function bodyLines(draft: Draft, theme: Theme, former: Reference): string[] {
  switch (draft.code) {
    case 'BC':
      return report(draft, theme);
    case 'CV':
      return letter(draft, theme);
    case 'KL':
    case 'TB':
      return conclusion(draft, theme);
    case 'CT':
    case 'NQ':
      return draft.office.side === 'state' && draft.code === 'NQ' ? articles(draft, theme, former) : directive(draft, former);
    case 'QĐ':
    case 'QĐi':
    case 'QC':
    case 'NĐ':
    case 'TT':
      return articles(draft, theme, former);
    case 'TTr':
      return submission(draft);
    default:
      return plan(draft, theme);
  }
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

function paragraph(draft: Draft): string {
  const { random } = draft;
  return times(random.int(2, 4), () => (random.chance(0.3) ? naming(draft) : account(draft))).join(' ');
}

function duties(draft: Draft, least: number, most: number): string[] {
  return times(draft.random.int(least, most), () => dutySentence(draft));
}

/** A heading that names a body, and its duties below without it. */
function underBody(draft: Draft, body: string, number: string): string[] {
  const { random, topic } = draft;
  const works = random.some(topic.works, random.int(1, 3));
  const bullet = random.pick(['-', 'a)', '+']);
  return [
    `${number} ${body}${random.chance(0.6) ? ':' : ''}`,
    ...works.map(
      (work, index) => `${bullet === 'a)' ? `${'abc'[index]})` : bullet} ${duty(draft, `${capital(work)}.`, { assignees: [body] })}`,
    ),
  ];
}

function organizing(draft: Draft, parts: Parts): string[] {
  const { random } = draft;
  const roll = random.next();
  if (roll < 0.45) {
    const bodies = random.some(draft.office.under, random.int(1, 3));
    const make = roll < 0.3 ? underBody : ledIn;
    return [
      ...bodies.flatMap((body, index) => make(draft, body, parts.number(index + 1))),
      `${parts.number(bodies.length + 1)} ${watching(draft)}`,
    ];
  }
  return itemsOf([...duties(draft, 2, 4), watching(draft)], parts, draft.random);
}

/** The part on tasks of a plan: a list, by years, with labelled lines, or as a table. */
function tasks(draft: Draft, parts: Parts): string[] {
  const { random } = draft;
  const roll = random.next();
  if (roll < 0.12) return byYears(draft, parts.number);
  if (roll < 0.26) return times(random.int(2, 4), (index) => labelled(draft, parts.number(index + 1))).flat();
  if (roll < 0.36) return table(draft);
  return itemsOf(duties(draft, 3, 6), parts, random);
}

function plan(draft: Draft, theme: Theme): string[] {
  const { random, breadth } = draft;
  const parts = partsOf(random);
  const begun =
    theme.leading === null
      ? `${draft.speaker} ban hành ${ownNoun(draft)} như sau:`
      : purpose(draft, theme.leading, 'implements', `ban hành ${ownNoun(draft)} với những nội dung sau`);
  return [
    begun,
    parts.heading('MỤC ĐÍCH, YÊU CẦU'),
    ...itemsOf(aimsOf(draft, random.int(2, 3)), parts, random),
    ...(random.chance(0.3) ? [parts.heading('MỤC TIÊU'), ...itemsOf(targetsOf(draft, 2), parts, random)] : []),
    parts.heading('TÌNH HÌNH'),
    ...times(random.int(1, 3) * breadth, () => paragraph(draft)),
    parts.heading('NHIỆM VỤ, GIẢI PHÁP'),
    ...tasks(draft, parts),
    parts.heading('TỔ CHỨC THỰC HIỆN'),
    ...organizing(draft, parts),
  ];
}

function report(draft: Draft, theme: Theme): string[] {
  const { random, breadth } = draft;
  const parts = partsOf(random);
  return [
    purpose(draft, theme.leading!, 'reviews', ''),
    parts.heading('CÔNG TÁC CHỈ ĐẠO'),
    ...times(random.int(1, 3) * breadth, () => paragraph(draft)),
    parts.heading('KẾT QUẢ ĐẠT ĐƯỢC'),
    ...times(random.int(2, 4) * breadth, (index) => `${parts.number(index + 1)} ${paragraph(draft)}`),
    parts.heading('HẠN CHẾ, NGUYÊN NHÂN'),
    paragraph(draft),
    parts.heading('PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI'),
    ...itemsOf(duties(draft, 2, 5), parts, draft.random),
  ];
}

function letter(draft: Draft, theme: Theme): string[] {
  const { random, office } = draft;
  return [
    `Kính gửi: ${random.some(office.under, 2).join('; ')}.`,
    paragraph(draft),
    `Để thực hiện tốt ${brief(draft, theme.leading!, 'implements')}, ${draft.speaker} ${random.pick(['yêu cầu', 'đề nghị'])}:`,
    ...itemsOf(duties(draft, 2, 5), loose, draft.random),
  ];
}

function conclusion(draft: Draft, theme: Theme): string[] {
  const { random, breadth } = draft;
  const met = draft.meeting ? `Ngày ${draft.habits.day(draft.date)}, tại Hội nghị, sau` : 'Sau';
  const heard =
    theme.leading === null
      ? `${met} khi xem xét báo cáo về ${random.pick(draft.topic.about)}`
      : `${met} khi nghe báo cáo kết quả thực hiện ${full(draft, theme.leading, 'reviews', { date: true, issuer: true })}`;
  return [
    `${heard}, ${draft.speaker} kết luận như sau:`,
    '1. Kết quả đạt được',
    ...times(random.int(1, 2) * breadth, () => paragraph(draft)),
    '2. Hạn chế',
    `${account(draft)} ${account(draft)}`,
    '3. Nhiệm vụ thời gian tới',
    ...itemsOf([...duties(draft, 3, 6), watching(draft)], loose, draft.random, true),
  ];
}

function directive(draft: Draft, former: Reference): string[] {
  const { random, breadth } = draft;
  const own = `${ownNoun(draft)} này`;
  const ends = random.chance(0.4)
    ? [
        random.chance(0.6)
          ? `${own} ${random.pick(['thay thế', 'thay thế cho'])} ${full(draft, former, 'replaces', { about: false })}.`
          : `${full(draft, former, 'replaces', { about: false })} hết hiệu lực kể từ ngày ${own} được ban hành.`,
      ]
    : random.chance(0.3)
      ? [`Bãi bỏ ${full(draft, former, 'replaces')}.`]
      : [];
  return [
    ...times(random.int(2, 3) * breadth, () => paragraph(draft)),
    `Để khắc phục những hạn chế trên, ${draft.speaker} yêu cầu thực hiện tốt các nhiệm vụ sau:`,
    ...itemsOf([...duties(draft, 4, 7), watching(draft)], loose, draft.random),
    ...ends,
  ];
}

const unnumberedLaws = [
  'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
  'Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015',
  'Điều lệ Đảng',
] as const;

function grounds(draft: Draft): string[] {
  const { random, references, office } = draft;
  const state = office.side !== 'party';
  const norms = references.filter(({ side, code }) => (state ? side === 'state' && code !== 'TB' && code !== 'BC' : side === 'party'));
  const lines = [
    ...(random.chance(0.5) ? [`Căn cứ ${state ? unnumberedLaws[random.int(0, 1)] : unnumberedLaws[2]};`] : []),
    ...random.some(norms, random.int(1, 3)).map((reference) => `Căn cứ ${full(draft, reference, 'basis')};`),
  ];
  const [one, other] = norms.filter(({ code }) => code === 'NĐ' || code === 'NQ');
  if (one !== undefined && other !== undefined && random.chance(0.5))
    lines.push(`Căn cứ ${full(draft, one, 'basis')} và ${full(draft, other, 'basis')};`);
  const proposer = random.pick(office.under);
  return [...lines, `${state ? 'Theo' : 'Xét'} đề nghị của ${inside(proposer)}${state ? '.' : ','}`];
}

function articles(draft: Draft, theme: Theme, former: Reference): string[] {
  const { random, office, code } = draft;
  const own = `${ownNoun(draft)} này`;
  const decides =
    code === 'NĐ' || code === 'TT'
      ? `${draft.speaker} ban hành ${ownNoun(draft)} ${theme.title.charAt(0).toLowerCase()}${theme.title.slice(1)}.`
      : code === 'NQ'
        ? 'QUYẾT NGHỊ:'
        : code === 'QĐ'
          ? 'QUYẾT ĐỊNH:'
          : `${draft.speaker} ban hành ${ownNoun(draft)} như sau:`;
  const [first, second, ...others] = rulesOf(draft, random.int(3, 5));
  const opening =
    theme.verb !== undefined
      ? `${theme.verb} ${full(draft, theme.leading!, theme.relation!, { about: false })}.`
      : theme.relation === 'amends'
        ? `Sửa đổi, bổ sung khoản ${random.int(1, 5)} Điều ${random.int(2, 9)} của ${brief(draft, theme.leading!, 'amends')} như sau: “${first}”`
        : theme.relation === 'replaces'
          ? `Bãi bỏ ${full(draft, theme.leading!, 'replaces', { about: false })}.`
          : `${first} ${second}`;
  const middle = theme.leading === null ? others.map((rule, index) => `Điều ${index + 2}. ${rule}`) : [];
  const next = middle.length + 2;
  const leaders = random.some(office.under, 2).map((body, index) => (index === 0 ? body : inside(body)));
  const carry = duty(draft, `${leaders.join(', ')} chịu trách nhiệm thi hành ${own}.`, { assignees: leaders });
  const replaced = theme.leading === null && random.chance(0.5) ? ` và thay thế ${full(draft, former, 'replaces', { about: false })}` : '';
  return [
    ...(code === 'QĐi' || code === 'QC' ? [] : [draft.speaker.toUpperCase()]),
    ...grounds(draft),
    decides,
    `Điều 1. ${opening}`,
    ...middle,
    `Điều ${next}. ${carry}`,
    `Điều ${next + 1}. ${own} có hiệu lực kể từ ngày ký${replaced}.`,
  ];
}

function submission(draft: Draft): string[] {
  const { random, breadth, references } = draft;
  return [
    `Kính gửi: ${random.pick(draft.office.above).replace(/ \(.*$/u, '')}.`,
    `Căn cứ ${full(draft, random.pick(references), 'basis')};`,
    ...times(random.int(1, 3) * breadth, () => paragraph(draft)),
    `Trên đây là nội dung về ${random.pick(draft.topic.about)}, ${draft.speaker} kính trình xem xét, cho ý kiến.`,
  ];
}

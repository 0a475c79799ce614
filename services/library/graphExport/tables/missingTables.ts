import type { Column } from '../../export/table.ts';
import type { MissingWork, MissingWorks, WayOfNaming } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { levelName } from '../wording.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';
import { workColumns } from './works.ts';

interface SaidOf {
  readonly work: MissingWork;
  readonly way: WayOfNaming;
}

const useColumns: readonly Column<MissingWork>[] = [
  { heading: 'Số văn bản dẫn chiếu', width: 10, as: 'count', cell: ({ use }) => use.links },
  { heading: 'Trong đó thực hiện, căn cứ', width: 12, as: 'count', cell: ({ use }) => use.grounds },
  { heading: 'Trong đó có trong kho', width: 12, as: 'count', cell: ({ use }) => use.held },
  {
    heading: 'Theo cấp',
    width: 34,
    as: 'text',
    cell: ({ use }) => use.levels.map(({ level, works }) => `${levelName(level) ?? 'Không rõ'}: ${works}`).join('; ') || null,
  },
  { heading: 'Theo nơi', width: 40, as: 'text', cell: ({ use }) => placesOf(use) },
];

function placesOf({ places, placesMore }: MissingWork['use']): string | null {
  const named = places.map(({ place, works }) => `${place}: ${works}`);
  return [...named, ...(placesMore === 0 ? [] : [`và ${placesMore} nơi khác`])].join('; ') || null;
}

const saidColumns: readonly Column<SaidOf>[] = [
  { heading: 'Số, ký hiệu', width: 18, as: 'text', cell: ({ work }) => work.key },
  { heading: 'Được nêu là', width: 18, as: 'text', cell: ({ way }) => way.key },
  { heading: 'Phạm vi nêu', width: 20, as: 'text', cell: ({ way }) => way.scope },
  { heading: 'Nhiệm kỳ nêu', width: 14, as: 'text', cell: ({ way }) => way.term },
  { heading: 'Ngày nêu', width: 12, as: 'day', cell: ({ way }) => way.date },
  { heading: 'Trích yếu nêu', width: 60, as: 'text', cell: ({ way }) => way.title },
  { heading: 'Cơ quan nêu', width: 30, as: 'text', cell: ({ way }) => way.issuer },
  { heading: 'Số văn bản nêu', width: 10, as: 'count', cell: ({ way }) => way.documents },
  { heading: 'Tệp nêu', width: 50, as: 'text', cell: ({ way }) => way.speakers.map(({ name }) => name).join('; ') || null },
  { heading: 'Mã trong chuỗi', width: 28, as: 'text', cell: ({ work }) => work.id },
];

/** The documents to obtain as tables: the works, what is said of each and by whom, and what is to be known of the file. */
export function missingTables(
  { works, total }: MissingWorks,
  addresses: ReadonlyMap<string, string>,
  about: About,
): readonly [Table, ...Table[]] {
  const [first, second, third, ...rest] = workColumns<MissingWork>(addresses).filter(({ heading }) => heading !== 'Trong kho');
  const left = total - works.length;
  return [
    tableOf('Cần tìm', [first!, second!, third!, ...useColumns, ...rest], works),
    tableOf(
      'Được nêu',
      saidColumns,
      works.flatMap((work) => work.said.map((way) => ({ work, way }))),
    ),
    noteTable(about, { leftOut: left > 0 ? `Tệp này có ${works.length} trong số ${total} văn bản.` : null, findings: [], findingsMore: 0 }),
  ];
}

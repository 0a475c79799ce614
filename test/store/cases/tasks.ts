import type { TaskFilter } from '#services/store/port.ts';
import { stored, task } from '../../support/record.ts';

const oneOff = (end: string) => ({ end, recurs: null });

export const collection = [
  stored('a', 'Kế hoạch', {
    tasks: [
      task('a0', { assignees: ['Ban Tuyên giáo Tỉnh ủy', 'Tỉnh đoàn'], deadlines: [oneOff('2023-06-30')] }),
      task('a1', { assignees: ['Các cấp ủy'], deadlines: [{ end: null, recurs: 'yearly' }] }),
      task('a2', { assignees: ['Văn phòng'] }),
    ],
  }),
  stored('b', 'Chương trình', {
    tasks: [
      task('b0', { assignees: ['Ban Tuyên giáo Huyện uỷ'], deadlines: [oneOff('2023-03-22'), oneOff('2024-12-31')] }),
      task('b1', { assignees: ['Tỉnh đoàn', 'Ban Tuyên truyền'], deadlines: [oneOff('2023-06-30'), { end: null, recurs: 'quarterly' }] }),
    ],
  }),
  stored('c', 'Thông báo'),
];

/** Filters, and the texts of the tasks that must be listed, in this order. */
export const taskCases: readonly { readonly name: string; readonly filter: TaskFilter; readonly texts: readonly string[] }[] = [
  { name: 'all, the earliest last day first, those without one last', filter: {}, texts: ['b0', 'a0', 'b1', 'a1', 'a2'] },
  { name: 'by assignee', filter: { assignee: 'Ban Tuyên giáo' }, texts: ['b0', 'a0'] },
  { name: 'by assignee without accents', filter: { assignee: 'tuyen giao' }, texts: ['b0', 'a0'] },
  { name: 'by assignee, accents on some words', filter: { assignee: 'ban tuyên giao' }, texts: ['b0', 'a0'] },
  { name: 'by assignee, either placement of the tone', filter: { assignee: 'cấp uỷ' }, texts: ['a1'] },
  { name: 'by assignee, with another tone', filter: { assignee: 'Ban Tuyến giáo' }, texts: [] },
  { name: 'by assignee, not with half a word', filter: { assignee: 'tuyen gia' }, texts: [] },
  { name: 'by assignee, not with words of two names', filter: { assignee: 'Tỉnh ủy Tỉnh đoàn' }, texts: [] },
  { name: 'from a day on, itself included', filter: { from: '2023-06-30' }, texts: ['a0', 'b1', 'b0'] },
  { name: 'up to a day, itself included', filter: { to: '2023-06-30' }, texts: ['b0', 'a0', 'b1'] },
  { name: 'in a period: one deadline must lie in it', filter: { from: '2023-07-01', to: '2024-06-30' }, texts: [] },
  { name: 'by document', filter: { document: 'a' }, texts: ['a0', 'a1', 'a2'] },
  { name: 'by rhythm', filter: { recurs: 'yearly' }, texts: ['a1'] },
  {
    name: 'by all together',
    filter: { assignee: 'tinh doan', from: '2023-01-01', to: '2023-12-31', document: 'b', recurs: 'quarterly' },
    texts: ['b1'],
  },
  { name: 'of an unknown document', filter: { document: 'nobody' }, texts: [] },
];

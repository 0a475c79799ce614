import type { RelationKind } from '#ingest/model/relation.ts';
import { placeOf } from '#services/works/place.ts';
import type { AuditRequest } from '../audit/audit.ts';
import type { CascadeRequest } from '../chains/cascade.ts';
import type { ChainFilter } from '../chains/filter.ts';
import type { MatrixRequest } from '../chains/matrix.ts';
import type { MissingRequest } from '../chains/missing.ts';
import type { PathsRequest } from '../chains/paths.ts';
import type { TraceRequest } from '../chains/trace.ts';
import { levelNames } from '../export/columns.ts';
import { dayName, kindName } from './wording.ts';

/** What was asked, in Vietnamese, for the heads of files. */

const directions: Readonly<Record<TraceRequest['direction'], string>> = {
  up: 'các văn bản làm cơ sở',
  down: 'các văn bản phát sinh',
  both: 'các văn bản làm cơ sở và các văn bản phát sinh',
};

export function traceAsked({ of, direction, depth, within, ...filter }: TraceRequest): readonly string[] {
  return [`Chuỗi văn bản quanh ${of}: ${directions[direction]}, tối đa ${depth} bước`, ...narrowedBy(filter), ...placed(within)];
}

export function pathsAsked({ first, second, steps, ...filter }: PathsRequest): readonly string[] {
  return [`Các chuỗi văn bản nối ${first} với ${second}${steps === undefined ? '' : `, tối đa ${steps} bước`}`, ...narrowedBy(filter)];
}

export function cascadeAsked({ of, depth, within, ...filter }: CascadeRequest): readonly string[] {
  return [`Cây văn bản triển khai ${of}${depth === undefined ? '' : `, tối đa ${depth} bước`}`, ...narrowedBy(filter), ...placed(within)];
}

export function missingAsked({ level, type, within, least }: MissingRequest): readonly string[] {
  return [
    'Các văn bản được nhắc đến mà không có trong kho',
    ...(level === undefined ? [] : [`Cấp ban hành: ${levelNames[level]}`]),
    ...(type === undefined ? [] : [`Loại văn bản: ${type}`]),
    ...placed(within),
    ...(least === undefined || least === 1 ? [] : [`Được nhắc ít nhất ${least} lần`]),
  ];
}

export function matrixAsked({ directives, units, levels, within, depth, ...filter }: MatrixRequest): readonly string[] {
  return [
    `Các đơn vị đã ban hành gì để thực hiện: ${directives.join('; ')}`,
    ...(units === undefined ? [] : [`Đơn vị được hỏi: ${units.join('; ')}`]),
    ...(levels === undefined ? [] : [`Cấp: ${levels.map((level) => levelNames[level]).join(', ')}`]),
    ...placed(within),
    ...(depth === undefined ? [] : [`Tối đa ${depth} bước`]),
    ...narrowedBy(filter),
  ];
}

export function auditAsked({
  codes,
  severity,
  document,
  work,
}: Pick<AuditRequest, 'codes' | 'severity' | 'document' | 'work'>): readonly string[] {
  return [
    'Những điểm mâu thuẫn hoặc bất thường trong kho',
    ...(codes === undefined ? [] : [`Chỉ các loại: ${codes.join(', ')}`]),
    ...(severity === undefined ? [] : [`Mức độ: ${severity === 'warning' ? 'cảnh báo' : 'thông tin'}`]),
    ...(document === undefined ? [] : [`Văn bản trong kho: ${document}`]),
    ...(work === undefined ? [] : [`Văn bản: ${work}`]),
  ];
}

function narrowedBy({ relations, from, to }: ChainFilter): readonly string[] {
  const kinds = (relations ?? []).map((kind: RelationKind) => kindName(kind));
  const bounds = [...(from === undefined ? [] : [`từ ngày ${dayName(from)}`]), ...(to === undefined ? [] : [`đến ngày ${dayName(to)}`])];
  return [
    ...(kinds.length === 0 ? [] : [`Chỉ các quan hệ: ${kinds.join('; ')}`]),
    ...(bounds.length === 0 ? [] : [`Văn bản nêu quan hệ ban hành ${bounds.join(' ')}`]),
  ];
}

function placed(within: string | undefined): readonly string[] {
  if (within === undefined) return [];
  const line = placeOf(within).line.map(({ scope, side, on }) => `${scope} ${side === 'before' ? 'trước' : 'từ'} ngày ${dayName(on)}`);
  return [`Trong phạm vi: ${within}${line.length === 0 ? '' : `, gồm cả ${line.join('; ')}`}`];
}

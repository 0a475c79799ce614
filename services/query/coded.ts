import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';
import { fold } from '#services/analysis/folding.ts';
import { type Level, levels } from '#services/analysis/level.ts';
import { type Holding, holdings } from './query.ts';

/** Words for the values of coded features, and what they stand for. */
export interface CodedNames<Value extends string> {
  /** Values that these words name, empty where they name none. */
  values(typed: string): readonly Value[];
  /** What proposals are taken from. */
  readonly names: readonly string[];
}

const closed = (name: string) => name.normalize('NFC').replace(/\s+/gu, '').toLowerCase();

/** Names with their values; with accents the name of that spelling is meant, without them every one that reads so. */
function coded<Value extends string>(rows: readonly (readonly [name: string, value: Value])[]): CodedNames<Value> {
  const exact = new Map<string, Set<Value>>();
  const folded = new Map<string, Set<Value>>();
  const put = (map: Map<string, Set<Value>>, key: string, value: Value) => map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const [name, value] of rows) {
    put(exact, closed(name), value);
    put(folded, fold(closed(name)), value);
  }
  return {
    values: (typed) => {
      const key = closed(typed);
      return [...((key === fold(key) ? undefined : exact.get(key)) ?? folded.get(fold(key)) ?? [])];
    },
    names: rows.map(([name]) => name),
  };
}

const typeRows = documentTypes.flatMap(({ code, names, symbols }) =>
  [code, ...(symbols ?? []), ...names].map((name): readonly [string, string] => [name, code]),
);
const byTypeName = coded(typeRows);

/** Types of documents by code ("KL", "qd") or name ("kết luận", "ket luan"). A code typed as it is printed is that code alone. */
export const typeNames: CodedNames<string> = {
  values: (typed) => {
    const proper = documentTypes.filter(({ code }) => code === typed.normalize('NFC'));
    return proper.length > 0 ? proper.map(({ code }) => code) : byTypeName.values(typed);
  },
  names: byTypeName.names,
};

const levelWords: Readonly<Record<Level, readonly string[]>> = {
  central: ['trung ương', 'TW', 'central'],
  province: ['tỉnh', 'thành phố', 'province'],
  district: ['huyện', 'quận', 'thị xã', 'district'],
  base: ['cơ sở', 'xã', 'phường', 'thị trấn', 'đặc khu', 'chi bộ', 'base'],
};
export const levelNames: CodedNames<Level> = coded(
  levels.flatMap((level) => levelWords[level].map((name): readonly [string, Level] => [name, level])),
);

const holdingWords: Readonly<Record<Holding, readonly string[]>> = {
  tasks: ['nhiệm vụ', 'tasks', 'task'],
  deadlines: ['thời hạn', 'hạn', 'deadlines', 'deadline'],
  citations: ['dẫn chiếu', 'trích dẫn', 'viện dẫn', 'citations', 'citation'],
  signatures: ['chữ ký', 'signatures', 'signature'],
  findings: ['cảnh báo', 'findings', 'finding'],
};
export const holdingNames: CodedNames<Holding> = coded(
  holdings.flatMap((what) => holdingWords[what].map((name): readonly [string, Holding] => [name, what])),
);

import type { Store } from '#services/store/port.ts';
import { type AuditRequest, audit } from '../audit/audit.ts';
import { type CascadeRequest, cascade } from '../chains/cascade.ts';
import { type MatrixRequest, matrix } from '../chains/matrix.ts';
import { type MissingRequest, missing } from '../chains/missing.ts';
import { type PathsRequest, paths } from '../chains/paths.ts';
import { type TraceRequest, trace } from '../chains/trace.ts';
import type { AuditFinding, Graph, WorkView } from '../shapes.ts';
import { auditAsked, cascadeAsked, matrixAsked, missingAsked, pathsAsked, traceAsked } from './asking.ts';
import { graphOfCascade, graphOfPaths } from './chainGraph.ts';
import type { About } from './graphFile.ts';
import { auditTables } from './tables/auditTables.ts';
import { cascadeTables } from './tables/cascadeTables.ts';
import { graphTables } from './tables/graphTables.ts';
import { matrixTables } from './tables/matrixTables.ts';
import { missingTables } from './tables/missingTables.ts';
import { pathTables } from './tables/pathTables.ts';
import type { Table } from './tables/table.ts';

/** A question whose answer is wanted as a file. Those whose answer is no graph have formats of tables alone. */
export type ChainQuestion =
  | { readonly about: 'graph'; readonly request: TraceRequest }
  | { readonly about: 'paths'; readonly request: PathsRequest }
  | { readonly about: 'cascade'; readonly request: CascadeRequest }
  | { readonly about: 'missing'; readonly request: MissingRequest }
  | { readonly about: 'matrix'; readonly request: MatrixRequest & { readonly size: number } }
  | { readonly about: 'audit'; readonly request: FindingsAsked };

/** Findings of the collection from the first on, at most `size`. */
export type FindingsAsked = Omit<AuditRequest, 'after' | 'counts'>;

/** An answer as far as files are made of it. */
export interface ChainAnswer {
  /** The answer as the API gives it. */
  readonly whole: unknown;
  /** Works that the question could mean; where there are any, there is no answer. `choicesOther` are those of the second end. */
  readonly choices: readonly WorkView[];
  readonly choicesOther: readonly WorkView[];
  readonly works: readonly WorkView[];
  /** Null where the answer is no graph. */
  readonly graph: Graph | null;
  readonly tables: (addresses: ReadonlyMap<string, string>, about: About) => readonly [Table, ...Table[]];
  readonly asked: readonly string[];
  /** What the file is named for. */
  readonly name: string;
  /** True where there is more than the answer tells. */
  readonly cut: boolean;
}

const unambiguous = { choices: [], choicesOther: [] };

/** @throws Failure as the question does. */
export async function answered(index: Store, { about, request }: ChainQuestion): Promise<ChainAnswer> {
  switch (about) {
    case 'graph': {
      const graph = await trace(index, request);
      return {
        ...{ whole: graph, ...unambiguous, choices: graph.choices, works: graph.nodes, graph, cut: graph.truncated },
        ...{ asked: traceAsked(request), name: `chuỗi ${request.of}` },
        tables: (addresses, about) => graphTables({ graph, addresses, about }),
      };
    }
    case 'paths': {
      const found = await paths(index, request);
      const { works, truncated, choicesFrom, choicesTo } = found;
      return {
        ...{ whole: found, choices: choicesFrom, choicesOther: choicesTo, works, graph: graphOfPaths(found), cut: truncated },
        ...{ asked: pathsAsked(request), name: `chuỗi ${request.first} ${request.second}` },
        tables: (addresses, about) => pathTables(found, addresses, about),
      };
    }
    case 'cascade': {
      const tree = await cascade(index, request);
      return {
        ...{ whole: tree, ...unambiguous, choices: tree.choices, works: tree.entries, graph: graphOfCascade(tree), cut: tree.truncated },
        ...{ asked: cascadeAsked(request), name: `cây ${request.of}` },
        tables: (addresses, about) => cascadeTables(tree, addresses, about),
      };
    }
    case 'missing': {
      const list = await missing(index, request);
      const { works, total } = list;
      return {
        ...{ whole: list, ...unambiguous, works, graph: null, cut: request.from + works.length < total },
        ...{ asked: missingAsked(request), name: 'văn bản cần tìm' },
        tables: (addresses, about) => missingTables(list, addresses, about),
      };
    }
    case 'matrix': {
      const found = await matrix(index, request);
      const { offset = 0, size } = request;
      return {
        ...{ whole: found, choicesOther: [], choices: found.choices.flatMap(({ choices }) => choices), graph: null },
        works: [...found.works, ...found.columns.map(({ work }) => work)],
        ...{ asked: matrixAsked(request), name: 'ma trận', cut: found.truncated || offset + size < found.total },
        tables: (addresses, about) => matrixTables(found, { offset, size }, addresses, about),
      };
    }
    case 'audit': {
      const { findings, cut } = await everyFinding(index, request);
      return {
        ...{
          whole: { findings, truncated: cut },
          ...unambiguous,
          works: [],
          graph: null,
          cut,
          asked: auditAsked(request),
          name: 'kiểm tra',
        },
        tables: (_addresses, about) => auditTables(findings, cut, about),
      };
    }
  }
}

/** Most findings of one page. */
const mostOfPage = 500;

async function everyFinding(index: Store, { size, ...asked }: FindingsAsked): Promise<{ findings: AuditFinding[]; cut: boolean }> {
  const findings: AuditFinding[] = [];
  let after: string | undefined;
  do {
    const page = await audit(index, { ...asked, after, size: Math.min(mostOfPage, size - findings.length) });
    findings.push(...page.findings);
    after = page.next ?? undefined;
  } while (after !== undefined && findings.length < size);
  return { findings, cut: after !== undefined };
}

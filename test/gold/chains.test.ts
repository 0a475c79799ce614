import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '#ingest/ingest.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { audit } from '#services/library/audit/audit.ts';
import { knownSymbol } from '#services/library/chains/known.ts';
import { matrix } from '#services/library/chains/matrix.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import { everyLink, type Statement } from '#services/works/link.ts';
import type { Work } from '#services/works/work.ts';
import { isHere, samples, shared } from '../../scripts/evaluate/collections.ts';
import { noEngine } from '../support/engine.ts';
import { storeHolding } from '../support/storeHolding.ts';
import {
  type ExpectedCell,
  type ExpectedFinding,
  type ExpectedLink,
  keptApart,
  keptApartInSamples,
  sampleCells,
  sampleFindings,
  sampleLinks,
  sharedCells,
  sharedFindings,
  sharedLinks,
  sharedShortNames,
  type WorkNamed,
} from './chains.expected.ts';

/** What a reader finds in the texts of the samples and the shared corpus about chains must all be found, whatever else is. */
const hasShared = isHere(shared);
const skipped = hasShared ? '' : ' (its texts are not on this machine: skipped)';

let index: Store;
const records = new Map<string, { readonly id: string; readonly record: DocumentRecord }>();

beforeAll(async () => {
  const documents: StoredDocument[] = [];
  const paths = [shared, samples].flatMap(({ files }) => globSync(files).sort());
  for (const [at, path] of paths.entries()) {
    const record = await ingest({ name: basename(path), bytes: readFileSync(path) });
    const id = (at + 1).toString(16).padStart(16, '0');
    records.set(basename(path), { id, record });
    documents.push({ id, revision: 1, source: path, versions: [], record });
  }
  index = await storeHolding(documents);
}, 120_000);
afterAll(() => index.close());

function fileCalled(beginning: string): { readonly id: string; readonly record: DocumentRecord } {
  const found = [...records].filter(([name]) => name.startsWith(beginning));
  if (found.length !== 1) throw new Error(`${found.length} files begin with ${beginning}`);
  return found[0]![1];
}

async function workNamed(named: WorkNamed): Promise<Work> {
  const worksUnder = async (symbol: string) => (await knownSymbol(index, symbol)).works;
  if (typeof named !== 'string') {
    const { id } = fileCalled(named.by);
    return only((await worksUnder(named.of)).filter((work) => work.id.startsWith(`${named.of}@?${id}@`)));
  }
  if (named.includes('@')) return only((await worksUnder(named.split('@', 1)[0]!)).filter(({ id }) => id === named));
  const { id, record } = fileCalled(named);
  const symbol = record.identity.key?.replace(/^0+/u, '') ?? `doc:${id}`;
  return only((await worksUnder(symbol)).filter(({ held }) => held.includes(id)));

  function only(works: readonly Work[]): Work {
    if (works.length !== 1) throw new Error(`${works.length} works are ${JSON.stringify(named)}`);
    return works[0]!;
  }
}

async function statementsUp(work: Work): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  let after: string | undefined;
  do {
    const page = await index.statements({
      ...{ work: work.id, direction: 'up', filter: everyLink, size: 500 },
      ...(after === undefined ? {} : { after }),
    });
    statements.push(...page.statements);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return statements;
}

const nameOf = (named: WorkNamed) => (typeof named === 'string' ? named : `${named.of} of ${named.by}`);
const linkName = ({ from, relation, to, stated }: ExpectedLink) => `${nameOf(from)} ${relation} ${nameOf(to)}, says ${stated.join(', ')}`;

async function meets({ from, relation, to, stated, open }: ExpectedLink): Promise<void> {
  const [acting, meant] = [await workNamed(from), await workNamed(to)];
  const possible = open === true ? meant.maybe.map(({ work }) => work) : [];
  const all = (await statementsUp(acting)).filter((statement) => statement.to === meant.id || possible.includes(statement.to));
  for (const beginning of stated) {
    const { id } = fileCalled(beginning);
    const said = all.filter(({ witness }) => witness.document === id);
    expect(
      said.map(({ witness }) => witness.relation),
      `what ${beginning} says`,
    ).toContain(relation);
    const witness = said.find((one) => one.witness.relation === relation)!.witness;
    expect(witness.quote.length).toBeGreaterThan(10);
    expect(witness.own).toBe(acting.held.includes(id));
  }
}

async function areApart(one: WorkNamed, other: WorkNamed): Promise<void> {
  const [a, b] = [await workNamed(one), await workNamed(other)];
  expect(a.id).not.toBe(b.id);
  expect(a.maybe.map(({ work }) => work)).not.toContain(b.id);
}

async function shows({ unit, directive, answer }: ExpectedCell): Promise<void> {
  const { rows } = await matrix(index, { directives: [directive], size: 500 });
  const row = rows.find(({ unit: { id } }) => id === unit);
  expect(row, `${unit} among ${rows.map(({ unit: { id } }) => id).join(', ')}`).toBeDefined();
  const [cell] = row!.cells;
  if (answer === null) {
    expect(cell!.state).toBe('silent');
    return;
  }
  expect(cell).toMatchObject({ state: 'held', days: answer.days, reviewed: answer.reviewed });
  expect(cell!.answers.map(({ work }) => work)).toContain(answer.work);
}

const brief = ({ code, work, sides }: ExpectedFinding) => ({ code, work, sides: typeof sides === 'number' ? sides : [...sides].sort() });

describe.skipIf(noEngine)('chains of the samples', () => {
  it.each(sampleLinks.map((one) => [linkName(one), one] as const))('%s', async (_name, one) => await meets(one));
  it.each(keptApartInSamples)('%j and %j are two works', async (one, other) => await areApart(one, other));
  it.each(sampleCells.map((one) => [`${one.unit} × ${one.directive}`, one] as const))('matrix: %s', async (_name, one) => await shows(one));
});

describe.skipIf(!hasShared || noEngine)(`chains of the shared corpus${skipped}`, () => {
  it.each(sharedLinks.map((one) => [linkName(one), one] as const))('%s', async (_name, one) => await meets(one));
  it.each(keptApart)('%j and %j are two works', async (one, other) => await areApart(one, other));
  it.each(sharedCells.map((one) => [`${one.unit} × ${one.directive}`, one] as const))('matrix: %s', async (_name, one) => await shows(one));

  it.each(sharedShortNames)('%s goes by the short name %s for %s', (file, alias, key) => {
    const { record } = fileCalled(file);
    expect(record.aliases).toMatchObject([{ alias, for: key }]);
    const forms = record.citations.find((citation) => citation.key === key)!.occurrences.map(({ form }) => form);
    expect(forms).toContain('alias');
  });
});

describe.skipIf(noEngine)('the audit of all texts that are here', () => {
  it('finds what a reader finds, and nothing else', async () => {
    const { findings, next } = await audit(index, { size: 500 });
    expect(next).toBeNull();
    const expected = [...sampleFindings, ...(hasShared ? sharedFindings : [])];
    const isValued = ({ code }: { code: string }) => code === 'other-date' || code === 'other-issuer';
    const found = findings.map(({ code, works, sides }) =>
      brief({ code, work: works[0] ?? '', sides: isValued({ code }) ? sides.map(({ value }) => value ?? '') : sides.length }),
    );
    const inOrder = (list: typeof found) => list.toSorted((a, b) => (`${a.code} ${a.work}` < `${b.code} ${b.work}` ? -1 : 1));
    expect(inOrder(found)).toEqual(inOrder(expected.map(brief)));
    for (const { sides } of findings) for (const { quotes } of sides) expect(quotes.length).toBeGreaterThan(0);
  });
});

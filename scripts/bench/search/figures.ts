/** The value below which this part of the values lies. */
export function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const p50 = (values: readonly number[]) => at(values, 0.5);
export const p99 = (values: readonly number[]) => at(values, 0.99);

export const print = (line = '') => process.stdout.write(`${line}\n`);
export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** One figure with what is wanted of it. */
export function told(what: string, value: string, wanted: string): void {
  print(`${what.padEnd(66)} ${value.padStart(12)}   wanted: ${wanted}`);
}

/** Times of one question asked two ways, in milliseconds. */
export interface Row {
  readonly kind: string;
  readonly ours: number[];
  readonly bare: number[];
}

/** A line for each kind of question and one for all. */
export function table(title: string, bareName: string, rows: readonly Row[]): void {
  print(`${title.padEnd(36)} ours: p50      p99   ${bareName}: p50      p99    ratio p50   p99`);
  for (const [kind, some] of [...Map.groupBy(rows, (row) => row.kind), ['all', rows] as const]) {
    const [ours, bare] = [some.flatMap((row) => row.ours), some.flatMap((row) => row.bare)];
    const cells = [p50(ours), p99(ours)].map((time) => time.toFixed(2).padStart(8));
    const others = [p50(bare), p99(bare)].map((time) => time.toFixed(2).padStart(8));
    const ratios = [p50(ours) / p50(bare), p99(ours) / p99(bare)].map((ratio) => ratio.toFixed(2).padStart(6));
    print(
      `${`${kind} (${some.length})`.padEnd(36)}  ${cells.join(' ')}   ${' '.repeat(bareName.length)}${others.join(' ')}      ${ratios.join(' ')}`,
    );
  }
}

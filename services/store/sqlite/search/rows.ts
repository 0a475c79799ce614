/** Sets of documents as ascending lists of rows. None of these functions writes to what it is given. */
export type Rows = Int32Array;

export const noRows: Rows = new Int32Array(0);

/** The first place from `from` on whose row is at least `row`: in growing steps, then between the last two. */
export function firstFrom(rows: Rows, row: number, from: number): number {
  if (from >= rows.length || (rows[from] as number) >= row) return from;
  let low = from;
  let step = 1;
  while (low + step < rows.length && (rows[low + step] as number) < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, rows.length);
  low++;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 1 where the first row is less, else 0: which of two lists goes on is not to be foreseen, so that a choice between branches takes longer than reckoning. */
export const isLess = (a: number, b: number) => (a - b) >>> 31;

/** Where one list has many times more rows than the other, it is stepped through in leaps. */
const leap = 16;

export function both(a: Rows, b: Rows): Rows {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const found = new Int32Array(few.length);
  let length = 0;
  if (few.length * leap < many.length) {
    for (let at = 0, other = 0; at < few.length; at++) {
      const row = few[at] as number;
      other = firstFrom(many, row, other);
      if (other === many.length) break;
      if (many[other] === row) found[length++] = row;
    }
  } else {
    for (let at = 0, other = 0; at < few.length && other < many.length; ) {
      const left = few[at] as number;
      const right = many[other] as number;
      const [before, after] = [isLess(left, right), isLess(right, left)];
      found[length] = left;
      length += 1 - before - after;
      at += 1 - after;
      other += 1 - before;
    }
  }
  return found.subarray(0, length);
}

export function either(a: Rows, b: Rows): Rows {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const found = new Int32Array(a.length + b.length);
  let length = 0;
  let at = 0;
  let other = 0;
  while (at < a.length && other < b.length) {
    const left = a[at] as number;
    const right = b[other] as number;
    const [before, after] = [isLess(left, right), isLess(right, left)];
    found[length++] = left * (1 - after) + right * after;
    at += 1 - after;
    other += 1 - before;
  }
  const rest = at < a.length ? a.subarray(at) : b.subarray(other);
  found.set(rest, length);
  return found.subarray(0, length + rest.length);
}

/** What is in `a` and not in `b`. */
export function without(a: Rows, b: Rows): Rows {
  if (b.length === 0) return a;
  const found = new Int32Array(a.length);
  let length = 0;
  let other = 0;
  for (let at = 0; at < a.length; at++) {
    const row = a[at] as number;
    other = firstFrom(b, row, other);
    if (b[other] !== row) found[length++] = row;
  }
  return found.subarray(0, length);
}

/** Any of many lists. */
export function anyOf(lists: readonly Rows[]): Rows {
  let left = lists.filter((list) => list.length > 0);
  while (left.length > 1) {
    const next: Rows[] = [];
    for (let at = 0; at < left.length; at += 2) next.push(either(left[at] ?? noRows, left[at + 1] ?? noRows));
    left = next;
  }
  return left[0] ?? noRows;
}

/** What stands in at least so many of these lists (one at the least), all rows of which are below `size`. */
export function severalOf(lists: readonly Rows[], least: number, size: number): Rows {
  if (least <= 1) return anyOf(lists);
  if (least > lists.length) return noRows;
  const counts = new Uint16Array(size);
  for (const list of lists)
    for (let at = 0; at < list.length; at++) counts[list[at] as number] = (counts[list[at] as number] as number) + 1;
  return anyOf(lists).filter((row) => (counts[row] as number) >= least);
}

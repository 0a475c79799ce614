import type { Hop, HopAnswer } from '#services/works/walk.ts';
import { type Arcs, arcOrder, objectOf, subjectOf } from './arcs.ts';
import type { Current } from './catchUp.ts';
import type { Run } from './lists.ts';
import { eachArcOf, type Passes, pushRunsOf } from './passing.ts';
import { noWork } from './resolve.ts';

/** Which works a walk has met. */
export interface Met {
  has(work: number): boolean;
  add(work: number): void;
  delete(work: number): void;
}

/** Works that links lead to from the works of the last step. What it finds is entered in `met`. */
export function hop(current: Current, passes: Passes, met: Met, { frontier, step, room }: Hop<number>): HopAnswer<number> {
  const { arcs, work } = current.graph;
  const [side, farOf] = step === -1 ? (['up', objectOf] as const) : (['down', subjectOf] as const);
  const found: number[] = [];
  const visit = (arc: number): boolean => {
    if (!passes(arc)) return true;
    const other = work[farOf(arcs, arc)] ?? noWork;
    if (other === noWork || met.has(other)) return true;
    if (found.length === room) return false;
    met.add(other);
    found.push(other);
    return true;
  };
  if (frontier.every((near) => eachArcOf(current, near, side, visit))) return { found, more: false };
  for (const one of found) met.delete(one);
  if (room === 0) return { found: [], more: true };
  const runs: Run[] = [];
  for (const near of frontier) pushRunsOf(current, near, side, runs);
  return { found: firstFound(current, passes, met, runs, farOf, room), more: true };
}

/** Of more works than there is room for those that are stated first: the lists are merged until enough are found. */
function firstFound(
  current: Current,
  passes: Passes,
  met: Met,
  runs: Run[],
  farOf: (arcs: Arcs, arc: number) => number,
  room: number,
): number[] {
  const { arcs, work, labels } = current.graph;
  const compare = arcOrder(arcs, labels);
  const otherOf = (arc: number) => work[farOf(arcs, arc)] ?? noWork;
  const isNew = (work: number) => work !== noWork && !met.has(work);
  const first = ({ list, at }: Run) => list[at] as number;
  /** Goes on to the next that leads to a new work; false at the end of the list. */
  const advance = (run: Run): boolean => {
    while (run.at < run.end && !(passes(first(run)) && isNew(otherOf(first(run))))) run.at++;
    return run.at < run.end;
  };
  const before = (a: Run, b: Run) => compare(first(a), first(b)) < 0;
  const heap = runs.filter(advance);
  for (let place = (heap.length >>> 1) - 1; place >= 0; place--) sink(heap, place, before);
  const found: number[] = [];
  while (heap.length > 0 && found.length < room) {
    const top = heap[0] as Run;
    const other = otherOf(first(top));
    if (isNew(other)) {
      met.add(other);
      found.push(other);
    }
    if (!advance(top)) {
      const last = heap.pop() as Run;
      if (heap.length === 0) break;
      heap[0] = last === top ? (heap[0] as Run) : last;
    }
    sink(heap, 0, before);
  }
  return found;
}

/** Puts an item of a heap where it belongs among those below it. */
function sink<T>(heap: T[], from: number, before: (a: T, b: T) => boolean): void {
  const item = heap[from] as T;
  let place = from;
  for (;;) {
    let below = place * 2 + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && before(heap[below + 1] as T, heap[below] as T)) below++;
    if (!before(heap[below] as T, item)) break;
    heap[place] = heap[below] as T;
    place = below;
  }
  heap[place] = item;
}

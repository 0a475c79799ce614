import { box, type Placed } from './layout.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
/** Where an arrow leaves one box and meets another. `bows`: both lie in one row, and the arrow goes over what is between. */
export interface Ports {
  readonly start: Point;
  readonly end: Point;
  readonly bows: boolean;
  /** Which of the arrows that leave its side of the box it is, from 0. */
  readonly place: number;
}

/** The ports of edges, in their order: on each side of a box spread over its width in the order of the other ends, so that arrows do not lie on one another. */
export function portsOf(
  edges: readonly { readonly from: string; readonly to: string }[],
  placed: ReadonlyMap<string, Placed>,
): readonly Ports[] {
  const sides = new Map<string, { readonly edge: number; readonly end: 'start' | 'end'; readonly towards: number }[]>();
  const ends = edges.map(({ from, to }, edge) => {
    const [a, b] = [placed.get(from)!, placed.get(to)!];
    // Of boxes in one row, and of a box and itself, arrows leave and meet the upper sides.
    const startOn = a.y >= b.y ? 'top' : 'bottom';
    const endOn = a.y > b.y ? 'bottom' : 'top';
    const enter = (id: string, on: string, end: 'start' | 'end', towards: number) => {
      const side = `${on} ${id}`;
      sides.set(side, [...(sides.get(side) ?? []), { edge, end, towards }]);
    };
    enter(from, startOn, 'start', b.x);
    enter(to, endOn, 'end', a.x);
    return { a, b, startOn, endOn };
  });
  const shares = edges.map(() => ({ start: 0.5, end: 0.5, place: 0 }));
  for (const side of sides.values()) {
    const ordered = side.toSorted((a, b) => a.towards - b.towards || a.edge - b.edge);
    for (const [at, { edge, end }] of ordered.entries()) {
      shares[edge]![end] = (at + 1) / (ordered.length + 1);
      if (end === 'start') shares[edge]!.place = at;
    }
  }
  return ends.map(({ a, b, startOn, endOn }, edge) => ({
    start: { x: Math.round(a.x + box.width * shares[edge]!.start), y: startOn === 'top' ? a.y : a.y + box.height },
    end: { x: Math.round(b.x + box.width * shares[edge]!.end), y: endOn === 'top' ? b.y : b.y + box.height },
    bows: a.y === b.y,
    place: shares[edge]!.place,
  }));
}

/**
 * The curve of an arrow (a cubic one) and where its name stands: where it leaves the box, in the free space between rows; names of neighbours in lines of their
 * own by turns.
 */
export function curveBetween({ start, end, bows, place }: Ports): { readonly path: string; readonly label: Point } {
  const bend = bows ? -28 : (end.y - start.y) / 2;
  const first = { x: start.x, y: start.y + bend };
  const second = { x: end.x, y: bows ? end.y + bend : end.y - bend };
  const isUpwards = bows || end.y < start.y;
  const away = 7 + (place % 3) * 12;
  return {
    path: `M${start.x} ${start.y}C${first.x} ${first.y} ${second.x} ${second.y} ${end.x} ${end.y}`,
    label: { x: start.x, y: isUpwards ? start.y - away : start.y + away + 7 },
  };
}

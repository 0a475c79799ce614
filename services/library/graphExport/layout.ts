/** A small layered layout: one layer a depth, the lowest depth on top; within it an order with few crossings, in rows that a reader can take in. Pixels. */

export interface Placed {
  readonly id: string;
  readonly depth: number;
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
}
export interface Layer {
  readonly depth: number;
  readonly y: number;
  readonly height: number;
}
export interface Layout {
  readonly placed: ReadonlyMap<string, Placed>;
  readonly layers: readonly Layer[];
  readonly width: number;
  readonly height: number;
}
export const box = { width: 196, height: 66 } as const;
const gap = { x: 26, row: 52, layer: 104 } as const;
/** Most boxes in a row; a fuller layer gets more rows. */
const mostInRow = 8;
const sweeps = 6;

export function layoutOf(
  nodes: readonly { readonly id: string; readonly depth: number }[],
  edges: readonly { readonly from: string; readonly to: string }[],
): Layout {
  const layers = orderedLayers(nodes, edges);
  const widest = Math.max(1, ...layers.map(({ ids }) => Math.min(mostInRow, ids.length)));
  const width = widest * (box.width + gap.x) - gap.x;
  const placed = new Map<string, Placed>();
  const bands: Layer[] = [];
  let y = 0;
  for (const { depth, ids } of layers) {
    const rows = rowsOf(ids);
    const height = rows.length * (box.height + gap.row) - gap.row;
    for (const [index, row] of rows.entries()) {
      const left = (width - (row.length * (box.width + gap.x) - gap.x)) / 2;
      for (const [at, id] of row.entries()) {
        placed.set(id, { id, depth, x: Math.round(left + at * (box.width + gap.x)), y: y + index * (box.height + gap.row) });
      }
    }
    bands.push({ depth, y, height });
    y += height + gap.layer;
  }
  return { placed, layers: bands, width, height: Math.max(0, y - gap.layer) };
}

/** Rows of nearly equal length. */
function rowsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / mostInRow);
  const length = Math.ceil(ids.length / count);
  return Array.from({ length: count }, (_, row) => ids.slice(row * length, (row + 1) * length));
}

/** Orders each layer by the middle of what its members are linked to (Sugiyama's barycentre), sweeping down and up; equals keep their order. */
function orderedLayers(
  nodes: readonly { readonly id: string; readonly depth: number }[],
  edges: readonly { readonly from: string; readonly to: string }[],
): { depth: number; ids: string[] }[] {
  const groups = Map.groupBy(nodes, ({ depth }) => depth);
  const layers = Array.from(groups, ([depth, of]) => ({ depth, ids: of.map(({ id }) => id) })).sort((a, b) => a.depth - b.depth);
  const depths = new Map(nodes.map(({ id, depth }) => [id, depth]));
  const linked = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (depths.get(from) === depths.get(to)) continue;
    linked.set(from, [...(linked.get(from) ?? []), to]);
    linked.set(to, [...(linked.get(to) ?? []), from]);
  }
  // Places as shares of the layer, so that layers of different length compare.
  const places = new Map<string, number>();
  const note = (ids: readonly string[]) => {
    for (const [at, id] of ids.entries()) places.set(id, (at + 0.5) / ids.length);
  };
  for (const { ids } of layers) note(ids);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : layers.toReversed()) {
      const wish = new Map(
        layer.ids.map((id) => {
          const others = (linked.get(id) ?? []).filter((other) =>
            down ? depths.get(other)! < layer.depth : depths.get(other)! > layer.depth,
          );
          const middle = others.reduce((sum, other) => sum + places.get(other)!, 0) / others.length;
          return [id, others.length === 0 ? places.get(id)! : middle];
        }),
      );
      layer.ids.sort((a, b) => wish.get(a)! - wish.get(b)!);
      note(layer.ids);
    }
  }
  return layers;
}

/** Groups of works each of which leads to every other of its group by links (strongly connected components of two or more), in the order of `ids`; linear time. */
export function rings(ids: readonly string[], links: readonly { readonly from: string; readonly to: string }[]): string[][] {
  const targets = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of links) if (targets.has(to)) targets.get(from)?.push(to);
  const found = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const all: string[][] = [];
  const enter = (id: string) => {
    found.set(id, found.size);
    low.set(id, found.get(id)!);
    open.push(id);
    isOpen.add(id);
    return { id, at: 0 };
  };
  const lower = (id: string, to: number) => low.set(id, Math.min(low.get(id)!, to));
  for (const start of ids) {
    if (found.has(start)) continue;
    // Tarjan's algorithm with a stack of its own: a chain of works may be longer than calls can nest.
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = targets.get(top.id)![top.at++];
      if (next !== undefined) {
        if (!found.has(next)) path.push(enter(next));
        else if (isOpen.has(next)) lower(top.id, found.get(next)!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.id, low.get(top.id)!);
      if (low.get(top.id) !== found.get(top.id)) continue;
      const group = open.splice(open.lastIndexOf(top.id));
      for (const id of group) isOpen.delete(id);
      if (group.length > 1) all.push(group);
    }
  }
  const place = new Map(ids.map((id, at) => [id, at]));
  const inOrder = (a: string, b: string) => place.get(a)! - place.get(b)!;
  return all.map((group) => group.sort(inOrder)).sort(([a], [b]) => inOrder(a!, b!));
}

import type { Store } from '#services/store/port.ts';
import { addressesFor } from './addresses.ts';
import { meantBy } from './chains/meant.ts';
import { viewsOf } from './chains/statements.ts';
import type { AddressedWork } from './shapes.ts';

/**
 * The works that `of` (an address, an id of a document or work, or a number in any written form) could mean, each with its address.
 *
 * @throws Failure `not-found`.
 */
export async function atAddress(index: Store, of: string): Promise<AddressedWork[]> {
  const meant = await meantBy(index, of);
  const addresses = await addressesFor(
    index,
    meant.map(({ work }) => work),
  );
  const views = await viewsOf(index, meant);
  return views.map((work) => {
    const address = addresses.get(work.id)!;
    return { address, work, links: linksOf(address) };
  });
}

/** Where the API tells more of a work; an address is taken wherever a number is. */
function linksOf(address: string): AddressedWork['links'] {
  const of = `of=${encodeURIComponent(address)}`;
  return {
    graph: `/api/v1/graph?${of}`,
    up: `/api/v1/graph/statements?${of}&direction=up`,
    down: `/api/v1/graph/statements?${of}&direction=down`,
    effect: `/api/v1/graph/effect?${of}`,
  };
}

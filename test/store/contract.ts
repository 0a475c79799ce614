import { describe } from 'vitest';
import { testGraph } from './graph-contract.ts';
import { testKeeping } from './keeping-contract.ts';
import { testNames } from './names-contract.ts';
import { testPages } from './pages-contract.ts';
import type { StorePlace } from './place.ts';
import { testSearch } from './search-contract.ts';
import { testSuggestions } from './suggest-contract.ts';
import { testTasks } from './tasks-contract.ts';
import { testTerms } from './terms-contract.ts';
import { testTitles } from './titles-contract.ts';

/** What every engine must do, with the same hits in each. `makePlace` gives a new, empty place each time. */
export function storeContract(engine: string, makePlace: () => Promise<StorePlace>): void {
  describe(`the store on ${engine}`, () => {
    testKeeping(makePlace);
    testSearch(makePlace);
    testTerms(makePlace);
    testTitles(makePlace);
    testNames(makePlace);
    testPages(makePlace);
    testSuggestions(makePlace);
    testGraph(makePlace);
    testTasks(makePlace);
  });
}

import { compareText } from '#services/analysis/compareText.ts';

/** Whose numbers works bear: the code of a body, as it stands behind the last "/" of a number, perhaps with a type or unit before it ("TU", "KH-UBND"), in a scope. */
export interface Series {
  readonly code: string;
  readonly scope: string;
}

/** Of which series a work is, by its id or what stands from the first "/" of it on; null where nothing tells its scope, or it has no number with a code. */
function seriesOf(work: string): Series | null {
  const end = work.indexOf('@');
  const slash = end < 0 ? -1 : work.lastIndexOf('/', end);
  if (slash < 0 || work.startsWith('doc:')) return null;
  const [scope = ''] = work.slice(end + 1).split('@', 1);
  if (scope === '' || scope.startsWith('?')) return null;
  // What stands behind the slash of a plenum's resolution ("NQTW4/XII") is its term.
  return { code: work.startsWith('NQTW') ? 'TW' : work.slice(slash + 1, end), scope };
}

/** Each series once, in the order of codes and scopes. */
export function seriesAmong(works: Iterable<string>): Series[] {
  const found = new Map<string, Series>();
  for (const work of works) {
    const series = seriesOf(work);
    if (series !== null) found.set(`${series.code}@${series.scope}`, series);
  }
  return [...found.values()].sort((a, b) => compareText(a.code, b.code) || compareText(a.scope, b.scope));
}

import { mergedOn, presentProvinces, provinces, successorOf } from '#ingest/vocabulary/places.ts';

/** One change of provinces: on this day those of `from` ended or shrank, and those of `to` went on with what was theirs. */
export interface Change {
  /** ISO day from which the new provinces existed. */
  readonly on: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The act that ordered it. */
  readonly source: string;
}

const divided1996 = 'Nghị quyết ngày 06/11/1996 của Quốc hội khóa IX, kỳ họp thứ 10';
const divided2003 = 'Nghị quyết số 22/2003/QH11';

/** Changes before 2025 since the provinces were divided again, in the order of time. */
const earlier: readonly Change[] = [
  ...(
    [
      ['Bắc Thái', ['Bắc Kạn', 'Thái Nguyên']],
      ['Hà Bắc', ['Bắc Giang', 'Bắc Ninh']],
      ['Hải Hưng', ['Hải Dương', 'Hưng Yên']],
      ['Minh Hải', ['Bạc Liêu', 'Cà Mau']],
      ['Nam Hà', ['Hà Nam', 'Nam Định']],
      ['Quảng Nam - Đà Nẵng', ['Quảng Nam', 'Đà Nẵng']],
      ['Sông Bé', ['Bình Dương', 'Bình Phước']],
      ['Vĩnh Phú', ['Phú Thọ', 'Vĩnh Phúc']],
    ] as const
  ).map(([from, to]) => ({ on: '1997-01-01', from: [from], to, source: divided1996 })),
  ...(
    [
      ['Cần Thơ', ['Cần Thơ', 'Hậu Giang']],
      ['Đắk Lắk', ['Đắk Lắk', 'Đắk Nông']],
      ['Lai Châu', ['Lai Châu', 'Điện Biên']],
    ] as const
  ).map(([from, to]) => ({ on: '2004-01-01', from: [from], to, source: divided2003 })),
  { on: '2008-08-01', from: ['Hà Nội', 'Hà Tây'], to: ['Hà Nội'], source: 'Nghị quyết số 15/2008/QH12' },
];

/** All changes, in the order of time; those of 2025 by `successorOf`. */
export const changes: readonly Change[] = [
  ...earlier,
  ...presentProvinces.flatMap((name): Change[] => {
    const parts = provinces.filter((part) => successorOf(part) === name);
    return parts.length === 0 ? [] : [{ on: mergedOn, from: [name, ...parts], to: [name], source: 'Nghị quyết số 202/2025/QH15' }];
  }),
];

/** Another scope of a line, and the change that leads to it. */
export interface Step {
  readonly scope: string;
  readonly on: string;
  readonly source: string;
}

/** A scope through time. `before`: what went up in it, the latest change first; `after`: what came of it, the earliest change first. A province that kept its name over a change stands in neither for that. */
export interface Line {
  readonly scope: string;
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

/** The day on which the district level ended (Luật Tổ chức chính quyền địa phương số 72/2025/QH15): a unit's line ends in its province's. */
export const districtsEnded: Omit<Step, 'scope'> = { on: mergedOn, source: 'Luật số 72/2025/QH15' };

/**
 * A scope ("Tiền Giang", "Tiền Giang/Cai Lậy") with its predecessors and successors, each with the day of the change. With `date` (ISO) the scope means the body that
 * bore its name on that day: what happened before then leads to predecessors, what happened later to successors. Without it all changes count that ever led to
 * or from the name. "TW" and unknown scopes have a line of themselves alone. Proper spelling, as `placeNamed` gives it.
 */
export function lineOf(scope: string, date?: string): Line {
  const [province, unit] = parted(scope);
  if (unit !== null) {
    const { after } = lineOf(province, date);
    const hadEnded =
      (date !== undefined && date >= mergedOn) || earlier.some(({ from, to }) => from.includes(province) && !to.includes(province));
    const own: Step[] = hadEnded ? [] : [{ scope: province, ...districtsEnded }];
    return { scope, before: [], after: [...own, ...after.filter(({ scope: next }) => next !== province)].filter(isNew(scope)) };
  }
  const before = follow(
    province,
    changes.toReversed().filter(({ on }) => date === undefined || on <= date),
    ({ from, to }, known) => (to.some((name) => known.has(name)) ? from : []),
  );
  const after = follow(
    province,
    changes.filter(({ on }) => date === undefined || on > date),
    ({ from, to }, known) => (from.some((name) => known.has(name)) ? to : []),
  );
  return { scope, before, after };
}

/** Every scope of the line of a province, itself included: for questions about "our province", whatever it was called. */
export function scopesOfLine(scope: string, date?: string): ReadonlySet<string> {
  const { before, after } = lineOf(scope, date);
  return new Set([scope, ...before.map((step) => step.scope), ...after.map((step) => step.scope)]);
}

/** The province of a scope, and the unit below it. */
export function parted(scope: string): readonly [province: string, unit: string | null] {
  const at = scope.indexOf('/');
  return at === -1 ? [scope, null] : [scope.slice(0, at), scope.slice(at + 1)];
}

/** In one pass over changes in order, so that none is followed back to where it came from. */
function follow(
  scope: string,
  inOrder: readonly Change[],
  leads: (change: Change, known: ReadonlySet<string>) => readonly string[],
): Step[] {
  const known = new Set([scope]);
  const steps: Step[] = [];
  for (const change of inOrder)
    for (const name of leads(change, known)) {
      if (known.has(name)) continue;
      known.add(name);
      steps.push({ scope: name, on: change.on, source: change.source });
    }
  return steps;
}

function isNew(scope: string): (step: Step) => boolean {
  const seen = new Set([scope]);
  return (step) => !seen.has(step.scope) && seen.add(step.scope).size > 0;
}

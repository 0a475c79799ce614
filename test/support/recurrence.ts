/**
 * Whether a recurrence rule holds to RFC 5545, section 3.3.10, in the parts that are used here: FREQ first, each part once, numbers in their range,
 * no BYMONTHDAY in a rule by weeks, a number before a weekday only by months or years, BYSETPOS only beside another BY part.
 */
export function isRecurrenceRule(rule: string): boolean {
  const parts = rule.split(';').map((part) => part.split('='));
  const named = new Map(parts.map(([name, value]) => [name!, value ?? '']));
  const freq = named.get('FREQ') ?? '';
  if (parts[0]?.[0] !== 'FREQ' || named.size !== parts.length || !/^(?:WEEKLY|MONTHLY|YEARLY)$/.test(freq)) return false;
  for (const [name, value] of named) {
    const values = value.split(',');
    const within = (least: number, most: number) =>
      values.every((each) => /^-?[1-9]\d*$/.test(each) && Math.abs(Number(each)) <= most && (Number(each) >= least || least < 0));
    const holds = {
      FREQ: () => true,
      INTERVAL: () => values.length === 1 && /^[1-9]\d*$/.test(value),
      BYMONTH: () => within(1, 12),
      BYMONTHDAY: () => within(-31, 31) && freq !== 'WEEKLY',
      BYDAY: () =>
        values.every((day) => (freq === 'WEEKLY' ? /^(?:MO|TU|WE|TH|FR|SA|SU)$/ : /^-?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)$/).test(day)),
      BYSETPOS: () => within(-366, 366) && [...named.keys()].some((other) => /^BY(?!SETPOS)/.test(other)),
    }[name];
    if (holds === undefined || !holds()) return false;
    if (new Set(values).size !== values.length) return false;
  }
  return true;
}

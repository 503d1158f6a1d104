const DAY_MS = 86_400_000;

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Returns the weeks that show a month (2026-11), from Monday to Sunday, with days before and after it. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: string[][] = [];
  for (let start = monday; start === monday || isInMonth(dayOf(start), month); start += 7 * DAY_MS) {
    weeks.push(Array.from({ length: 7 }, (_, n) => dayOf(start + n * DAY_MS)));
  }
  return weeks;
}

export function isInMonth(day: string, month: string): boolean {
  return day.startsWith(`${month}-`);
}

/** Returns the month that lies so many months after another. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

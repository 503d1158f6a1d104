import { language } from '@/kit/texts';

/** The time zone of the communities, in which people read and write times. */
const ZONE = 'Asia/Shanghai';
const OFFSET = '+08:00';

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

function partsOf(instant: Date): Parts {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return { year, month, day, hour, minute };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText({ year, month, day }: Pick<Parts, 'year' | 'month' | 'day'>, now: Date): string {
  const isThisYear = year === partsOf(now).year;
  const [m, d] = [Number(month), Number(day)];
  if (language.value === 'zh') return isThisYear ? `${m}月${d}日` : `${year}年${m}月${d}日`;
  return isThisYear ? `${d} ${MONTHS[m - 1]}` : `${d} ${MONTHS[m - 1]} ${year}`;
}

/** Returns an instant as people write it, with the year whenever it is not this one. */
export function instantText(instant: string, now = new Date()): string {
  const parts = partsOf(new Date(instant));
  return `${dayText(parts, now)} ${parts.hour}:${parts.minute}`;
}

/** Returns a calendar day (2026-11-28) as people write it. */
export function calendarDayText(day: string, now = new Date()): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return dayText({ year, month, day: date }, now);
}

/** Returns from when until when, naming the day once if it is one day. */
export function spanText(from: string, until: string, now = new Date()): string {
  const [a, b] = [partsOf(new Date(from)), partsOf(new Date(until))];
  const isOneDay = a.year === b.year && a.month === b.month && a.day === b.day;
  const end = isOneDay ? `${b.hour}:${b.minute}` : instantText(until, now);
  return `${instantText(from, now)}–${end}`;
}

/** Returns what a field of a date and time shows for an instant: 2026-11-28T09:30. */
export function toLocalInput(instant: string): string {
  const { year, month, day, hour, minute } = partsOf(new Date(instant));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** Returns the instant that a field of a date and time says, with the communities' offset. */
export function fromLocalInput(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}${OFFSET}`;
}

/** Returns today's calendar day in the communities. */
export function today(now = new Date()): string {
  return toLocalInput(now.toISOString()).slice(0, 10);
}

/** Returns how long it is until an instant or since it, in the largest unit that says enough. */
export function distanceText(instant: string, now = new Date()): string {
  const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
  const [amount, unit] = largestUnit(Math.abs(minutes));
  const zh = { minute: '分钟', hour: '小时', day: '天' }[unit];
  if (language.value === 'zh') return minutes < 0 ? `已超 ${amount} ${zh}` : `还有 ${amount} ${zh}`;
  const en = `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  return minutes < 0 ? `${en} overdue` : `${en} left`;
}

function largestUnit(minutes: number): [number, 'minute' | 'hour' | 'day'] {
  if (minutes < 60) return [minutes, 'minute'];
  if (minutes < 48 * 60) return [Math.floor(minutes / 60), 'hour'];
  return [Math.floor(minutes / 1440), 'day'];
}

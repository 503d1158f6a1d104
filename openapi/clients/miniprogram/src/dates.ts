import type { Language } from "./language";

/** Instants of the service as people in China read them, and back.
 *
 * Neither Intl nor the parser of Date is used: the one is missing on some phones, the other reads
 * "2026-12-12 09:00" on one platform and not on the other. China has no summer time. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SHANGHAI = 480;
const WEEKDAYS = ["日一二三四五六", "Sun Mon Tue Wed Thu Fri Sat"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?([Zz]|[+-]\d\d:\d\d)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

export interface DateOptions {
  language?: Language;
  /** Present instant in milliseconds; now unless given. */
  now?: number;
  /** Minutes east of UTC; 480 (China) unless given. */
  offset?: number;
}

/** Milliseconds since 1970 of an instant of the service; NaN where it is none. */
export function milliseconds(instant: string): number {
  const parts = INSTANT.exec(instant);
  if (!parts) return NaN;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => +(part || 0));
  const thousandths = +`${parts[7] || ""}000`.slice(0, 3);
  const zone = /^z$/i.test(parts[8]) ? 0 : minutesOf(parts[8]);
  const days = Date.UTC(year, month - 1, day);
  return days + ((hour * 60 + minute - zone) * 60 + second) * 1000 + thousandths;
}

function minutesOf(zone: string): number {
  return (zone[0] === "-" ? -1 : 1) * (+zone.slice(1, 3) * 60 + +zone.slice(4));
}

/** A Date whose UTC parts are the parts of the instant on the wall. */
function onTheWall(at: string | number, offset = SHANGHAI): Date {
  return new Date((typeof at === "string" ? milliseconds(at) : at) + offset * MINUTE);
}

const two = (n: number): string => `0${n}`.slice(-2);
const dayNumber = (wall: Date): number => Math.floor(wall.getTime() / DAY);
const isoDay = (wall: Date): string =>
  `${wall.getUTCFullYear()}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())}`;
const clockOf = (wall: Date): string => `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;

/** What a date and a time picker hold, "2026-12-12" and "09:00", as the service takes it. */
export function instantOf(day: string, time: string, offset = SHANGHAI): string {
  const zone = Math.abs(offset);
  const sign = offset < 0 ? "-" : "+";
  return `${day}T${time}:00${sign}${two(Math.floor(zone / 60))}:${two(zone % 60)}`;
}

/** The same back: what the pickers show for an instant. */
export function pickedOf(instant: string, offset = SHANGHAI): { day: string; time: string } {
  const wall = onTheWall(instant, offset);
  return { day: isoDay(wall), time: clockOf(wall) };
}

/** 今天, 明天, 12月12日 周六, 2027年1月3日 周日 · today, tomorrow, Sat 12 Dec, Sun 3 Jan 2027.
 * Takes an instant or a calendar day. */
export function dayText(instantOrDay: string, options: DateOptions = {}): string {
  const isDay = DATE.test(instantOrDay);
  const wall = isDay ? onTheWall(`${instantOrDay}T00:00Z`, 0) : onTheWall(instantOrDay, options.offset);
  return dayOf(wall, options);
}

function dayOf(wall: Date, { language, now, offset }: DateOptions): string {
  const isEnglish = language === "en";
  const today = onTheWall(now === undefined ? Date.now() : now, offset);
  const near = isEnglish ? ["yesterday", "today", "tomorrow"] : ["昨天", "今天", "明天"];
  const away = near[dayNumber(wall) - dayNumber(today) + 1];
  if (away) return away;
  const year = wall.getUTCFullYear();
  const isThisYear = year === today.getUTCFullYear();
  const [day, month] = [wall.getUTCDate(), wall.getUTCMonth()];
  if (!isEnglish)
    return `${isThisYear ? "" : `${year}年`}${month + 1}月${day}日 周${WEEKDAYS[0][wall.getUTCDay()]}`;
  const weekday = WEEKDAYS[1].split(" ")[wall.getUTCDay()];
  return `${weekday} ${day} ${MONTHS[month]}${isThisYear ? "" : ` ${year}`}`;
}

/** 09:00 */
export function timeText(instant: string, { offset }: DateOptions = {}): string {
  return clockOf(onTheWall(instant, offset));
}

/** 12月12日 周六 09:00 · Sat 12 Dec, 09:00 */
export function dateTimeText(instant: string, options: DateOptions = {}): string {
  return `${dayText(instant, options)}${gapOf(options)}${timeText(instant, options)}`;
}

const gapOf = ({ language }: DateOptions): string => (language === "en" ? ", " : " ");

/** 12月12日 周六 09:00–11:00; 22:00–次日06:00 over midnight; both days in full where it is longer. */
export function rangeText(starts: string, ends: string, options: DateOptions = {}): string {
  const [from, to] = [onTheWall(starts, options.offset), onTheWall(ends, options.offset)];
  const days = dayNumber(to) - dayNumber(from);
  const begin = dateTimeText(starts, options);
  const end = clockOf(to);
  const isEnglish = options.language === "en";
  if (days === 0) return `${begin}–${end}`;
  if (days === 1 && end === "00:00") return `${begin}–24:00`;
  if (days === 1 && to.getTime() - from.getTime() < DAY)
    return `${begin}–${isEnglish ? `${end} the next day` : `次日${end}`}`;
  return `${begin}${isEnglish ? " to " : " 至 "}${dateTimeText(ends, options)}`;
}

/** 12月12日 周六 至 12月14日 周一, for two calendar days. */
export function daysText(first: string, last: string, options: DateOptions = {}): string {
  if (first === last) return dayText(first, options);
  const to = options.language === "en" ? " to " : " 至 ";
  return `${dayText(first, options)}${to}${dayText(last, options)}`;
}

/** 1小时30分钟 · 1 h 30 min, of whole minutes, as hours of service are. */
export function minutesText(minutes: number, language: Language = "zh"): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts =
    language === "en" ? [`${hours} h`, `${rest} min`] : [`${hours}小时`, `${rest}分钟`];
  if (!hours) return parts[1];
  return rest ? parts.join(language === "en" ? " " : "") : parts[0];
}

export type Language = "zh" | "en";

export interface DateOptions {
    language?: Language;
    /** Present instant in milliseconds; now unless given. */
    now?: number;
    /** Minutes east of UTC; 480 (China) unless given. */
    offset?: number;
}
/** Milliseconds since 1970 of an instant of the service; NaN where it is none. */
export declare function milliseconds(instant: string): number;
/** What a date and a time picker hold, "2026-12-12" and "09:00", as the service takes it. */
export declare function instantOf(day: string, time: string, offset?: number): string;
/** The same back: what the pickers show for an instant. */
export declare function pickedOf(instant: string, offset?: number): {
    day: string;
    time: string;
};
/** 今天, 明天, 12月12日 周六, 2027年1月3日 周日 · today, tomorrow, Sat 12 Dec, Sun 3 Jan 2027.
 * Takes an instant or a calendar day. */
export declare function dayText(instantOrDay: string, options?: DateOptions): string;
/** 09:00 */
export declare function timeText(instant: string, { offset }?: DateOptions): string;
/** 12月12日 周六 09:00 · Sat 12 Dec, 09:00 */
export declare function dateTimeText(instant: string, options?: DateOptions): string;
/** 12月12日 周六 09:00–11:00; 22:00–次日06:00 over midnight; both days in full where it is longer. */
export declare function rangeText(starts: string, ends: string, options?: DateOptions): string;
/** 12月12日 周六 至 12月14日 周一, for two calendar days. */
export declare function daysText(first: string, last: string, options?: DateOptions): string;
/** 1小时30分钟 · 1 h 30 min, of whole minutes, as hours of service are. */
export declare function minutesText(minutes: number, language?: Language): string;

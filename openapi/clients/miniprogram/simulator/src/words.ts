// The language of the page, and what both languages say.
import type { Language } from "@client/linli";
import { dateTimeText, dayText, rangeText, timeText } from "@client/dates";
import { label as labelIn } from "@client/labels";

const PLACE = "linli-demo.language";

let language: Language = localStorage.getItem(PLACE) === "en" ? "en" : "zh";

export const currentLanguage = (): Language => language;

export function useLanguage(next: Language): void {
  language = next;
  localStorage.setItem(PLACE, next);
  document.documentElement.lang = next === "en" ? "en" : "zh-CN";
}

export const t = (zh: string, en: string): string => (language === "en" ? en : zh);
export const both = (words: { zh: string; en: string }): string => words[language];
export const label = (name: string, value: string): string => labelIn(name, value, language);
export const range = (starts: string, ends: string): string => rangeText(starts, ends, { language });
export const moment = (instant: string): string => dateTimeText(instant, { language });
export const day = (instant: string): string => dayText(instant, { language });
export const time = (instant: string): string => timeText(instant);

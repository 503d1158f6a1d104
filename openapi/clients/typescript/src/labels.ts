import type { Language } from "./client.js";
import { labels as all } from "./generated/labels.js";

/** Enum → value → words for people. */
export type Labels = Readonly<
  Record<string, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>
>;

/** Returns the words for a value of an enum. New values may come: one without words is shown as
 * it is. */
export function labelOf(name: string, value: string, language: Language = "zh"): string {
  return all[name]?.[value]?.[language] ?? value;
}

/** The values of an enum with their words, in their order, for a list to choose from. */
export function choicesOf(name: string, language: Language = "zh"): { value: string; label: string }[] {
  return Object.entries(all[name] ?? {}).map(([value, words]) => ({ value, label: words[language] }));
}

export { all as labels };

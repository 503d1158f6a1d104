import { LABELS } from "./labels_table";
import type { Language } from "./language";

/** The word for a value of an enum: label("SignupStatus", "waiting") is 候补. A value that this
 * version does not know is 其他. */
export function label(name: string, value: string, language: Language = "zh"): string {
  const words = LABELS[name] && LABELS[name][value];
  return (words || ["其他", "Other"])[language === "en" ? 1 : 0];
}

/** The values that this version knows, with their words: for a picker. */
export function choices(name: string, language: Language = "zh"): { value: string; label: string }[] {
  return Object.keys(LABELS[name] || {}).map((value) => ({ value, label: label(name, value, language) }));
}

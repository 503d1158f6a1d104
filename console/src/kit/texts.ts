import { computed, ref, watchEffect, type ComputedRef } from 'vue';

export type Language = 'zh' | 'en';

/** A text shown to people, in both languages. */
export interface Text {
  zh: string;
  en: string;
}

const KEPT_AT = 'linli.console.language';

/** The language of the console: Chinese unless somebody has switched. */
export const language = ref<Language>(localStorage.getItem(KEPT_AT) === 'en' ? 'en' : 'zh');

/** Keeps the choice for the next time, and tells the browser and screen readers the language. */
export function followLanguage(page: HTMLElement): void {
  watchEffect(() => {
    localStorage.setItem(KEPT_AT, language.value);
    page.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  });
}

/** Returns the text in the language of the console; changes with it where it is used in a template. */
export function say(text: Text): string {
  return text[language.value];
}

/** Declares the texts of a page. The compiler holds both languages to the same keys. */
export function defineTexts<Shape>(texts: { zh: Shape; en: NoInfer<Shape> }): {
  zh: Shape;
  en: Shape;
} {
  return texts;
}

/** Returns the page's texts in the language of the console. */
export function useTexts<Shape>(texts: { zh: Shape; en: Shape }): ComputedRef<Shape> {
  return computed(() => texts[language.value]);
}

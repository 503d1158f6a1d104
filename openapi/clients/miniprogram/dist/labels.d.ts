export type Language = "zh" | "en";

/** The word for a value of an enum: label("SignupStatus", "waiting") is 候补. A value that this
 * version does not know is 其他. */
export declare function label(name: string, value: string, language?: Language): string;
/** The values that this version knows, with their words: for a picker. */
export declare function choices(name: string, language?: Language): {
    value: string;
    label: string;
}[];

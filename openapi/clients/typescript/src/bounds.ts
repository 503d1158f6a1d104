/** What a field of a form must be, as the service judges it. */
export interface FieldBounds {
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  /** The schema or the enum that the field is of. */
  readonly of?: string;
  readonly items?: FieldBounds;
}

export type FormBounds = Readonly<Record<string, FieldBounds>>;

export type Breach =
  | "required" | "too_short" | "too_long" | "pattern" | "too_small" | "too_large"
  | "too_few" | "too_many" | "not_a_choice";

/** Tells what is wrong with one field before it is sent, or undefined. Lengths are counted in
 * characters, as the service does: an emoji is one. */
export function breachOf(bounds: FieldBounds, value: unknown): Breach | undefined {
  if (value === undefined || value === null || value === "") {
    return bounds.required && !(value === null && bounds.nullable) ? "required" : undefined;
  }
  if (bounds.enum && !bounds.enum.includes(value)) return "not_a_choice";
  if (typeof value === "string") return breachOfText(bounds, value);
  if (typeof value === "number") return breachOfNumber(bounds, value);
  if (Array.isArray(value)) return breachOfLength(bounds, value.length);
  return undefined;
}

/** Tells which fields of a form are wrong, each with why. */
export function breachesOf(form: FormBounds, values: Readonly<Record<string, unknown>>) {
  const found: Record<string, Breach> = {};
  for (const [field, bounds] of Object.entries(form)) {
    const breach = breachOf(bounds, values[field]);
    if (breach) found[field] = breach;
  }
  return found;
}

function breachOfText(bounds: FieldBounds, value: string): Breach | undefined {
  const length = [...value.trim()].length;
  if (length < (bounds.minLength ?? 0)) return bounds.required && length === 0 ? "required" : "too_short";
  if (length > (bounds.maxLength ?? Infinity)) return "too_long";
  if (bounds.pattern && !new RegExp(bounds.pattern, "u").test(value)) return "pattern";
  return undefined;
}

function breachOfNumber(bounds: FieldBounds, value: number): Breach | undefined {
  if (value < (bounds.minimum ?? -Infinity)) return "too_small";
  if (value <= (bounds.exclusiveMinimum ?? -Infinity)) return "too_small";
  if (value > (bounds.maximum ?? Infinity)) return "too_large";
  if (value >= (bounds.exclusiveMaximum ?? Infinity)) return "too_large";
  return undefined;
}

function breachOfLength(bounds: FieldBounds, length: number): Breach | undefined {
  if (length < (bounds.minItems ?? 0)) return "too_few";
  return length > (bounds.maxItems ?? Infinity) ? "too_many" : undefined;
}

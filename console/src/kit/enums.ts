import { labels, type AdminSchemas } from '@linli/admin-client';
import { say, type Text } from '@/kit/texts';

/** Names of the enums in the administrators' document. */
export type EnumName = {
  [Name in keyof AdminSchemas]: AdminSchemas[Name] extends string ? Name : never;
}[keyof AdminSchemas];

export interface EnumOption<Value extends string> {
  value: Value;
  label: Text;
}

/** The values of an enum with their labels, in the order of the documents. */
export function enumOptions<Name extends EnumName>(name: Name): EnumOption<AdminSchemas[Name] & string>[] {
  // The labels are generated from the same document as the types.
  return Object.entries(labels[name] ?? {}).map(([value, label]) => ({
    value: value as AdminSchemas[Name] & string,
    label,
  }));
}

/** The label of a value; one that this console does not know yet is shown as it is. */
export function enumText(name: EnumName, value: string | null | undefined): string {
  if (value === null || value === undefined) return '—';
  const label = labels[name]?.[value];
  return label === undefined ? value : say(label);
}

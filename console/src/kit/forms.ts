import type { adminBounds, AdminPaths, Breach, FormBounds, Submission } from '@linli/admin-client';
import { say, type Text } from '@/kit/texts';
import { words } from '@/kit/words';

/** Schemas of requests whose bounds are known. */
export type FormSchema = keyof typeof adminBounds;

/** One thing to be sent once; see the client. */
export type Sending = Submission<AdminPaths>;

export interface FieldOption {
  value: string;
  label: Text;
}

/** How a field of a form looks and is filled in. Its bounds come from the schema of the request. */
export interface FieldLook {
  name: string;
  label: Text;
  kind?:
    | 'text' | 'textarea' | 'number' | 'password' | 'date' | 'datetime'
    | 'choice' | 'choices' | 'radio' | 'switch' | 'slot';
  hint?: Text;
  options?: readonly FieldOption[];
  /** Marks a field that the schema leaves open, but this act needs. */
  required?: boolean;
  autocomplete?: string;
  /** Never kept in a draft. Passwords never are. */
  secret?: boolean;
}

/** A field of a form whose values are sent as they are. */
export interface Field<Values> extends FieldLook {
  name: keyof Values & string;
  /** Whether the field belongs to the form now. */
  shownIf?(values: Values): boolean;
}

/** The name of a field's error, in words. */
export function breachText(breach: Breach, bounds: FormBounds[string] | undefined): string {
  const t = say({ zh: 'zh', en: 'en' }) === 'zh' ? words.zh : words.en;
  switch (breach) {
    case 'required':
      return t.mustFill;
    case 'too_short':
      return t.tooShort(bounds?.minLength ?? 1);
    case 'too_long':
      return t.tooLong(bounds?.maxLength ?? 0);
    case 'too_small':
      return t.tooSmall(bounds?.minimum ?? 0);
    case 'too_large':
      return t.tooLarge(bounds?.maximum ?? 0);
    case 'pattern':
      return t.notAllowed;
    default:
      return t.refusedByService;
  }
}

/** What a form shows for an empty field of a schema that allows null. */
export function emptiedToNull(values: Readonly<Record<string, unknown>>, bounds: FormBounds): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isEmpty = value === '' || value === undefined;
      return [name, isEmpty && bounds[name]?.nullable ? null : value];
    }),
  );
}

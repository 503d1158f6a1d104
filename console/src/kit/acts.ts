import type { Field, FormSchema, Sending } from '@/kit/forms';
import type { Text } from '@/kit/texts';

/** Something that may be done with a thing: a button, and a dialog where it asks for something. */
export interface Act<Values extends object = Record<string, unknown>, Answer = unknown> {
  /** Its name among the `actions` of an answer. */
  name: string;
  label: Text;
  tone?: 'primary' | 'danger';
  /** What happens, said before it does; a dialog shows it. */
  explain?: Text;
  schema?: FormSchema;
  fields?: readonly Field<Values>[];
  initial?: Values;
  /** Names the draft of its form; without a name none is kept. */
  draft?: string;
  /** Announced when it is done. */
  done?: Text;
  run(values: Values, sending: Sending): Promise<Answer>;
}

/** The values of an act that asks for nothing. */
export type Nothing = Record<string, never>;

/** Declares an act; what its form collects has the type of what is sent. Acts stand in lists with others, so
 * the type of their values ends here. */
export function defineAct<Values extends object, Answer>(act: Act<Values, Answer>): Act<Record<string, unknown>, Answer> {
  return act as unknown as Act<Record<string, unknown>, Answer>;
}

/** An act that takes a reason of which the person concerned is told. */
export function reasonAct<Answer>(
  act: Omit<Act<{ reason: string }, Answer>, 'fields' | 'initial' | 'schema'> & { reasonHint?: Text },
): Act<Record<string, unknown>, Answer> {
  return defineAct({
    ...act,
    schema: 'ReasonIn',
    initial: { reason: '' },
    fields: [
      { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' }, hint: act.reasonHint, required: true },
    ],
  });
}

/** An act at the desk that takes the name of a witness. */
export function witnessedAct<Answer>(
  act: Omit<Act<{ witness: string }, Answer>, 'fields' | 'initial' | 'schema'>,
): Act<Record<string, unknown>, Answer> {
  return defineAct({ ...act, schema: 'Witnessed', initial: { witness: '' }, fields: [WITNESS] });
}

/** The field of a witness, the same everywhere. */
export const WITNESS: Field<{ witness: string }> = {
  name: 'witness',
  label: { zh: '见证人', en: 'Witness' },
  hint: { zh: '在窗口见证办理的另一位同事的姓名', en: 'Name of the colleague who sees it done at the desk' },
};

/** Returns the acts that an answer's `actions` name, in the order of the acts. */
export function allowed<Answer>(
  acts: readonly Act<Record<string, unknown>, Answer>[],
  actions: readonly string[],
): readonly Act<Record<string, unknown>, Answer>[] {
  return acts.filter((act) => actions.includes(act.name));
}

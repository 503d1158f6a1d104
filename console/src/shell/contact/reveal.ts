import type { Schema } from '@/client';
import { defineAct, type Act } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';

type Contact = Schema<'ParticipantContact'>;

/** Sends the fields that are wanted and the reason. */
export type Reveal = (body: Schema<'RevealContact'>) => Promise<Contact>;

/** The act of revealing how to reach somebody; the person is told who did it and why. */
export function revealAct(run: Reveal): Act<Record<string, unknown>, Contact> {
  return defineAct<Schema<'RevealContact'>, Contact>({
    name: 'reveal',
    label: { zh: '查看联系方式', en: 'Reveal how to reach them' },
    explain: {
      zh: '查看会留下记录，本人能看到谁在何时、因何查看。请只选需要的内容。',
      en: 'It is audited, and the person is told who looked and why. Choose only what you need.',
    },
    schema: 'RevealContact',
    initial: { fields: ['phone'], reason: '' },
    fields: [
      { name: 'fields', kind: 'choices', label: { zh: '要看的内容', en: 'What to reveal' }, options: enumOptions('ContactField') },
      { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' }, hint: { zh: '如：通知上门核实', en: 'Such as: to arrange a visit' } },
    ],
    run,
  });
}

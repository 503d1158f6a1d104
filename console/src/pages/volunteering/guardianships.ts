import type { Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS, witnessedAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';

type Guardianship = Schema<'StaffGuardianship'>;

/** Records at the desk that somebody is the guardian of a minor, with the consents on paper. */
export function recordAct(community_id: string) {
  return defineAct<Schema<'DeskGuardianship'>, Guardianship>({
    name: 'record',
    label: { zh: '登记监护关系', en: 'Record a guardian' },
    tone: 'primary',
    schema: 'DeskGuardianship',
    initial: { on_behalf_of: '', guardian_id: null, guardian_name: null, kinds: ['activities'], ends_on: '', channel: 'desk', witness: '' },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '未成年人', en: 'Minor' }, required: true },
      { name: 'guardian_id', kind: 'slot', label: { zh: '监护人（本社区居民）', en: 'Guardian (a resident)' }, hint: { zh: '不是本社区居民的，填下面的姓名', en: 'Else give the name below' } },
      { name: 'guardian_name', label: { zh: '监护人姓名（纸质同意书）', en: 'Name of the guardian (on paper)' } },
      { name: 'kinds', kind: 'choices', label: { zh: '同意事项', en: 'Consents to' }, options: enumOptions('GuardianConsentKind') },
      { name: 'ends_on', kind: 'date', label: { zh: '同意有效至', en: 'Valid until' } },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/guardianships', { params: { path: { community_id } }, body }),
  });
}

export function guardianshipActs(community_id: string, guardianship_id: string) {
  const params = { path: { community_id, guardianship_id } };
  return [
    defineAct({
      name: 'approve',
      label: { zh: '通过', en: 'Approve' },
      tone: 'primary',
      explain: { zh: '确认已核对监护关系（户口簿、出生证明等）。', en: 'You confirm that you have seen proof of it.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/approve', { params }),
    }),
    reasonAct({
      name: 'reject',
      label: { zh: '不通过', en: 'Reject' },
      tone: 'danger',
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/reject', { params, body }),
    }),
    defineAct<Schema<'DeskGuardianConsent'>, Guardianship>({
      name: 'consents',
      label: { zh: '登记同意', en: 'Record a consent' },
      schema: 'DeskGuardianConsent',
      initial: { kind: 'activities', ends_on: '', witness: '' },
      fields: [
        { name: 'kind', kind: 'radio', label: { zh: '同意事项', en: 'Consent to' }, options: enumOptions('GuardianConsentKind') },
        { name: 'ends_on', kind: 'date', label: { zh: '有效至', en: 'Valid until' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/consents', { params, body }),
    }),
    defineAct<Schema<'DeskConsentWithdrawal'>, Guardianship>({
      name: 'withdraw_consent',
      label: { zh: '撤回同意', en: 'Withdraw a consent' },
      schema: 'DeskConsentWithdrawal',
      initial: { kind: 'activities', witness: '' },
      fields: [
        { name: 'kind', kind: 'radio', label: { zh: '撤回事项', en: 'Which consent' }, options: enumOptions('GuardianConsentKind') },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/withdraw-consent', { params, body }),
    }),
    witnessedAct({
      name: 'end',
      label: { zh: '结束监护关系', en: 'End it' },
      tone: 'danger',
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/end', { params, body }),
    }),
  ];
}

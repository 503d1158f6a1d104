import type { Schema } from '@/client';
import { defineAct, reasonAct, witnessedAct, type Act } from '@/kit/acts';

interface Approval {
  is_adult: boolean;
  is_another_person: boolean;
}

/** What may be done with a residence claim; the answer's `actions` say which of it now. */
export function claimActs(
  params: { path: { community_id: string; claim_id: string } },
  hasSamePerson: boolean,
): Act<Record<string, unknown>, Schema<'ResidenceClaimReview'>>[] {
  return [
    defineAct({
      name: 'approve',
      label: { zh: '通过', en: 'Approve' },
      tone: 'primary',
      explain: { zh: '通过后，申请人成为这一户的居民。', en: 'The person becomes a resident of the household.' },
      initial: { is_adult: true, is_another_person: false },
      fields: [
        { name: 'is_adult', kind: 'switch', label: { zh: '已成年（看过证件）', en: 'An adult, as a document shows' } },
        {
          name: 'is_another_person',
          kind: 'switch',
          label: { zh: '已核实：与列出的居民不是同一人', en: 'Checked: not the same person as those listed' },
          shownIf: () => hasSamePerson,
        },
      ],
      run: (values: Approval, sending) =>
        sending.post('/admin/v1/communities/{community_id}/residence-claims/{claim_id}/approve', {
          params,
          body: { is_adult: values.is_adult || null, is_another_person: values.is_another_person },
        }),
    }),
    reasonAct({
      name: 'reject',
      label: { zh: '不通过', en: 'Reject' },
      tone: 'danger',
      reasonHint: { zh: '申请人会看到这段话', en: 'The person reads this' },
      run: (body, sending) =>
        sending.post('/admin/v1/communities/{community_id}/residence-claims/{claim_id}/reject', { params, body }),
    }),
    witnessedAct({
      name: 'renew',
      label: { zh: '续期', en: 'Renew' },
      explain: { zh: '应本人要求在窗口办理，有效期再延 24 个月。', en: 'At their request; it lasts another 24 months.' },
      run: (body, sending) =>
        sending.post('/admin/v1/communities/{community_id}/residence-claims/{claim_id}/renew', { params, body }),
    }),
    reasonAct({
      name: 'end',
      label: { zh: '注销居住登记', en: 'End the residence' },
      tone: 'danger',
      explain: { zh: '用于已经搬走的居民；本人会收到通知。', en: 'For somebody who has moved away; they are told.' },
      run: (body, sending) =>
        sending.post('/admin/v1/communities/{community_id}/residence-claims/{claim_id}/end', { params, body }),
    }),
    witnessedAct({
      name: 'withdraw',
      label: { zh: '代办撤回', en: 'Withdraw for them' },
      run: (body, sending) =>
        sending.post('/admin/v1/communities/{community_id}/residence-claims/{claim_id}/withdraw', { params, body }),
    }),
  ];
}

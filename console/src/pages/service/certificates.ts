import type { Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS, witnessedAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';

type Certificate = Schema<'CertificateForStaff'>;

interface Request extends Omit<Schema<'DeskCertificate'>, 'document'> {
  type: string;
  last_four: string;
}

/** A certificate that a resident asks for at the desk. */
export function requestAct(community_id: string) {
  const types = enumOptions('IdentityDocument');
  return defineAct<Request, Certificate>({
    name: 'request',
    label: { zh: '代居民申请', en: 'Request for a resident' },
    tone: 'primary',
    schema: 'DeskCertificate',
    initial: { on_behalf_of: '', name: null, type: '', last_four: '', first_day: null, last_day: null, channel: 'desk', witness: '' },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '居民', en: 'Resident' }, required: true },
      { name: 'name', label: { zh: '证明上的姓名', en: 'Name on the certificate' }, hint: { zh: '不填则用登记的姓名', en: 'The registered one if left empty' } },
      { name: 'type', kind: 'choice', label: { zh: '证件类型', en: 'Document' }, options: types },
      { name: 'last_four', label: { zh: '证件号后四位', en: 'Its last four characters' }, secret: true, shownIf: (values) => values.type !== '' },
      { name: 'first_day', kind: 'date', label: { zh: '服务起始日', en: 'From' } },
      { name: 'last_day', kind: 'date', label: { zh: '服务截止日', en: 'Until' } },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: ({ type, last_four, ...values }, sending) => {
      const chosen = types.find((option) => option.value === type)?.value;
      const document = chosen === undefined ? null : { type: chosen, last_four };
      return sending.post('/admin/v1/communities/{community_id}/certificates', { params: { path: { community_id } }, body: { ...values, document } });
    },
  });
}

export function certificateActs(community_id: string, certificate_id: string) {
  const params = { path: { community_id, certificate_id } };
  return [
    defineAct<Schema<'IssueIn'>, Certificate>({
      name: 'issue',
      label: { zh: '出具', en: 'Issue' },
      tone: 'primary',
      explain: { zh: '出具后，任何人都可以凭编号核验。', en: 'Anybody can check its number from then on.' },
      schema: 'IssueIn',
      initial: { handler: '', responsible_person: '', contact: '', remarks: null },
      fields: [
        { name: 'handler', label: { zh: '经办人', en: 'Handled by' } },
        { name: 'responsible_person', label: { zh: '负责人', en: 'Responsible' } },
        { name: 'contact', label: { zh: '联系电话', en: 'Contact' }, hint: { zh: '办公电话，会印在证明上', en: 'An office number; it is printed' } },
        { name: 'remarks', kind: 'textarea', label: { zh: '备注', en: 'Remarks' } },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/certificates/{certificate_id}/issue', { params, body }),
    }),
    reasonAct({
      name: 'decline',
      label: { zh: '不予出具', en: 'Decline' },
      tone: 'danger',
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/certificates/{certificate_id}/decline', { params, body }),
    }),
    witnessedAct({
      name: 'withdraw',
      label: { zh: '代为撤回申请', en: 'Withdraw the request' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/certificates/{certificate_id}/withdraw', { params, body }),
    }),
    reasonAct({
      name: 'request_revocation',
      label: { zh: '申请撤销', en: 'Ask to revoke' },
      tone: 'danger',
      explain: { zh: '由另一位工作人员确认后才生效。', en: 'A second administrator confirms it.' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/certificates/{certificate_id}/request-revocation', { params, body }),
    }),
    defineAct({
      name: 'revoke',
      label: { zh: '确认撤销', en: 'Revoke' },
      tone: 'danger',
      explain: { zh: '撤销后核验时会显示已撤销。', en: 'Whoever checks it sees that it is revoked.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/certificates/{certificate_id}/revoke', { params }),
    }),
    defineAct({
      name: 'drop_revocation',
      label: { zh: '撤回撤销申请', en: 'Drop the revocation' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/certificates/{certificate_id}/drop-revocation', { params }),
    }),
  ];
}

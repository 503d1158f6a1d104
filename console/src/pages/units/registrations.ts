import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS, witnessedAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';

const UNIT = '/admin/v1/communities/{community_id}/unit-registrations/{registration_id}';
const MEMBER = '/admin/v1/communities/{community_id}/member-registrations/{registration_id}';

/** What may be done with the registration of a unit, by the names in its `actions`. */
export function unitActs(community_id: string, registration: Schema<'StaffUnitRegistration'>) {
  const params = { path: { community_id, registration_id: registration.id } };
  return [
    defineAct({ name: 'approve', label: { zh: '通过', en: 'Approve' }, tone: 'primary', run: (_values: Nothing, sending) => sending.post(`${UNIT}/approve`, { params }) }),
    reasonAct({ name: 'return', label: { zh: '退回补正', en: 'Return' }, run: (body, sending) => sending.post(`${UNIT}/return`, { params, body }) }),
    reasonAct({ name: 'decline', label: { zh: '不通过', en: 'Decline' }, tone: 'danger', run: (body, sending) => sending.post(`${UNIT}/decline`, { params, body }) }),
    reasonAct({ name: 'end', label: { zh: '结束报到', en: 'End' }, tone: 'danger', run: (body, sending) => sending.post(`${UNIT}/end`, { params, body }) }),
    defineAct<Schema<'DeskUnitResubmission'>, Schema<'StaffUnitRegistration'>>({
      name: 'submit',
      label: { zh: '代为重新提交', en: 'Submit again' },
      schema: 'DeskUnitResubmission',
      initial: { headcount_of_members: registration.headcount_of_members, liaison_name: '', liaison_phone: '', services_offered: registration.services_offered, channel: 'desk', witness: '' },
      fields: [
        { name: 'headcount_of_members', kind: 'number', label: { zh: '党员人数', en: 'Number of members' } },
        { name: 'services_offered', kind: 'textarea', label: { zh: '可提供的服务', en: 'Services offered' } },
        { name: 'liaison_name', label: { zh: '联系人', en: 'Contact' } },
        { name: 'liaison_phone', label: { zh: '联系电话', en: 'Phone' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post(`${UNIT}/submit`, { params, body }),
    }),
    witnessedAct({ name: 'withdraw', label: { zh: '代为撤回', en: 'Withdraw' }, tone: 'danger', run: (body, sending) => sending.post(`${UNIT}/withdraw`, { params, body }) }),
  ];
}

/** Shows whom to reach at a unit, for a reason. */
export function revealUnit(community_id: string, registration_id: string) {
  return reasonAct({
    name: 'reveal',
    label: { zh: '查看联系方式', en: 'Show the contact' },
    run: (body) => linli.post(`${UNIT}/reveal`, { params: { path: { community_id, registration_id } }, body }),
  });
}

/** What may be done with the registration of a member, by the names in its `actions`. */
export function memberActs(community_id: string, registration_id: string) {
  const params = { path: { community_id, registration_id } };
  return [
    defineAct<Schema<'MemberApproval'>, Schema<'StaffMemberRegistration'>>({
      name: 'approve',
      label: { zh: '确认', en: 'Approve' },
      tone: 'primary',
      schema: 'MemberApproval',
      initial: { verify_method: 'community' },
      fields: [{ name: 'verify_method', kind: 'radio', label: { zh: '核对方式', en: 'Verified by' }, options: enumOptions('DeskVerifyMethod') }],
      run: (body, sending) => sending.post(`${MEMBER}/approve`, { params, body }),
    }),
    reasonAct({ name: 'return', label: { zh: '退回补正', en: 'Return' }, run: (body, sending) => sending.post(`${MEMBER}/return`, { params, body }) }),
    reasonAct({ name: 'decline', label: { zh: '不通过', en: 'Decline' }, tone: 'danger', run: (body, sending) => sending.post(`${MEMBER}/decline`, { params, body }) }),
    reasonAct({ name: 'end', label: { zh: '结束报到', en: 'End' }, tone: 'danger', run: (body, sending) => sending.post(`${MEMBER}/end`, { params, body }) }),
  ];
}

/** Opens the form of a member, with one reason for all that is asked. */
export function revealMember(community_id: string, registration_id: string) {
  return defineAct<Schema<'MemberReveal'>, Schema<'RevealedSheet'>>({
    name: 'reveal',
    label: { zh: '查看登记表', en: 'Open the form' },
    schema: 'MemberReveal',
    initial: { fields: ['real_name', 'organization'], reason: '' },
    fields: [
      { name: 'fields', kind: 'choices', label: { zh: '要看的内容', en: 'What you need' }, options: enumOptions('MemberField') },
      { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'What for' } },
    ],
    run: (body) => linli.post(`${MEMBER}/reveal`, { params: { path: { community_id, registration_id } }, body }),
  });
}

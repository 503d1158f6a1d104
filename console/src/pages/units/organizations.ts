import type { Schema } from '@/client';
import { defineAct, reasonAct, type Act, type Nothing } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Field } from '@/kit/forms';

const AT = '/admin/v1/party-organizations/{organization_id}';

const FIELDS: readonly Field<Schema<'OrganizationIn'>>[] = [
  { name: 'name', label: { zh: '名称', en: 'Name' } },
  { name: 'kind', kind: 'choice', label: { zh: '类型', en: 'Kind' }, options: enumOptions('OrganizationKind') },
  { name: 'parent_id', kind: 'slot', label: { zh: '上级党组织', en: 'Organization above' } },
];

export function addOrganization() {
  return defineAct<Schema<'OrganizationIn'>, Schema<'StaffOrganizationOut'>>({
    name: 'add',
    label: { zh: '新建党组织', en: 'New organization' },
    tone: 'primary',
    schema: 'OrganizationIn',
    initial: { name: '', kind: 'branch', parent_id: null, work_unit_id: null, community_id: null },
    fields: FIELDS,
    run: (body, sending) => sending.post('/admin/v1/party-organizations', { body }),
  });
}

export function reviseOrganization(organization: Schema<'StaffOrganizationOut'>) {
  const { name, kind, work_unit_id, community_id } = organization;
  return defineAct<Schema<'OrganizationRevision'>, Schema<'StaffOrganizationOut'>>({
    name: 'revise',
    label: { zh: '修改', en: 'Edit' },
    schema: 'OrganizationRevision',
    initial: { name, kind, work_unit_id, community_id },
    fields: [
      { name: 'name', label: { zh: '名称', en: 'Name' } },
      { name: 'kind', kind: 'choice', label: { zh: '类型', en: 'Kind' }, options: enumOptions('OrganizationKind') },
    ],
    run: (body, sending) => sending.put(AT, { params: { path: { organization_id: organization.id } }, body }),
  });
}

/** Proposes a liaison by login name; another administrator confirms. */
export function proposeLiaison(organization_id: string) {
  return defineAct<Schema<'LiaisonProposalIn'>, unknown>({
    name: 'propose',
    label: { zh: '提名联络员', en: 'Propose a liaison' },
    explain: { zh: '凭单位介绍信提名，须由另一位工作人员确认。', en: 'By the unit’s letter; another administrator confirms it.' },
    schema: 'LiaisonProposalIn',
    initial: { login_name: '', user_id: null, letter_number: '' },
    fields: [
      { name: 'login_name', label: { zh: '登录名', en: 'Login name' }, required: true },
      { name: 'letter_number', label: { zh: '介绍信编号', en: 'Number of the letter' } },
    ],
    run: (body, sending) => sending.post(`${AT}/liaison-proposals`, { params: { path: { organization_id } }, body }),
  });
}

export function proposalActs(organization_id: string, proposal_id: string): readonly Act[] {
  const params = { path: { organization_id, proposal_id } };
  return [
    defineAct({
      name: 'confirm',
      label: { zh: '确认', en: 'Confirm' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post(`${AT}/liaison-proposals/{proposal_id}/confirm`, { params }),
    }),
    defineAct({
      name: 'decline',
      label: { zh: '不同意', en: 'Decline' },
      tone: 'danger',
      run: (_values: Nothing, sending) => sending.post(`${AT}/liaison-proposals/{proposal_id}/decline`, { params }),
    }),
  ];
}

export function revokeLiaison(organization_id: string, user_id: string) {
  return defineAct({
    name: 'revoke',
    label: { zh: '解除', en: 'Revoke' },
    tone: 'danger',
    explain: { zh: '不再代表本单位。', en: 'They no longer act for the unit.' },
    run: (_values: Nothing, sending) => sending.post(`${AT}/liaisons/{user_id}/revoke`, { params: { path: { organization_id, user_id } } }),
  });
}

/** Registers the unit with a community. */
export function registerUnit(organization_id: string) {
  return defineAct<Schema<'LiaisonUnitRegistration'>, unknown>({
    name: 'register',
    label: { zh: '向社区报到', en: 'Register with a community' },
    tone: 'primary',
    schema: 'LiaisonUnitRegistration',
    initial: { community_id: '', headcount_of_members: 0, services_offered: '', liaison_name: '', liaison_phone: '' },
    fields: [
      { name: 'community_id', kind: 'slot', label: { zh: '社区', en: 'Community' }, required: true },
      { name: 'headcount_of_members', kind: 'number', label: { zh: '党员人数', en: 'Number of members' } },
      { name: 'services_offered', kind: 'textarea', label: { zh: '可提供的服务', en: 'Services offered' } },
      { name: 'liaison_name', label: { zh: '联系人', en: 'Contact' } },
      { name: 'liaison_phone', label: { zh: '联系电话', en: 'Phone' } },
    ],
    run: (body, sending) => sending.post(`${AT}/unit-registrations`, { params: { path: { organization_id } }, body }),
  });
}

/** What a liaison may do with a registration of the own unit. */
export function ownRegistrationActs(organization_id: string, registration: Schema<'OwnUnitRegistrationOut'>) {
  const params = { path: { organization_id, registration_id: registration.id } };
  const REGISTRATION = `${AT}/unit-registrations/{registration_id}` as const;
  return [
    defineAct<Schema<'UnitRegistrationIn'>, unknown>({
      name: 'submit',
      label: { zh: '重新提交', en: 'Submit again' },
      tone: 'primary',
      schema: 'UnitRegistrationIn',
      initial: { headcount_of_members: registration.headcount_of_members, services_offered: registration.services_offered, liaison_name: '', liaison_phone: '' },
      fields: [
        { name: 'headcount_of_members', kind: 'number', label: { zh: '党员人数', en: 'Number of members' } },
        { name: 'services_offered', kind: 'textarea', label: { zh: '可提供的服务', en: 'Services offered' } },
        { name: 'liaison_name', label: { zh: '联系人', en: 'Contact' } },
        { name: 'liaison_phone', label: { zh: '联系电话', en: 'Phone' } },
      ],
      run: (body, sending) => sending.post(`${REGISTRATION}/submit`, { params, body }),
    }),
    defineAct({ name: 'withdraw', label: { zh: '撤回', en: 'Withdraw' }, tone: 'danger', explain: { zh: '撤回后可以重新报到。', en: 'The unit can register anew.' }, run: (_values: Nothing, sending) => sending.post(`${REGISTRATION}/withdraw`, { params }) }),
    reasonAct({ name: 'end', label: { zh: '结束报到', en: 'End' }, tone: 'danger', run: (body, sending) => sending.post(`${REGISTRATION}/end`, { params, body }) }),
  ];
}

/** What a liaison may do with the registration of a member of the own unit. */
export function unitMemberActs(organization_id: string, member: Schema<'UnitMember'>) {
  const params = { path: { organization_id, community_id: member.community_id, registration_id: member.id } };
  const MEMBER = `${AT}/members/{community_id}/{registration_id}` as const;
  return [
    defineAct({ name: 'confirm', label: { zh: '确认', en: 'Confirm' }, tone: 'primary', run: (_values: Nothing, sending) => sending.post(`${MEMBER}/confirm`, { params }) }),
    reasonAct({ name: 'end', label: { zh: '结束', en: 'End' }, tone: 'danger', run: (body, sending) => sending.post(`${MEMBER}/end`, { params, body }) }),
  ];
}

import type { Schema } from '@/client';
import { defineAct, reasonAct, WITNESS, witnessedAct, type Nothing } from '@/kit/acts';
import type { Field } from '@/kit/forms';

type ShiftIn = Schema<'ShiftIn'>;
type Shift = Schema<'ShiftOut'>;

/** What is confirmed by sending: the service takes nobody who does not know the risks. */
const RISK_TOLD = {
  zh: '提交即确认：已向本人说明活动的风险，本人知晓并同意。',
  en: 'By sending you confirm that the person was told of the risks and accepts them.',
};

export const SHIFT_FIELDS: readonly Field<ShiftIn>[] = [
  { name: 'starts_at', kind: 'datetime', label: { zh: '开始时间', en: 'Begins' } },
  { name: 'ends_at', kind: 'datetime', label: { zh: '结束时间', en: 'Ends' } },
  { name: 'roles', kind: 'slot', label: { zh: '岗位与名额', en: 'Roles and places' } },
  {
    name: 'signup_opens_at',
    kind: 'datetime',
    label: { zh: '报名开始', en: 'Sign-ups open' },
    hint: { zh: '不填则发布后即可报名', en: 'At once if left empty' },
  },
  {
    name: 'signup_closes_at',
    kind: 'datetime',
    label: { zh: '报名截止', en: 'Sign-ups close' },
    hint: { zh: '不填则到班次开始为止', en: 'At the start if left empty' },
  },
  {
    name: 'withdraw_until',
    kind: 'datetime',
    label: { zh: '可取消报名至', en: 'Withdraw in time until' },
    hint: { zh: '之后取消会记为临时取消', en: 'Later it counts as late' },
  },
];

export const NEW_SHIFT: ShiftIn = {
  starts_at: '',
  ends_at: '',
  roles: [{ id: null, name: '', capacity: 10, is_closed: false, requirement: '' }],
  signup_opens_at: null,
  signup_closes_at: null,
  withdraw_until: null,
};

export function formOfShift(shift: Shift): ShiftIn {
  const { starts_at, ends_at, signup_opens_at, signup_closes_at, withdraw_until } = shift;
  const roles = shift.roles.map(({ id, name, capacity, is_closed, requirement }) => ({ id, name, capacity, is_closed, requirement }));
  return { starts_at, ends_at, roles, signup_opens_at, signup_closes_at, withdraw_until };
}

export function shiftActs(community_id: string, shift_id: string) {
  return [
    reasonAct({
      name: 'cancel',
      label: { zh: '取消班次', en: 'Cancel the shift' },
      tone: 'danger',
      explain: { zh: '已报名的居民会收到通知和原因。', en: 'Everybody who signed up is told why.' },
      done: { zh: '班次已取消', en: 'Shift cancelled' },
      run: (body, sending) =>
        sending.post('/admin/v1/communities/{community_id}/shifts/{shift_id}/cancel', { params: { path: { community_id, shift_id } }, body }),
    }),
  ];
}

/** Signs somebody up who has come to the desk. */
export function signUpAct(community_id: string, shift: Shift) {
  const open = shift.roles.filter((role) => !role.is_closed);
  return defineAct<Schema<'DeskSignUp'>, Schema<'SignupOut'>>({
    name: 'sign_up',
    label: { zh: '代居民报名', en: 'Sign a resident up' },
    tone: 'primary',
    explain: RISK_TOLD,
    schema: 'DeskSignUp',
    initial: {
      on_behalf_of: '',
      role_id: open[0]?.id ?? null,
      is_risk_acknowledged: true,
      has_guardian_consent: false,
      channel: 'desk',
      witness: '',
    },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '居民', en: 'Resident' }, required: true },
      {
        name: 'role_id',
        kind: 'choice',
        label: { zh: '岗位', en: 'Role' },
        options: open.map(({ id, name }) => ({ value: id, label: { zh: name || '不分岗位', en: name || 'No roles' } })),
        shownIf: () => open.length > 1,
      },
      { name: 'has_guardian_consent', kind: 'switch', label: { zh: '未成年人：监护人已书面同意', en: 'Minor: the guardian has consented on paper' } },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: (body, sending) =>
      sending.post('/admin/v1/communities/{community_id}/shifts/{shift_id}/signups', {
        params: { path: { community_id, shift_id: shift.id } },
        body,
      }),
  });
}

/** What may be done with a sign-up, by the names in its `actions`. */
export function signupActs(community_id: string, signup_id: string) {
  const params = { path: { community_id, signup_id } };
  return [
    defineAct({
      name: 'approve',
      label: { zh: '通过', en: 'Approve' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/signups/{signup_id}/approve', { params }),
    }),
    reasonAct({
      name: 'reject',
      label: { zh: '不通过', en: 'Reject' },
      tone: 'danger',
      reasonHint: { zh: '居民会看到这里写的原因', en: 'The resident reads it' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/signups/{signup_id}/reject', { params, body }),
    }),
    witnessedAct({
      name: 'accept_offer',
      label: { zh: '代为接受递补名额', en: 'Accept the place' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/signups/{signup_id}/accept-offer', { params, body }),
    }),
    witnessedAct({
      name: 'decline_offer',
      label: { zh: '代为放弃递补名额', en: 'Decline the place' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/signups/{signup_id}/decline-offer', { params, body }),
    }),
    defineAct<Schema<'DeskAgreement'>, Schema<'StaffSignup'>>({
      name: 'agree',
      label: { zh: '代为确认变更', en: 'Agree to the change' },
      explain: RISK_TOLD,
      schema: 'DeskAgreement',
      initial: { is_risk_acknowledged: true, witness: '' },
      fields: [{ name: 'witness', label: WITNESS.label, hint: WITNESS.hint }],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/signups/{signup_id}/agree', { params, body }),
    }),
    witnessedAct({
      name: 'withdraw',
      label: { zh: '代为取消', en: 'Withdraw' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/signups/{signup_id}/withdraw', { params, body }),
    }),
  ];
}

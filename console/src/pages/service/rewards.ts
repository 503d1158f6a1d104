import type { Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS } from '@/kit/acts';
import type { Field } from '@/kit/forms';

type Reward = Schema<'StaffReward'>;
type RewardIn = Schema<'RewardIn'>;

const REWARD_FIELDS: readonly Field<RewardIn>[] = [
  { name: 'title', label: { zh: '名称', en: 'Title' } },
  { name: 'description', kind: 'textarea', label: { zh: '说明', en: 'Description' } },
  { name: 'cost', kind: 'number', label: { zh: '所需积分', en: 'Points' } },
  { name: 'capacity', kind: 'number', label: { zh: '数量', en: 'How many' } },
  { name: 'limit_per_person', kind: 'number', label: { zh: '每人限兑', en: 'Limit per person' }, hint: { zh: '不填则不限', en: 'No limit if left empty' } },
  { name: 'opens_at', kind: 'datetime', label: { zh: '开始兑换', en: 'Opens' } },
  { name: 'closes_at', kind: 'datetime', label: { zh: '截止兑换', en: 'Closes' }, hint: { zh: '不填则长期', en: 'Without end if left empty' } },
];

export function addRewardAct(community_id: string) {
  return defineAct<RewardIn, Reward>({
    name: 'add',
    label: { zh: '新增兑换品', en: 'New reward' },
    tone: 'primary',
    schema: 'RewardIn',
    initial: { title: '', description: '', cost: 10, capacity: 10, limit_per_person: 1, opens_at: '', closes_at: null },
    fields: REWARD_FIELDS,
    run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/rewards', { params: { path: { community_id } }, body }),
  });
}

export function rewardActs(community_id: string, reward: Reward) {
  const params = { path: { community_id, reward_id: reward.id } };
  const { title, description, cost, capacity, limit_per_person, opens_at, closes_at } = reward;
  return [
    defineAct<RewardIn, Reward>({
      name: 'revise',
      label: { zh: '修改', en: 'Revise' },
      schema: 'RewardIn',
      initial: { title, description, cost, capacity, limit_per_person, opens_at, closes_at },
      fields: REWARD_FIELDS,
      run: (body, sending) => sending.put('/admin/v1/communities/{community_id}/rewards/{reward_id}', { params, body }),
    }),
    defineAct({
      name: 'close',
      label: { zh: '停止兑换', en: 'Close' },
      tone: 'danger',
      explain: { zh: '已申请的兑换照常办理。', en: 'What was asked for is still given.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/rewards/{reward_id}/close', { params }),
    }),
  ];
}

/** A redemption at the desk. */
export function redeemAct(community_id: string, reward_id: string) {
  return defineAct<Schema<'DeskRedemption'>, Schema<'StaffRedemption'>>({
    name: 'redemptions',
    label: { zh: '代居民兑换', en: 'Redeem for a resident' },
    tone: 'primary',
    schema: 'DeskRedemption',
    initial: { on_behalf_of: '', channel: 'desk', witness: '' },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '居民', en: 'Resident' }, required: true },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: (body, sending) =>
      sending.post('/admin/v1/communities/{community_id}/rewards/{reward_id}/redemptions', { params: { path: { community_id, reward_id } }, body }),
  });
}

export function redemptionActs(community_id: string, redemption_id: string) {
  const params = { path: { community_id, redemption_id } };
  return [
    defineAct({
      name: 'fulfil',
      label: { zh: '登记已领取', en: 'Given' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/redemptions/{redemption_id}/fulfil', { params }),
    }),
    defineAct<Schema<'CancelIn'>, Schema<'StaffRedemption'>>({
      name: 'cancel',
      label: { zh: '取消兑换', en: 'Cancel' },
      tone: 'danger',
      explain: { zh: '积分退回本人。', en: 'The points go back to the person.' },
      schema: 'CancelIn',
      initial: { reason: null, witness: '' },
      fields: [
        { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/redemptions/{redemption_id}/cancel', { params, body }),
    }),
  ];
}

export function debtActs(community_id: string, debt_id: string) {
  return [
    reasonAct({
      name: 'settle',
      label: { zh: '处理完毕', en: 'Settle' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/point-debts/{debt_id}/settle', { params: { path: { community_id, debt_id } }, body }),
    }),
  ];
}

import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, type Nothing } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Field } from '@/kit/forms';

type ActivityIn = Schema<'ActivityIn'>;
type Activity = Schema<'ActivityOut'>;

/** The fields of an activity's form, in the order in which a worker plans one. */
export const ACTIVITY_FIELDS: readonly Field<ActivityIn>[] = [
  { name: 'title', label: { zh: '名称', en: 'Title' } },
  { name: 'summary', label: { zh: '一句话介绍', en: 'Summary in one sentence' } },
  {
    name: 'description',
    kind: 'textarea',
    label: { zh: '详细说明', en: 'Description' },
    hint: { zh: '集合方式、携带物品、注意事项', en: 'Where to meet, what to bring, what to mind' },
  },
  { name: 'category', kind: 'choice', label: { zh: '类别', en: 'Category' }, options: enumOptions('Category') },
  { name: 'address', label: { zh: '地点', en: 'Address' }, hint: { zh: '集合或服务的具体地点', en: 'Where people meet or serve' } },
  {
    name: 'place_id',
    kind: 'slot',
    label: { zh: '面向哪里的居民', en: 'For the people of' },
    hint: { zh: '不选则面向整个社区', en: 'The whole community if nothing is chosen' },
  },
  {
    name: 'gcj02_longitude',
    kind: 'number',
    label: { zh: '地图经度', en: 'Longitude on the map (GCJ-02)' },
    hint: { zh: '在高德或腾讯地图上取点，经度、纬度一起填；不填则不在地图上显示', en: 'A point of Amap or Tencent Maps; both or neither' },
  },
  { name: 'gcj02_latitude', kind: 'number', label: { zh: '地图纬度', en: 'Latitude on the map (GCJ-02)' } },
  { name: 'organiser', label: { zh: '组织单位', en: 'Organiser' } },
  {
    name: 'contact',
    label: { zh: '咨询方式', en: 'Contact' },
    hint: { zh: '居民都能看到：请写服务站或办公电话，不写个人号码', en: 'Everybody sees it: an office, never a person’s own number' },
  },
  { name: 'audience', kind: 'radio', label: { zh: '谁可以报名', en: 'Who may sign up' }, options: enumOptions('Audience') },
  { name: 'age', kind: 'radio', label: { zh: '年龄要求', en: 'Age' }, options: enumOptions('AgeLimit') },
  {
    name: 'needs_review',
    kind: 'switch',
    label: { zh: '报名需要审核', en: 'Sign-ups are reviewed' },
    hint: { zh: '不勾选则按先后自动确认', en: 'Otherwise they are confirmed in their order' },
  },
  {
    name: 'offer_hours',
    kind: 'number',
    label: { zh: '候补答复时限（小时）', en: 'Hours to answer an offered place' },
    hint: { zh: '空出的名额依次通知候补者，超过时限轮到下一位', en: 'A freed place is offered down the line' },
  },
  { name: 'risk_level', kind: 'radio', label: { zh: '风险等级', en: 'Risk' }, options: enumOptions('RiskLevel') },
  {
    name: 'risk_statement',
    kind: 'textarea',
    label: { zh: '风险说明', en: 'Statement of the risks' },
    hint: { zh: '报名前须向志愿者如实告知，发布时必填', en: 'Helpers are told before they sign up; needed to publish' },
  },
  {
    name: 'is_insured',
    kind: 'switch',
    label: { zh: '已为志愿者投保', en: 'The helpers are insured' },
    hint: { zh: '高风险活动必须投保', en: 'A high risk must be insured' },
  },
];

export const NEW_ACTIVITY: ActivityIn = {
  title: '',
  summary: '',
  description: '',
  category: 'environment',
  address: '',
  place_id: null,
  gcj02_longitude: null,
  gcj02_latitude: null,
  organiser: '',
  contact: '',
  audience: 'everyone',
  age: 'all',
  needs_review: false,
  offer_hours: 12,
  risk_level: 'low',
  risk_statement: '',
  is_insured: false,
};

/** Returns what a form about an activity starts with. */
export function formOf(activity: Activity): ActivityIn {
  const { title, summary, description, category, address, place_id, organiser, contact, audience, age } = activity;
  const { gcj02_longitude, gcj02_latitude, needs_review, offer_hours, risk_level, risk_statement, is_insured } = activity;
  return {
    ...{ title, summary, description, category, address, place_id, organiser, contact, audience, age },
    ...{ gcj02_longitude, gcj02_latitude, needs_review, offer_hours, risk_level, risk_statement, is_insured },
  };
}

export function fetchActivity(community_id: string, activity_id: string): Promise<Activity> {
  return linli.get('/admin/v1/communities/{community_id}/activities/{activity_id}', {
    params: { path: { community_id, activity_id } },
  });
}

/** What may be done with an activity, by the names in its `actions`. */
export function activityActs(community_id: string, activity_id: string) {
  const params = { path: { community_id, activity_id } };
  return [
    defineAct({
      name: 'publish',
      label: { zh: '发布', en: 'Publish' },
      tone: 'primary',
      explain: { zh: '发布后居民可以看到并报名。', en: 'Residents then see it and sign up.' },
      done: { zh: '已发布', en: 'Published' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/publish', { params }),
    }),
    defineAct({
      name: 'complete',
      label: { zh: '结束活动', en: 'Complete' },
      explain: { zh: '结束后不能再修改，服务时长照常审核。', en: 'It cannot be changed any more; hours are reviewed as usual.' },
      done: { zh: '活动已结束', en: 'Completed' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/complete', { params }),
    }),
    reasonAct({
      name: 'cancel',
      label: { zh: '取消活动', en: 'Cancel the activity' },
      tone: 'danger',
      explain: { zh: '所有班次一并取消，已报名的居民会收到通知和原因。', en: 'All shifts are cancelled; everybody who signed up is told why.' },
      done: { zh: '活动已取消', en: 'Cancelled' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/cancel', { params, body }),
    }),
  ];
}

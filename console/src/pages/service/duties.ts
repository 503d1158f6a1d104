import type { Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS, witnessedAct } from '@/kit/acts';
import type { Field } from '@/kit/forms';

type ServiceDay = Schema<'StaffServiceDay'>;

export const SERVICE_DAY_FIELDS: readonly Field<Schema<'ServiceDayIn'>>[] = [
  { name: 'title', label: { zh: '名称', en: 'Title' } },
  { name: 'place', label: { zh: '地点', en: 'Place' } },
  { name: 'description', kind: 'textarea', label: { zh: '说明', en: 'Description' } },
  {
    name: 'rule',
    label: { zh: '重复规则', en: 'Rule' },
    kind: 'choice',
    options: [
      { value: 'FREQ=MONTHLY;BYDAY=1SA', label: { zh: '每月第一个周六', en: 'The first Saturday of the month' } },
      { value: 'FREQ=MONTHLY;BYDAY=-1SA', label: { zh: '每月最后一个周六', en: 'The last Saturday of the month' } },
      { value: 'FREQ=MONTHLY;BYMONTHDAY=5', label: { zh: '每月 5 日', en: 'The 5th of the month' } },
      { value: 'FREQ=MONTHLY;BYMONTHDAY=15', label: { zh: '每月 15 日', en: 'The 15th of the month' } },
      { value: 'FREQ=WEEKLY;BYDAY=SA', label: { zh: '每周六', en: 'Every Saturday' } },
      { value: 'FREQ=WEEKLY;BYDAY=SU', label: { zh: '每周日', en: 'Every Sunday' } },
      { value: 'FREQ=WEEKLY;BYDAY=FR', label: { zh: '每周五', en: 'Every Friday' } },
    ],
  },
  { name: 'first_on', kind: 'date', label: { zh: '从哪天起', en: 'From' } },
  { name: 'until_on', kind: 'date', label: { zh: '到哪天止', en: 'Until' }, hint: { zh: '不填则长期', en: 'Without end if left empty' } },
  { name: 'time', label: { zh: '开始时间', en: 'Begins at' }, hint: { zh: '例如 19:00', en: 'Such as 19:00' } },
  { name: 'minutes', kind: 'number', label: { zh: '时长（分钟）', en: 'Length (minutes)' } },
];

export function announceDayAct(community_id: string) {
  return defineAct<Schema<'ServiceDayIn'>, ServiceDay>({
    name: 'announce',
    label: { zh: '新增社区服务日', en: 'New service day' },
    tone: 'primary',
    schema: 'ServiceDayIn',
    initial: { title: '', place: '', description: '', rule: 'FREQ=MONTHLY;BYDAY=1SA', first_on: '', until_on: null, time: '09:00', minutes: 120 },
    fields: SERVICE_DAY_FIELDS,
    run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/service-days', { params: { path: { community_id } }, body }),
  });
}

export function serviceDayActs(community_id: string, day: ServiceDay) {
  const params = { path: { community_id, service_day_id: day.id } };
  const kept = ['title', 'place', 'description', 'time', 'minutes'] as const;
  return [
    defineAct<Schema<'ServiceDayWords'>, ServiceDay>({
      name: 'revise',
      label: { zh: '修改', en: 'Revise' },
      schema: 'ServiceDayWords',
      initial: { title: day.title, place: day.place, description: day.description, time: day.time, minutes: day.minutes },
      fields: kept.flatMap((name) => SERVICE_DAY_FIELDS.filter((field) => field.name === name).map((field) => ({ name, kind: field.kind, label: field.label, hint: field.hint }))),
      run: (body, sending) => sending.put('/admin/v1/communities/{community_id}/service-days/{service_day_id}', { params, body }),
    }),
    defineAct({
      name: 'end',
      label: { zh: '停办', en: 'End' },
      tone: 'danger',
      explain: { zh: '不再排出新的日期。', en: 'No more days are planned.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/service-days/{service_day_id}/end', { params }),
    }),
  ];
}

export function dutyDayActs(community_id: string, duty_day_id: string) {
  return [
    reasonAct({
      name: 'cancel',
      label: { zh: '取消这天', en: 'Cancel the day' },
      tone: 'danger',
      explain: { zh: '值守人员会收到通知和原因。', en: 'Everybody on duty is told why.' },
      run: (body, sending) =>
        sending.post('/admin/v1/communities/{community_id}/duty-days/{duty_day_id}/cancel', { params: { path: { community_id, duty_day_id } }, body }),
    }),
  ];
}

export function dutyActs(community_id: string, duty_id: string) {
  const params = { path: { community_id, duty_id } };
  return [
    witnessedAct({
      name: 'accept',
      label: { zh: '代为接受', en: 'Accept' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/duties/{duty_id}/accept', { params, body }),
    }),
    witnessedAct({
      name: 'skip',
      label: { zh: '代为登记本次不参加', en: 'Skip' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/duties/{duty_id}/skip', { params, body }),
    }),
    defineAct<Schema<'DeskDutyOffer'>, unknown>({
      name: 'offer',
      label: { zh: '代为请人接替', en: 'Offer to others' },
      schema: 'DeskDutyOffer',
      initial: { to: null, witness: '' },
      fields: [{ name: 'witness', label: WITNESS.label, hint: WITNESS.hint }],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/duties/{duty_id}/offer', { params, body }),
    }),
    witnessedAct({
      name: 'withdraw_offer',
      label: { zh: '撤回接替请求', en: 'Withdraw the offer' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/duties/{duty_id}/withdraw-offer', { params, body }),
    }),
  ];
}

/** Somebody else of the post takes over a duty that is offered. */
export function takeOverAct(community_id: string, duty_id: string) {
  return defineAct<Schema<'DeskTakeOver'>, unknown>({
    name: 'take_over',
    label: { zh: '代为接替', en: 'Take over' },
    schema: 'DeskTakeOver',
    initial: { on_behalf_of: '', channel: 'desk', witness: '' },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '接替人', en: 'Who takes over' }, required: true },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/duties/{duty_id}/take-over', { params: { path: { community_id, duty_id } }, body }),
  });
}

import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, type Nothing } from '@/kit/acts';
import { calendarDayText, today } from '@/kit/dates';
import type { Field } from '@/kit/forms';
import { texts } from './texts';

type Series = Schema<'SeriesOut'>;
type PlannedDate = Schema<'PlannedDate'>;

/** A recurrence as a worker says it; the service takes a rule of RFC 5545. */
export interface SeriesForm extends Omit<Schema<'SeriesIn'>, 'rule'> {
  frequency: 'weekly' | 'by_date' | 'by_weekday';
  interval: number;
  weekdays: string[];
  month_day: number;
  ordinal: string;
  from_day: string;
  reason: string;
  takes_changed: boolean;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdayOptions = WEEKDAYS.map((value, n) => ({
  value,
  label: { zh: texts.zh.weekdays[n] ?? value, en: texts.en.weekdays[n] ?? value },
}));
const isMonthly = (values: SeriesForm) => values.frequency === 'by_weekday';

export const SERIES_FIELDS: readonly Field<SeriesForm>[] = [
  {
    name: 'frequency',
    kind: 'radio',
    label: { zh: '怎样重复', en: 'How it recurs' },
    options: [
      { value: 'weekly', label: { zh: '按周', en: 'By weeks' } },
      { value: 'by_weekday', label: { zh: '每月第几个周几', en: 'A weekday of the month' } },
      { value: 'by_date', label: { zh: '每月几号', en: 'A day of the month' } },
    ],
  },
  { name: 'interval', kind: 'number', label: { zh: '几周（月）一次', en: 'Every … weeks (months)' }, hint: { zh: '1 表示每周（每月）', en: '1 is each week or month' }, required: true },
  { name: 'ordinal', kind: 'choice', label: { zh: '第几个', en: 'Which one' }, shownIf: isMonthly, options: [
    { value: '1', label: { zh: '第一个', en: 'First' } },
    { value: '2', label: { zh: '第二个', en: 'Second' } },
    { value: '3', label: { zh: '第三个', en: 'Third' } },
    { value: '4', label: { zh: '第四个', en: 'Fourth' } },
    { value: '-1', label: { zh: '最后一个', en: 'Last' } },
  ] },
  { name: 'weekdays', kind: 'choices', label: { zh: '周几', en: 'Weekdays' }, options: weekdayOptions, shownIf: (values) => values.frequency !== 'by_date' },
  { name: 'month_day', kind: 'number', label: { zh: '几号', en: 'Day of the month' }, shownIf: (values) => values.frequency === 'by_date' },
  { name: 'first_day', kind: 'date', label: { zh: '从哪天起', en: 'From' } },
  { name: 'start_time', label: { zh: '开始时间', en: 'Begins at' }, hint: { zh: '例如 09:00', en: 'Such as 09:00' } },
  { name: 'length_minutes', kind: 'number', label: { zh: '时长（分钟）', en: 'Length (minutes)' } },
  { name: 'roles', kind: 'slot', label: { zh: '岗位与名额', en: 'Roles and places' } },
  { name: 'skips_holidays', kind: 'switch', label: { zh: '法定节假日停办', en: 'Not on public holidays' } },
  { name: 'weeks_ahead', kind: 'number', label: { zh: '提前几周生成班次', en: 'Weeks planned ahead' } },
];

export const CHANGE_FIELDS: readonly Field<SeriesForm>[] = [
  { name: 'from_day', kind: 'date', label: { zh: '从哪天起改', en: 'Changed from' }, required: true },
  { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' }, hint: { zh: '班次被取消的志愿者会看到', en: 'Told to helpers whose shift is cancelled' }, required: true },
  { name: 'takes_changed', kind: 'switch', label: { zh: '单独改过的班次也一并修改', en: 'Also shifts that were changed by themselves' } },
];

export function newSeriesForm(): SeriesForm {
  return {
    ...{ frequency: 'weekly', interval: 1, weekdays: ['SA'], month_day: 1, ordinal: '1' },
    ...{ first_day: today(), start_time: '09:00', length_minutes: 120, skips_holidays: false, weeks_ahead: 8 },
    ...{ opens_hours_before: null, closes_minutes_before: 0, withdraw_hours_before: 24 },
    roles: [{ name: '', capacity: 10, requirement: '', is_closed: false, former_name: null }],
    ...{ from_day: today(), reason: '', takes_changed: false },
  };
}

/** Returns the form that says what a series does. */
export function seriesFormOf(series: Series): SeriesForm {
  const parts = new Map(series.rule.split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']));
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean);
  const ordinal = /^(-?\d)/.exec(days[0] ?? '')?.[1];
  const { first_day, start_time, length_minutes, skips_holidays, weeks_ahead } = series;
  const { opens_hours_before, closes_minutes_before, withdraw_hours_before } = series;
  return {
    ...newSeriesForm(),
    ...{ first_day, start_time, length_minutes, skips_holidays, weeks_ahead, opens_hours_before, closes_minutes_before, withdraw_hours_before },
    frequency: parts.get('FREQ') === 'WEEKLY' ? 'weekly' : parts.has('BYMONTHDAY') ? 'by_date' : 'by_weekday',
    interval: Number(parts.get('INTERVAL') ?? 1),
    weekdays: days.map((day) => day.slice(-2)),
    month_day: Number(parts.get('BYMONTHDAY') ?? 1),
    ordinal: ordinal ?? '1',
    roles: series.roles.map(({ name, capacity, requirement, is_closed }) => ({ name, capacity, requirement, is_closed, former_name: name || null })),
  };
}

export function ruleOf(form: SeriesForm): string {
  const every = `INTERVAL=${form.interval}`;
  const days = WEEKDAYS.filter((day) => form.weekdays.includes(day));
  if (form.frequency === 'weekly') return `FREQ=WEEKLY;${every};BYDAY=${days.join(',')}`;
  if (form.frequency === 'by_date') return `FREQ=MONTHLY;${every};BYMONTHDAY=${form.month_day}`;
  return `FREQ=MONTHLY;${every};BYDAY=${days.map((day) => `${form.ordinal}${day}`).join(',')}`;
}

export function seriesIn(form: SeriesForm): Schema<'SeriesIn'> {
  const { first_day, start_time, length_minutes, roles, skips_holidays, weeks_ahead } = form;
  const { opens_hours_before, closes_minutes_before, withdraw_hours_before } = form;
  return { rule: ruleOf(form), first_day, start_time, length_minutes, roles, skips_holidays, weeks_ahead, opens_hours_before, closes_minutes_before, withdraw_hours_before };
}

export function fetchSeries(community_id: string, activity_id: string): Promise<Series> {
  return linli.get('/admin/v1/communities/{community_id}/activities/{activity_id}/series', { params: { path: { community_id, activity_id } } });
}

/** What may be done with a series, by the names in its `actions`. */
export function seriesActs(community_id: string, activity_id: string) {
  const params = { path: { community_id, activity_id } };
  return [
    defineAct({
      name: 'pause',
      label: { zh: '暂停', en: 'Pause' },
      explain: { zh: '暂停期间不再生成新的班次，已有班次照常。', en: 'No new shifts are made; those that are there stay.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/series/pause', { params }),
    }),
    defineAct({
      name: 'resume',
      label: { zh: '恢复', en: 'Resume' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/series/resume', { params }),
    }),
    defineAct<Schema<'EndIn'>, Series>({
      name: 'end',
      label: { zh: '结束', en: 'End' },
      tone: 'danger',
      schema: 'EndIn',
      initial: { last_day: null, reason: '' },
      fields: [
        { name: 'last_day', kind: 'date', label: { zh: '最后一天', en: 'Last day' }, hint: { zh: '不填则从今天起停办', en: 'From today if left empty' } },
        { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' } },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/series/end', { params, body }),
    }),
  ];
}

/** What may be done with one date of a series. */
export function dateActs(community_id: string, activity_id: string, { day }: PlannedDate) {
  const params = { path: { community_id, activity_id } };
  return [
    reasonAct({
      name: 'skip',
      label: { zh: '跳过', en: 'Skip' },
      explain: { zh: `${calendarDayText(day)} 停办，已报名的居民会收到通知。`, en: `Not on ${day}; everybody who signed up is told.` },
      run: ({ reason }, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/series/skip', { params, body: { day, reason } }),
    }),
    defineAct({
      name: 'restore',
      label: { zh: '恢复这天', en: 'Restore' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/activities/{activity_id}/series/restore', { params, body: { day } }),
    }),
  ];
}

import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS, witnessedAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Field } from '@/kit/forms';

export type Post = Schema<'StaffPost'>;
export type PostIn = Schema<'PostIn'>;
export type Claim = Schema<'StaffPostClaim'>;

const AT = '/admin/v1/communities/{community_id}/posts/{post_id}';
const CLAIM = '/admin/v1/communities/{community_id}/claims/{claim_id}';

/** The rules that are offered for duties, each in words. */
const DUTY_RULES = [
  { value: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', label: { zh: '每天', en: 'Every day' } },
  { value: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', label: { zh: '周一至周五', en: 'Monday to Friday' } },
  { value: 'FREQ=WEEKLY;BYDAY=SA,SU', label: { zh: '周六和周日', en: 'Saturdays and Sundays' } },
  { value: 'FREQ=WEEKLY;BYDAY=MO', label: { zh: '每周一', en: 'Every Monday' } },
  { value: 'FREQ=WEEKLY;BYDAY=TU', label: { zh: '每周二', en: 'Every Tuesday' } },
  { value: 'FREQ=WEEKLY;BYDAY=WE', label: { zh: '每周三', en: 'Every Wednesday' } },
  { value: 'FREQ=WEEKLY;BYDAY=TH', label: { zh: '每周四', en: 'Every Thursday' } },
  { value: 'FREQ=WEEKLY;BYDAY=FR', label: { zh: '每周五', en: 'Every Friday' } },
  { value: 'FREQ=WEEKLY;BYDAY=SA', label: { zh: '每周六', en: 'Every Saturday' } },
  { value: 'FREQ=WEEKLY;BYDAY=SU', label: { zh: '每周日', en: 'Every Sunday' } },
  { value: 'FREQ=MONTHLY;BYDAY=1SA', label: { zh: '每月第一个周六', en: 'The first Saturday of the month' } },
  { value: 'FREQ=MONTHLY;BYDAY=-1SA', label: { zh: '每月最后一个周六', en: 'The last Saturday of the month' } },
];

export const POST_FIELDS: readonly Field<PostIn>[] = [
  { name: 'title', label: { zh: '名称', en: 'Title' } },
  { name: 'category', kind: 'choice', label: { zh: '类别', en: 'Category' }, options: enumOptions('PostCategory') },
  { name: 'description', kind: 'textarea', label: { zh: '做什么', en: 'What it is' } },
  { name: 'place_id', kind: 'slot', label: { zh: '地点', en: 'Place' } },
  { name: 'schedule', label: { zh: '时间安排', en: 'Schedule' }, hint: { zh: '写给居民看，例如“每周六上午”', en: 'In words, such as “Saturday mornings”' } },
  { name: 'capacity', kind: 'number', label: { zh: '人数', en: 'Places' } },
  { name: 'from_on', kind: 'date', label: { zh: '开始日期', en: 'From' } },
  { name: 'until_on', kind: 'date', label: { zh: '结束日期', en: 'Until' } },
  { name: 'duty_rule', kind: 'choice', label: { zh: '值守规则', en: 'Rule of duties' }, hint: { zh: '不选则不排值守', en: 'No duties if nothing is chosen' }, options: DUTY_RULES },
  { name: 'duty_time', label: { zh: '值守开始时间', en: 'Duties begin at' }, hint: { zh: '例如 09:00', en: 'Such as 09:00' } },
  { name: 'duty_minutes', kind: 'number', label: { zh: '值守时长（分钟）', en: 'Minutes of a duty' } },
  { name: 'risk_level', kind: 'radio', label: { zh: '风险等级', en: 'Risk' }, options: enumOptions('PostRisk') },
  { name: 'risk_statement', kind: 'textarea', label: { zh: '风险说明', en: 'Statement of the risks' } },
  { name: 'is_insured', kind: 'switch', label: { zh: '已投保', en: 'Insured' } },
];

export const NEW_POST: PostIn = {
  ...{ title: '', category: 'environment', description: '', place_id: null, schedule: '', capacity: 1, from_on: null, until_on: null },
  ...{ duty_rule: null, duty_time: null, duty_minutes: null, risk_level: 'low', risk_statement: '', is_insured: false },
};

export function formOf(post: Post): PostIn {
  const { title, category, description, place_id, schedule, capacity, from_on, until_on } = post;
  const { duty_rule, duty_time, duty_minutes, risk_level, risk_statement, is_insured } = post;
  return {
    ...{ title, category, description, place_id, schedule, capacity, from_on, until_on },
    ...{ duty_rule, duty_time, duty_minutes, risk_level, risk_statement, is_insured },
  };
}

export function fetchPost(community_id: string, post_id: string): Promise<Post> {
  return linli.get(AT, { params: { path: { community_id, post_id } } });
}

/** What may be done with a post, by the names in its `actions`. */
export function postActs(community_id: string, post_id: string) {
  const params = { path: { community_id, post_id } };
  return [
    defineAct({
      name: 'publish',
      label: { zh: '发布', en: 'Publish' },
      tone: 'primary',
      explain: { zh: '发布后经核验的居民可以认领。有人认领后，时间、地点和风险不能再改。', en: 'Verified residents may then claim it; times, place and risk stay as they are while it is claimed.' },
      run: (_values: Nothing, sending) => sending.post(`${AT}/publish`, { params }),
    }),
    defineAct({
      name: 'close',
      label: { zh: '关闭', en: 'Close' },
      tone: 'danger',
      explain: { zh: '不再接受认领，正在服务的也到此结束。', en: 'Nobody claims it any more, and services end.' },
      run: (_values: Nothing, sending) => sending.post(`${AT}/close`, { params }),
    }),
  ];
}

/** Claims a post at the desk for a resident. */
export function claimAct(community_id: string, post: Post) {
  return defineAct<Schema<'DeskPostApplication'>, unknown>({
    name: 'claim',
    label: { zh: '代居民认领', en: 'Claim for a resident' },
    explain: { zh: '居民已知晓并接受时间安排和风险。', en: 'The resident knows and accepts schedule and risks.' },
    schema: 'DeskPostApplication',
    initial: { on_behalf_of: '', accepts_schedule: true, has_guardian_consent: false, channel: 'desk', version: post.version, witness: '' },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '居民', en: 'Resident' }, required: true },
      { name: 'has_guardian_consent', kind: 'switch', label: { zh: '未成年人：已见监护人同意', en: 'Of a minor: the guardian’s consent was seen' } },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: (body, sending) => sending.post(`${AT}/claims`, { params: { path: { community_id, post_id: post.id } }, body }),
  });
}

/** What may be done with a claim, by the names in its `actions`. */
export function claimActs(community_id: string, claim_id: string) {
  const params = { path: { community_id, claim_id } };
  return [
    defineAct({
      name: 'approve',
      label: { zh: '通过', en: 'Approve' },
      tone: 'primary',
      explain: { zh: '公示三天（只公示岗位，不公示姓名）后开始服务。', en: 'It is shown for three days, by post and not by name; then service begins.' },
      run: (_values: Nothing, sending) => sending.post(`${CLAIM}/approve`, { params }),
    }),
    reasonAct({ name: 'reject', label: { zh: '不通过', en: 'Reject' }, tone: 'danger', run: (body, sending) => sending.post(`${CLAIM}/reject`, { params, body }) }),
    defineAct({ name: 'release', label: { zh: '同意退出', en: 'Release' }, tone: 'primary', run: (_values: Nothing, sending) => sending.post(`${CLAIM}/release`, { params }) }),
    defineAct({ name: 'complete', label: { zh: '服务完成', en: 'Complete' }, run: (_values: Nothing, sending) => sending.post(`${CLAIM}/complete`, { params }) }),
    defineAct<Schema<'DeskLeave'>, Claim>({
      name: 'ask_to_leave',
      label: { zh: '代为申请退出', en: 'Ask to leave for them' },
      schema: 'DeskLeave',
      initial: { reason: '', witness: '' },
      fields: [{ name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' } }, { name: 'witness', label: WITNESS.label, hint: WITNESS.hint }],
      run: (body, sending) => sending.post(`${CLAIM}/ask-to-leave`, { params, body }),
    }),
    witnessedAct({ name: 'stay', label: { zh: '代为撤回退出申请', en: 'Stay after all' }, run: (body, sending) => sending.post(`${CLAIM}/stay`, { params, body }) }),
    witnessedAct({ name: 'withdraw', label: { zh: '代为撤回认领', en: 'Withdraw for them' }, tone: 'danger', run: (body, sending) => sending.post(`${CLAIM}/withdraw`, { params, body }) }),
  ];
}

/** How to reach who has claimed a post: audited, and the person is told. */
export function revealClaimant(community_id: string, claim_id: string, body: Schema<'RevealContact'>) {
  return linli.post(`${CLAIM}/reveal`, { params: { path: { community_id, claim_id } }, body });
}

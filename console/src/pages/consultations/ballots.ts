import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, type Nothing } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Field } from '@/kit/forms';
import { today } from '@/kit/dates';

export type Ballot = Schema<'BallotOut'>;
export type BallotIn = Schema<'BallotIn'>;
export type Question = Schema<'Question'>;
export type Rule = Required<Schema<'RuleIn'>>;

const AT = '/admin/v1/communities/{community_id}/ballots/{ballot_id}';
const DAY = 86_400_000;

export const SIMPLE_MAJORITY: Rule = {
  quorum: { numerator: 1, denominator: 2, is_inclusive: false },
  passing: { numerator: 1, denominator: 2, is_inclusive: false },
  passing_of: 'present',
  plurality: false,
  nonvoters: 'exclude',
};

export const BALLOT_FIELDS: readonly Field<BallotIn>[] = [
  { name: 'title', label: { zh: '标题', en: 'Title' } },
  { name: 'questions', kind: 'slot', label: { zh: '问题', en: 'Questions' } },
  { name: 'electorate', kind: 'radio', label: { zh: '谁来投票', en: 'Who votes' }, options: enumOptions('Electorate') },
  { name: 'place_id', kind: 'slot', label: { zh: '哪里的居民', en: 'People of' }, hint: { zh: '不选则按议题的范围', en: 'The scope of the topic if nothing is chosen' } },
  { name: 'rule', kind: 'slot', label: { zh: '规则', en: 'Rule' } },
  { name: 'notice_days', kind: 'number', label: { zh: '公告天数', en: 'Days of notice' }, hint: { zh: '公告当天不算，最后一天到 24 时止', en: 'The day of the announcement does not count' } },
  { name: 'opens_at', kind: 'datetime', label: { zh: '开始投票', en: 'Opens' } },
  { name: 'closes_at', kind: 'datetime', label: { zh: '截止投票', en: 'Closes' }, hint: { zh: '至少开放一天', en: 'A day at least' } },
];

export function newQuestion(number: number): Question {
  return { key: `q${number}`, title: '', kind: 'yes_no_abstain', options: [] };
}

/** A new draft: a week of notice, then a week of voting, from nine o'clock on. */
export function newBallot(title: string): BallotIn {
  const nine = new Date(`${today()}T09:00:00+08:00`).getTime();
  return {
    title,
    questions: [newQuestion(1)],
    electorate: 'residents',
    place_id: null,
    rule: SIMPLE_MAJORITY,
    notice_days: 7,
    opens_at: new Date(nine + 9 * DAY).toISOString(),
    closes_at: new Date(nine + 16 * DAY).toISOString(),
    legal_effect: 'advisory',
    mode: 'recorded',
  };
}

export function formOf(ballot: Ballot): BallotIn {
  const { title, questions, electorate, place_id, rule, notice_days, opens_at, closes_at, legal_effect, mode } = ballot;
  return { title, questions, electorate, place_id, rule, notice_days, opens_at, closes_at, legal_effect, mode };
}

export function fetchBallot(community_id: string, ballot_id: string): Promise<Ballot> {
  return linli.get(AT, { params: { path: { community_id, ballot_id } } });
}

const ANNOUNCEMENT: readonly Field<Schema<'Announcement'>>[] = [
  { name: 'note', kind: 'textarea', label: { zh: '公告内容', en: 'Announcement' }, hint: { zh: '居民会看到', en: 'Residents read it' } },
];

/** What may be done with a ballot, by the names in its `actions`; certifying and annulling take two persons. */
export function ballotActs(community_id: string, ballot_id: string) {
  const params = { path: { community_id, ballot_id } };
  return [
    defineAct<Schema<'Announcement'>, Ballot>({
      name: 'announce',
      label: { zh: '公告', en: 'Announce' },
      tone: 'primary',
      explain: { zh: '公告后，问题、规则、名册和时间随即固定，谁也不能再改。', en: 'Questions, rule, roll and window are frozen: nobody can change them any more.' },
      schema: 'Announcement',
      initial: { note: '' },
      fields: ANNOUNCEMENT,
      run: (body, sending) => sending.post(`${AT}/announce`, { params, body }),
    }),
    defineAct({
      name: 'certify',
      label: { zh: '申请核验结果', en: 'Certify' },
      tone: 'primary',
      explain: { zh: '表示您已核对计票；还须另一位工作人员核验。', en: 'You have checked the count; another person has to confirm it.' },
      run: (_values: Nothing, sending) => sending.post(`${AT}/certify`, { params }),
    }),
    defineAct({
      name: 'certify_confirm',
      label: { zh: '核验结果', en: 'Confirm the result' },
      tone: 'primary',
      explain: { zh: '您作为第二人核对计票并核验结果。', en: 'You confirm the count as the second person.' },
      run: (_values: Nothing, sending) => sending.post(`${AT}/certify/confirm`, { params }),
    }),
    defineAct<Schema<'Announcement'>, Ballot>({
      name: 'publish',
      label: { zh: '公布结果', en: 'Publish' },
      tone: 'primary',
      schema: 'Announcement',
      initial: { note: '' },
      fields: ANNOUNCEMENT,
      run: (body, sending) => sending.post(`${AT}/publish`, { params, body }),
    }),
    reasonAct({
      name: 'annul',
      label: { zh: '申请作废', en: 'Annul' },
      tone: 'danger',
      explain: { zh: '须由另一位工作人员确认，原因会告知投票人。', en: 'Another person has to confirm it; voters are told why.' },
      run: (body, sending) => sending.post(`${AT}/annul`, { params, body }),
    }),
    defineAct({
      name: 'annul_confirm',
      label: { zh: '确认作废', en: 'Confirm the annulment' },
      tone: 'danger',
      explain: { zh: '作废后不能恢复。', en: 'It cannot be undone.' },
      run: (_values: Nothing, sending) => sending.post(`${AT}/annul/confirm`, { params }),
    }),
  ];
}

import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, WITNESS, witnessedAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Field } from '@/kit/forms';
import type { Text } from '@/kit/texts';

export type Topic = Schema<'StaffTopicDetail'>;
type Opinion = Schema<'StaffOpinion'>;

const AT = '/admin/v1/communities/{community_id}/topics/{topic_id}';
const OPINION = '/admin/v1/communities/{community_id}/opinions/{opinion_id}';
const NOTE: Field<{ note: string }> = {
  name: 'note',
  kind: 'textarea',
  label: { zh: '说明', en: 'Note' },
  hint: { zh: '居民会在议题的经过中看到', en: 'Residents read it in the history of the topic' },
};

export function fetchTopic(community_id: string, topic_id: string): Promise<Topic> {
  return linli.get(AT, { params: { path: { community_id, topic_id } } });
}

function noteAct(name: string, label: Text, run: (body: Schema<'NoteIn'>, sending: Parameters<ReturnType<typeof defineAct>['run']>[1]) => Promise<Topic>, explain?: Text) {
  return defineAct<Schema<'NoteIn'>, Topic>({ name, label, explain, tone: 'primary', schema: 'NoteIn', initial: { note: '' }, fields: [NOTE], run });
}

/** What staff may do with a topic, by the names in its `actions`. */
export function topicActs(community_id: string, topic_id: string) {
  const params = { path: { community_id, topic_id } };
  return [
    noteAct('screen', { zh: '开始审核', en: 'Screen' }, (body, sending) => sending.post(`${AT}/screen`, { params, body })),
    noteAct('open', { zh: '公开征集附议', en: 'Open for seconds' }, (body, sending) => sending.post(`${AT}/open`, { params, body })),
    noteAct('deliberate', { zh: '进入协商', en: 'Deliberate' }, (body, sending) => sending.post(`${AT}/deliberate`, { params, body })),
    defineAct<Schema<'TopicDecision'>, Topic>({
      name: 'decide',
      label: { zh: '协商一致，作出决定', en: 'Decide by consensus' },
      schema: 'TopicDecision',
      initial: { minutes: '', note: '', outcome: 'adopted' },
      fields: [
        { name: 'outcome', kind: 'radio', label: { zh: '结果', en: 'Outcome' }, options: enumOptions('TopicOutcome') },
        { name: 'minutes', kind: 'textarea', label: { zh: '协商纪要', en: 'Minutes' } },
        { name: 'note', kind: 'textarea', label: { zh: '说明', en: 'Note' } },
      ],
      run: (body, sending) => sending.post(`${AT}/decide`, { params, body }),
    }),
    reasonAct({
      name: 'decline',
      label: { zh: '不予采纳', en: 'Decline' },
      tone: 'danger',
      run: (body, sending) => sending.post(`${AT}/decline`, { params, body }),
    }),
    witnessedAct({
      name: 'withdraw',
      label: { zh: '代为撤回', en: 'Withdraw for the resident' },
      tone: 'danger',
      run: (body, sending) => sending.post(`${AT}/withdraw`, { params, body }),
    }),
  ];
}

/** What the desk may do on a topic for a resident without a phone. */
export function deskActs(community_id: string, topic: Topic) {
  const params = { path: { community_id, topic_id: topic.id } };
  const person = { name: 'on_behalf_of', kind: 'slot', label: { zh: '居民', en: 'Resident' }, required: true } as const;
  const witness = { name: 'witness', label: WITNESS.label, hint: WITNESS.hint } as const;
  const acts = [
    defineAct<Schema<'OnBehalf'>, unknown>({
      name: 'second',
      label: { zh: '代为附议', en: 'Second for a resident' },
      explain: { zh: '由另一位工作人员确认后计入。', en: 'It counts once another person of the staff has confirmed it.' },
      schema: 'OnBehalf',
      initial: { on_behalf_of: '', channel: 'desk', witness: '' },
      fields: [person, witness],
      run: (body, sending) => sending.post(`${AT}/second`, { params, body }),
    }),
    defineAct<Schema<'DeskOpinion'>, unknown>({
      name: 'opinion',
      label: { zh: '代为发表意见', en: 'Enter an opinion' },
      schema: 'DeskOpinion',
      initial: { on_behalf_of: '', stance: 'neutral', text: '', channel: 'desk', witness: '' },
      fields: [
        person,
        { name: 'stance', kind: 'radio', label: { zh: '态度', en: 'Stance' }, options: enumOptions('Stance') },
        { name: 'text', kind: 'textarea', label: { zh: '意见', en: 'Opinion' } },
        witness,
      ],
      run: (body, sending) => sending.post(`${AT}/opinions`, { params, body }),
    }),
  ];
  const isOpen = topic.status === 'open';
  const isDiscussed = isOpen || topic.status === 'deliberating';
  return acts.filter((act) => (act.name === 'second' ? isOpen : isDiscussed));
}

/** What a reader of opinions may do with one. */
export function opinionActs(community_id: string, opinion: Opinion) {
  const params = { path: { community_id, opinion_id: opinion.id } };
  return [
    defineAct({
      name: 'pass',
      label: { zh: '公开', en: 'Show it' },
      tone: 'primary',
      run: (_values: Record<string, never>, sending) => sending.post(`${OPINION}/pass`, { params }),
    }),
    reasonAct({ name: 'refuse', label: { zh: '不予公开', en: 'Refuse' }, tone: 'danger', run: (body, sending) => sending.post(`${OPINION}/refuse`, { params, body }) }),
    reasonAct({ name: 'hide', label: { zh: '隐藏', en: 'Hide' }, tone: 'danger', run: (body, sending) => sending.post(`${OPINION}/hide`, { params, body }) }),
    reasonAct({ name: 'restore', label: { zh: '恢复显示', en: 'Restore' }, run: (body, sending) => sending.post(`${OPINION}/restore`, { params, body }) }),
    witnessedAct({ name: 'withdraw', label: { zh: '代为撤回', en: 'Withdraw for the author' }, run: (body, sending) => sending.post(`${OPINION}/withdraw`, { params, body }) }),
  ];
}

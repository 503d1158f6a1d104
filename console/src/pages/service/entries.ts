import type { Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS } from '@/kit/acts';

type Entry = Schema<'StaffEntryOut'>;
type Detail = Schema<'StaffEntryDetail'>;

/** Verbs stand in answers with hyphens or underscores; acts have underscores. */
export function verbs(actions: readonly string[]): string[] {
  return actions.map((action) => action.replaceAll('-', '_'));
}

/** What may be done with hours that are recorded, by the verbs of the answer. */
export function entryActs(community_id: string, entry: Entry) {
  const params = { path: { community_id, entry_id: entry.id } };
  return [
    defineAct({
      name: 'review',
      label: { zh: '审核通过', en: 'Review' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/review', { params }),
    }),
    defineAct({
      name: 'post',
      label: { zh: '公示', en: 'Put in notice' },
      tone: 'primary',
      explain: { zh: '公示期满没有异议即确认。', en: 'It is confirmed when the notice ends without objections.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/post', { params }),
    }),
    reasonAct({
      name: 'return',
      label: { zh: '退回', en: 'Return' },
      tone: 'danger',
      reasonHint: { zh: '本人会看到，可以补充说明', en: 'The person reads it and may answer' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/return', { params, body }),
    }),
    defineAct<Schema<'DeskAnswerToReturn'>, Detail>({
      name: 'resubmit',
      label: { zh: '代为补充说明', en: 'Answer for the person' },
      schema: 'DeskAnswerToReturn',
      initial: { note: '', witness: '' },
      fields: [
        { name: 'note', kind: 'textarea', label: { zh: '本人的说明', en: 'What the person says' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/resubmit', { params, body }),
    }),
    defineAct<Schema<'EntryCorrection'>, Detail>({
      name: 'correct',
      label: { zh: '更正', en: 'Correct' },
      explain: { zh: '原记录保留，另记一条更正后的时长，重新审核和公示。', en: 'The entry stays; a corrected one is recorded beside it and reviewed anew.' },
      schema: 'EntryCorrection',
      initial: { starts_at: entry.starts_at, ends_at: entry.ends_at, reason: '' },
      fields: [
        { name: 'starts_at', kind: 'datetime', label: { zh: '开始时间', en: 'Began' } },
        { name: 'ends_at', kind: 'datetime', label: { zh: '结束时间', en: 'Ended' } },
        { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' } },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/correct', { params, body }),
    }),
    reasonAct({
      name: 'request_reversal',
      label: { zh: '申请冲正', en: 'Ask to reverse' },
      tone: 'danger',
      explain: { zh: '由另一位工作人员确认后才生效。', en: 'A second administrator confirms it.' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/request-reversal', { params, body }),
    }),
    defineAct({
      name: 'reverse',
      label: { zh: '确认冲正', en: 'Reverse' },
      tone: 'danger',
      explain: { zh: '冲正后这条时长不再计入。', en: 'These hours no longer count.' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/reverse', { params }),
    }),
    defineAct({
      name: 'drop_reversal',
      label: { zh: '撤回冲正申请', en: 'Drop the reversal' },
      run: (_values: Nothing, sending) => sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/drop-reversal', { params }),
    }),
  ];
}

/** An objection at the desk, by anybody of the community, while hours are in notice. */
export function objectAct(community_id: string, entry_id: string) {
  return defineAct<Schema<'DeskObjection'>, Detail>({
    name: 'object',
    label: { zh: '代为提出异议', en: 'Object for a resident' },
    schema: 'DeskObjection',
    initial: { on_behalf_of: '', reason: '', channel: 'desk', witness: '' },
    fields: [
      { name: 'on_behalf_of', kind: 'slot', label: { zh: '提出人', en: 'Who objects' }, required: true },
      { name: 'reason', kind: 'textarea', label: { zh: '理由', en: 'Reason' } },
      { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
    ],
    run: (body, sending) =>
      sending.post('/admin/v1/communities/{community_id}/service-entries/{entry_id}/object', { params: { path: { community_id, entry_id } }, body }),
  });
}

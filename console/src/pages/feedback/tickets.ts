import { linli, type Schema } from '@/client';
import { defineAct, reasonAct, type Nothing, WITNESS, witnessedAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Text } from '@/kit/texts';

export type Ticket = Schema<'StaffTicketDetail'>;

const AT = '/admin/v1/communities/{community_id}/tickets/{ticket_id}';
const WORDS_TO_RESIDENT: Text = { zh: '居民会看到这段话', en: 'The resident reads this' };

export function fetchTicket(community_id: string, ticket_id: string): Promise<Ticket> {
  return linli.get(AT, { params: { path: { community_id, ticket_id } } });
}

/** How to reach the author: audited, and the author is told. */
export function revealAuthor(community_id: string, ticket_id: string, body: Schema<'RevealContact'>) {
  return linli.post(`${AT}/contact`, { params: { path: { community_id, ticket_id } }, body });
}

/** What staff may do with a ticket, by the names in its `actions`, in the order of the work. */
export function ticketActs(community_id: string, ticket_id: string) {
  const params = { path: { community_id, ticket_id } };
  return [
    defineAct({
      name: 'accept',
      label: { zh: '受理', en: 'Accept' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post(`${AT}/accept`, { params }),
    }),
    defineAct<Schema<'TicketAssignment'>, Ticket>({
      name: 'assign',
      label: { zh: '交办', en: 'Assign' },
      tone: 'primary',
      schema: 'TicketAssignment',
      initial: { department_id: '' },
      fields: [{ name: 'department_id', kind: 'slot', label: { zh: '承办部门', en: 'Department' }, required: true }],
      run: (body, sending) => sending.post(`${AT}/assign`, { params, body }),
    }),
    defineAct({
      name: 'start',
      label: { zh: '开始办理', en: 'Start' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post(`${AT}/start`, { params }),
    }),
    defineAct<Schema<'TicketReply'>, Ticket>({
      name: 'reply',
      label: { zh: '回复居民', en: 'Reply' },
      schema: 'TicketReply',
      initial: { text: '', is_public: false },
      draft: `ticket-${ticket_id}-reply`,
      fields: [
        { name: 'text', kind: 'textarea', label: { zh: '回复', en: 'Reply' }, hint: WORDS_TO_RESIDENT },
        { name: 'is_public', kind: 'switch', label: { zh: '公开诉求：其他居民也能看到这条回复', en: 'Others who see the ticket may read it, too' } },
      ],
      run: (body, sending) => sending.post(`${AT}/reply`, { params, body }),
    }),
    defineAct<Schema<'ContactLog'>, Ticket>({
      name: 'log_contact',
      label: { zh: '记录电话或走访', en: 'Log a call or visit' },
      schema: 'ContactLog',
      initial: { kind: 'call', text: '' },
      draft: `ticket-${ticket_id}-contact`,
      fields: [
        { name: 'kind', kind: 'radio', label: { zh: '方式', en: 'How' }, options: enumOptions('ContactKind') },
        { name: 'text', kind: 'textarea', label: { zh: '说了什么', en: 'What was said' }, hint: WORDS_TO_RESIDENT },
      ],
      run: (body, sending) => sending.post(`${AT}/log-contact`, { params, body }),
    }),
    defineAct<Schema<'AuthorQuestion'>, Ticket>({
      name: 'ask',
      label: { zh: '向居民询问', en: 'Ask the resident' },
      explain: { zh: '等待答复期间，办结的计时暂停；七天没有答复则继续办理。', en: 'The clock of the solution stops until there is an answer, for seven days at most.' },
      schema: 'AuthorQuestion',
      initial: { text: '' },
      fields: [{ name: 'text', kind: 'textarea', label: { zh: '问题', en: 'Question' } }],
      run: (body, sending) => sending.post(`${AT}/ask`, { params, body }),
    }),
    defineAct<Schema<'TicketResolution'>, Ticket>({
      name: 'answer',
      label: { zh: '直接答复办结', en: 'Answer and resolve' },
      explain: { zh: '不交部门，由社区直接答复。', en: 'The community answers itself, without a department.' },
      schema: 'TicketResolution',
      initial: { text: '' },
      fields: [{ name: 'text', kind: 'textarea', label: { zh: '答复', en: 'Answer' }, hint: WORDS_TO_RESIDENT }],
      run: (body, sending) => sending.post(`${AT}/answer`, { params, body }),
    }),
    defineAct<Schema<'TicketResolution'>, Ticket>({
      name: 'resolve',
      label: { zh: '提交办理结果', en: 'Resolve' },
      tone: 'primary',
      explain: { zh: '居民会收到办理结果并评价；七天内没有评价的，自动办结。', en: 'The resident is told and rates it; without a rating it closes after seven days.' },
      schema: 'TicketResolution',
      initial: { text: '' },
      fields: [{ name: 'text', kind: 'textarea', label: { zh: '办理结果', en: 'What was done' }, hint: WORDS_TO_RESIDENT }],
      run: (body, sending) => sending.post(`${AT}/resolve`, { params, body }),
    }),
    defineAct({
      name: 'resume',
      label: { zh: '恢复办理', en: 'Resume' },
      tone: 'primary',
      run: (_values: Nothing, sending) => sending.post(`${AT}/resume`, { params }),
    }),
    defineAct<Schema<'TicketDeferral'>, Ticket>({
      name: 'defer',
      label: { zh: '暂缓办理', en: 'Defer' },
      explain: { zh: '计时不停；到复查日期会再次提醒。', en: 'The clocks go on; it comes back on that day.' },
      schema: 'TicketDeferral',
      initial: { review_on: '', reason: '' },
      fields: [
        { name: 'review_on', kind: 'date', label: { zh: '复查日期', en: 'Take up again on' } },
        { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' }, hint: WORDS_TO_RESIDENT },
      ],
      run: (body, sending) => sending.post(`${AT}/defer`, { params, body }),
    }),
    reasonAct({
      name: 'give_back',
      label: { zh: '退回社区', en: 'Give back' },
      tone: 'danger',
      run: (body, sending) => sending.post(`${AT}/give-back`, { params, body }),
    }),
    defineAct<Schema<'TicketMerge'>, Ticket>({
      name: 'merge',
      label: { zh: '并入另一件', en: 'Merge' },
      explain: { zh: '同一件事的重复诉求并入先提出的一件，诉求人转为关注那一件。', en: 'A repeat goes into the earlier ticket, which its author then follows.' },
      schema: 'TicketMerge',
      initial: { into: '' },
      fields: [{ name: 'into', kind: 'slot', label: { zh: '并入', en: 'Into' }, required: true }],
      run: (body, sending) => sending.post(`${AT}/merge`, { params, body }),
    }),
    defineAct<Schema<'TicketDecline'>, Ticket>({
      name: 'decline',
      label: { zh: '不予受理', en: 'Decline' },
      tone: 'danger',
      schema: 'TicketDecline',
      initial: { reason: '', instead: '' },
      fields: [
        { name: 'reason', kind: 'textarea', label: { zh: '原因', en: 'Reason' }, hint: WORDS_TO_RESIDENT },
        { name: 'instead', kind: 'textarea', label: { zh: '建议居民怎么办', en: 'What to do instead' }, hint: { zh: '例如应向哪个单位反映、电话多少', en: 'For instance whom to turn to' } },
      ],
      run: (body, sending) => sending.post(`${AT}/decline`, { params, body }),
    }),
  ];
}

/** What the desk may do for the resident who wrote it, and who has no phone. */
export function deskActs(community_id: string, ticket: Ticket) {
  const params = { path: { community_id, ticket_id: ticket.id } };
  const witness = { name: 'witness', label: WITNESS.label, hint: WITNESS.hint } as const;
  const isOver = ticket.status === 'resolved' || ticket.status === 'closed';
  const isOpen = !isOver && !['declined', 'merged', 'withdrawn'].includes(ticket.status);
  const acts = [
    defineAct<Schema<'DeskTicketSupplement'>, Ticket>({
      name: 'supplement',
      label: { zh: '代为补充或答复', en: 'Add for the resident' },
      schema: 'DeskTicketSupplement',
      initial: { text: '', witness: '' },
      draft: `ticket-${ticket.id}-supplement`,
      fields: [{ name: 'text', kind: 'textarea', label: { zh: '居民的话', en: 'What the resident says' } }, witness],
      run: (body, sending) => sending.post(`${AT}/supplement`, { params, body }),
    }),
    witnessedAct({
      name: 'withdraw',
      label: { zh: '代为撤回', en: 'Withdraw for the resident' },
      tone: 'danger',
      run: (body, sending) => sending.post(`${AT}/withdraw`, { params, body }),
    }),
    defineAct<Schema<'DeskTicketRating'>, Ticket>({
      name: 'rate',
      label: { zh: '代为评价', en: 'Rate for the resident' },
      explain: { zh: '评价“未解决”的会重新办理，居民不需要的除外。', en: '“Not solved” reopens it, unless the resident does not want that.' },
      schema: 'DeskTicketRating',
      initial: { solved: 'yes', satisfied: 5, comment: '', reopen: true, witness: '' },
      fields: [
        { name: 'solved', kind: 'radio', label: { zh: '是否解决', en: 'Solved' }, options: enumOptions('Solved') },
        { name: 'satisfied', kind: 'number', label: { zh: '满意度（1 至 5）', en: 'Satisfaction (1 to 5)' } },
        { name: 'comment', kind: 'textarea', label: { zh: '居民的话', en: 'Comment' } },
        { name: 'reopen', kind: 'switch', label: { zh: '重新办理', en: 'Reopen it if it is not solved' }, shownIf: (values) => values.solved === 'no' },
        witness,
      ],
      run: (body, sending) => sending.post(`${AT}/rating`, { params, body }),
    }),
    defineAct<Schema<'DeskTicketDispute'>, Ticket>({
      name: 'dispute',
      label: { zh: '代为提出异议', en: 'Dispute for the resident' },
      schema: 'DeskTicketDispute',
      initial: { reason: '', witness: '' },
      fields: [{ name: 'reason', kind: 'textarea', label: { zh: '居民的理由', en: 'Why' } }, witness],
      run: (body, sending) => sending.post(`${AT}/dispute`, { params, body }),
    }),
    defineAct<Schema<'DeskTicketEscalation'>, Ticket>({
      name: 'escalate',
      label: { zh: '代为申请上级复核', en: 'Ask the level above' },
      schema: 'DeskTicketEscalation',
      initial: { reason: '', witness: '' },
      fields: [{ name: 'reason', kind: 'textarea', label: { zh: '居民的理由', en: 'Why' } }, witness],
      run: (body, sending) => sending.post(`${AT}/escalate`, { params, body }),
    }),
  ];
  const names = isOpen ? ['supplement', 'withdraw'] : isOver ? ['rate', 'dispute', 'escalate'] : [];
  return ticket.origin === 'resident' ? acts.filter((act) => names.includes(act.name)) : [];
}

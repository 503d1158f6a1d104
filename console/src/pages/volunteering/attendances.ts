import type { Schema } from '@/client';
import { defineAct, reasonAct, WITNESS } from '@/kit/acts';

type Attendance = Schema<'StaffAttendance'>;
type CheckIn = Schema<'DeskPresence'>;

/** What may be done with an attendance, by the names in its `actions`. */
export function attendanceActs(community_id: string, attendance: Attendance) {
  const params = { path: { community_id, attendance_id: attendance.id } };
  return [
    defineAct<CheckIn, Schema<'StaffAttendance'>>({
      name: 'check_in',
      label: { zh: '登记签到', en: 'Check in' },
      tone: 'primary',
      schema: 'DeskPresence',
      initial: { at: attendance.starts_at, channel: 'desk', witness: '' },
      fields: [
        { name: 'at', kind: 'datetime', label: { zh: '到场时间', en: 'Arrived' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/attendances/{attendance_id}/check-in', { params, body }),
    }),
    defineAct<Schema<'DeskCheckOut'>, Schema<'StaffAttendance'>>({
      name: 'check_out',
      label: { zh: '登记签退', en: 'Check out' },
      schema: 'DeskCheckOut',
      initial: { at: attendance.ends_at, is_correction: attendance.checked_out_at !== null, channel: 'desk', witness: '' },
      fields: [
        { name: 'at', kind: 'datetime', label: { zh: '离开时间', en: 'Left' } },
        { name: 'is_correction', kind: 'switch', label: { zh: '更正已有的签退', en: 'Correct an earlier check-out' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/attendances/{attendance_id}/check-out', { params, body }),
    }),
    defineAct<Schema<'DeskAbsence'>, Schema<'StaffAttendance'>>({
      name: 'mark_absent',
      label: { zh: '登记缺席', en: 'Mark absent' },
      tone: 'danger',
      explain: { zh: '本人会收到通知，可以提出异议。', en: 'The person is told and may dispute it.' },
      schema: 'DeskAbsence',
      initial: { reason: '', witness: '' },
      fields: [
        { name: 'reason', kind: 'textarea', label: { zh: '说明', en: 'Note' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/attendances/{attendance_id}/mark-absent', { params, body }),
    }),
    defineAct<Schema<'DeskDispute'>, Schema<'StaffAttendance'>>({
      name: 'dispute',
      label: { zh: '代为提出异议', en: 'Dispute for the person' },
      schema: 'DeskDispute',
      initial: { reason: '', witness: '' },
      fields: [
        { name: 'reason', kind: 'textarea', label: { zh: '本人的说明', en: 'What the person says' } },
        { name: 'witness', label: WITNESS.label, hint: WITNESS.hint },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/attendances/{attendance_id}/dispute', { params, body }),
    }),
    defineAct<Schema<'CorrectionIn'>, Schema<'StaffAttendance'>>({
      name: 'correct',
      label: { zh: '更正为到场', en: 'Correct to present' },
      tone: 'primary',
      schema: 'CorrectionIn',
      initial: { checked_in_at: attendance.starts_at, checked_out_at: attendance.ends_at, reason: '' },
      fields: [
        { name: 'checked_in_at', kind: 'datetime', label: { zh: '到场时间', en: 'Arrived' } },
        { name: 'checked_out_at', kind: 'datetime', label: { zh: '离开时间', en: 'Left' } },
        { name: 'reason', kind: 'textarea', label: { zh: '依据', en: 'Grounds' } },
      ],
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/attendances/{attendance_id}/correct', { params, body }),
    }),
    reasonAct({
      name: 'uphold',
      label: { zh: '维持缺席', en: 'Uphold the absence' },
      run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/attendances/{attendance_id}/uphold', { params, body }),
    }),
  ];
}

import type { Schema } from '@/client';
import { defineAct } from '@/kit/acts';
import type { Field } from '@/kit/forms';

const FIELDS: readonly Field<Schema<'DepartmentIn'>>[] = [
  { name: 'name', label: { zh: '名称', en: 'Name' } },
  { name: 'contact', label: { zh: '联系方式', en: 'Contact' }, hint: { zh: '办公电话，工作人员可见', en: 'Office phone, seen by staff' } },
  { name: 'is_active', kind: 'switch', label: { zh: '接收诉求', en: 'Takes tickets' } },
];

export function addDepartment(community_id: string) {
  return defineAct<Schema<'DepartmentIn'>, Schema<'DepartmentOut'>>({
    name: 'add',
    label: { zh: '新建承办部门', en: 'New department' },
    tone: 'primary',
    schema: 'DepartmentIn',
    initial: { name: '', contact: '', is_active: true },
    fields: FIELDS,
    run: (body, sending) => sending.post('/admin/v1/communities/{community_id}/departments', { params: { path: { community_id } }, body }),
  });
}

export function reviseDepartment(community_id: string, department: Schema<'DepartmentOut'>) {
  const { name, contact, is_active } = department;
  return defineAct<Schema<'DepartmentIn'>, Schema<'DepartmentOut'>>({
    name: 'revise',
    label: { zh: '修改', en: 'Edit' },
    schema: 'DepartmentIn',
    initial: { name, contact, is_active },
    fields: FIELDS,
    run: (body, sending) =>
      sending.put('/admin/v1/communities/{community_id}/departments/{department_id}', {
        params: { path: { community_id, department_id: department.id } },
        body,
      }),
  });
}

import type { Schema } from '@/client';
import { defineAct } from '@/kit/acts';
import type { Field } from '@/kit/forms';

type Body = Schema<'WorkUnitIn'>;
type WorkUnit = Schema<'WorkUnitOut'>;
const FIELDS: readonly Field<Body>[] = [
  { name: 'name', label: { zh: '名称', en: 'Name' } },
  { name: 'credit_code', label: { zh: '统一社会信用代码', en: 'Credit code' } },
  { name: 'address', label: { zh: '地址', en: 'Address' } },
];

export function addWorkUnit() {
  return defineAct<Body, WorkUnit>({
    name: 'add',
    label: { zh: '新建单位', en: 'New unit' },
    tone: 'primary',
    schema: 'WorkUnitIn',
    initial: { name: '', credit_code: '', address: null, community_id: null },
    fields: FIELDS,
    run: (body, sending) => sending.post('/admin/v1/work-units', { body }),
  });
}

export function reviseWorkUnit({ id, name, credit_code, address, community_id }: WorkUnit) {
  return defineAct<Body, WorkUnit>({
    name: 'revise',
    label: { zh: '修改', en: 'Edit' },
    schema: 'WorkUnitIn',
    initial: { name, credit_code, address, community_id },
    fields: FIELDS,
    run: (body, sending) => sending.put('/admin/v1/work-units/{work_unit_id}', { params: { path: { work_unit_id: id } }, body }),
  });
}

import type { Schema } from '@/client';
import { defineAct } from '@/kit/acts';
import { enumOptions } from '@/kit/enums';
import type { Field } from '@/kit/forms';

export type Category = Schema<'StaffServiceCategory'>;
type Body = Schema<'ServiceCategoryIn'>;

const FIELDS: readonly Field<Body>[] = [
  { name: 'name', label: { zh: '名称', en: 'Name' } },
  { name: 'description', kind: 'textarea', label: { zh: '说明', en: 'Description' } },
  { name: 'level', kind: 'radio', label: { zh: '办结级别', en: 'Level' }, options: enumOptions('Level') },
  { name: 'response_minutes', kind: 'number', label: { zh: '首次联系时限（分钟）', en: 'Minutes to the first contact' }, hint: { zh: '不填按级别', en: 'By the level if empty' } },
  { name: 'resolution_minutes', kind: 'number', label: { zh: '办结时限（分钟）', en: 'Minutes to the solution' }, hint: { zh: '不填按级别', en: 'By the level if empty' } },
  { name: 'emergency_text', kind: 'textarea', label: { zh: '紧急提示', en: 'In an emergency' }, hint: { zh: '遇到危险应先做什么，居民填写前就能看到', en: 'What to do at once; residents read it before they write' } },
  { name: 'emergency_number', label: { zh: '紧急电话', en: 'Emergency number' } },
  { name: 'is_active', kind: 'switch', label: { zh: '启用', en: 'In use' } },
];

function formOf(row: Category): Body {
  const { name, description, level, response_minutes, resolution_minutes, emergency_text, emergency_number, is_active } = row;
  return { name, description, level, response_minutes, resolution_minutes, emergency_text, emergency_number, is_active };
}

export function addCategory(community_id: string) {
  return defineAct<Body, Category>({
    name: 'add',
    label: { zh: '新建类别', en: 'New category' },
    tone: 'primary',
    schema: 'ServiceCategoryIn',
    initial: {
      ...{ name: '', description: '', level: 'seven_days', response_minutes: null, resolution_minutes: null },
      ...{ emergency_text: null, emergency_number: null, is_active: true },
    },
    fields: FIELDS,
    run: (body, sending) =>
      sending.post('/admin/v1/communities/{community_id}/service-categories', { params: { path: { community_id } }, body }),
  });
}

export function reviseCategory(community_id: string, category: Category) {
  return defineAct<Body, Category>({
    name: 'revise',
    label: { zh: '修改', en: 'Edit' },
    schema: 'ServiceCategoryIn',
    initial: formOf(category),
    fields: FIELDS,
    run: (body, sending) =>
      sending.put('/admin/v1/communities/{community_id}/service-categories/{category_id}', {
        params: { path: { community_id, category_id: category.id } },
        body,
      }),
  });
}

import { defineTexts } from '@/kit/texts';

export const texts = defineTexts({
  zh: {
    title: '居民名册',
    note: '名册用来核对居住申请。姓名和手机加密保存，任何页面都不显示。',
    size: (entries: number, households: number) => `名册共 ${entries} 条，涉及 ${households} 户。`,
    imported: '最近一次导入',
    never: '还没有导入过',
    columns: '楼栋、房号、姓名（必有）；网格、单元、手机、成年（是或否，可选）。表格会替换所列住户的原有条目；姓名留空表示清空该户。',
  },
  en: {
    title: 'Residents’ register',
    note: 'Residence claims are checked against it. Names and phones are stored encrypted; no page shows them.',
    size: (entries: number, households: number) => `${entries} entries in ${households} households.`,
    imported: 'Last import',
    never: 'Nothing has been imported yet',
    columns:
      'building, household, name; optionally grid, entrance, phone, adult (yes or no). The sheet replaces the entries of its households; an empty name empties a household.',
  },
});

import { defineTexts } from '@/kit/texts';

export const texts = defineTexts({
  zh: { title: '社区', add: '新建社区', edit: '修改社区', saved: '已保存', region: '所在区划', chooseRegion: '请选择', level: '区划级别' },
  en: { title: 'Communities', add: 'New community', edit: 'Edit the community', saved: 'Saved', region: 'Region', chooseRegion: 'Choose', level: 'Level' },
});

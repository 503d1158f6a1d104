import { defineTexts } from '@/kit/texts';

export const texts = defineTexts({
  zh: { contact: '联系居民', why: '查看会留下记录，本人能看到谁在何时、因何查看。', close: '收起', revealed: '联系方式' },
  en: { contact: 'Reach the resident', why: 'Looking is audited, and the person can see who looked, when and why.', close: 'Hide', revealed: 'How to reach them' },
});

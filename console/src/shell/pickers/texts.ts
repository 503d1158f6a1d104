import { defineTexts } from '@/kit/texts';

export const texts = defineTexts({
  zh: { findPerson: '输入姓名或称呼查找', nobodyFound: '没有找到，请换个写法', toWholeCommunity: '整个社区' },
  en: { findPerson: 'Type a name to find somebody', nobodyFound: 'Nobody found. Try another spelling', toWholeCommunity: 'The whole community' },
});

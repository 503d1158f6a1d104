import { defineTexts } from '@/kit/texts';

export const shellTexts = defineTexts({
  zh: { account: '我的账号', logOut: '退出' },
  en: { account: 'My account', logOut: 'Log out' },
});

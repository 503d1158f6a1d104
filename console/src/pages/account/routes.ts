import type { Area } from '@/shell/areas';

export const area: Area = {
  menu: [
    { route: 'inbox', title: { zh: '消息', en: 'Messages' }, group: 'work', order: 2 },
    { route: 'account', title: { zh: '我的账号', en: 'My account' }, group: 'work', order: 90 },
  ],
  routes: [
    { path: '/account', name: 'account', component: () => import('./AccountPage.vue') },
    { path: '/inbox', name: 'inbox', component: () => import('./InboxPage.vue') },
  ],
};

import type { Area } from '@/shell/areas';

export const area: Area = {
  menu: [{ route: 'home', title: { zh: '待办', en: 'To do' }, group: 'work', order: 1 }],
  routes: [
    { path: '/', name: 'home', component: () => import('./HomePage.vue') },
    { path: '/todo/:kind', name: 'todo-kind', component: () => import('./TodoKindPage.vue') },
  ],
  communityRoutes: [{ path: '', name: 'community-home', component: () => import('./HomePage.vue') }],
};

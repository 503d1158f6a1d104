import type { Area } from '@/shell/areas';

const needs = { permissions: ['community:manage'] } as const;

export const area: Area = {
  menu: [{ route: 'communities', title: { zh: '社区', en: 'Communities' }, group: 'settings', order: 10, needs }],
  routes: [
    { path: '/communities', name: 'communities', component: () => import('./CommunitiesPage.vue') },
    { path: '/communities/new', name: 'community-new', meta: { needs }, component: () => import('./CommunityFormPage.vue') },
    { path: '/communities/:editedId/edit', name: 'community-edit', meta: { needs }, component: () => import('./CommunityFormPage.vue') },
  ],
};

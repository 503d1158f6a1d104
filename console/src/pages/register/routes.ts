import type { Area } from '@/shell/areas';

const needs = { permissions: ['register:import'] } as const;

export const area: Area = {
  menu: [{ route: 'register', title: { zh: '居民名册', en: 'Register' }, group: 'people', order: 40, needs }],
  communityRoutes: [{ path: 'register', name: 'register', meta: { needs }, component: () => import('./RegisterPage.vue') }],
};

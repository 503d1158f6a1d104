import type { Area } from '@/shell/areas';

export const area: Area = {
  routes: [
    { path: '/login', name: 'login', meta: { isOpen: true }, component: () => import('./LoginPage.vue') },
    { path: '/link', name: 'account-link', meta: { isOpen: true }, component: () => import('./LinkPage.vue') },
  ],
};

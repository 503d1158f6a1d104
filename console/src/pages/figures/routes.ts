import type { Area } from '@/shell/areas';

const READ = { permissions: ['figures:read'] } as const;

export const area: Area = {
  menu: [{ route: 'figures', title: { zh: '数据概览', en: 'Figures' }, group: 'figures', order: 10, needs: READ }],
  communityRoutes: [{ path: 'figures', name: 'figures', meta: { needs: READ }, component: () => import('./FiguresPage.vue') }],
};

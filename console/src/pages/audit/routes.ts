import type { Area } from '@/shell/areas';

const needs = { permissions: ['audit:read'] } as const;
const platform = { permissions: ['administrator:manage'] } as const;

export const area: Area = {
  menu: [
    { route: 'audit', title: { zh: '操作和查阅记录', en: 'Audit and access log' }, group: 'settings', order: 60, needs },
    { route: 'platform-audit', title: { zh: '平台操作记录', en: 'Platform audit' }, group: 'settings', order: 61, needs: platform },
  ],
  communityRoutes: [{ path: 'audit', name: 'audit', meta: { needs }, component: () => import('./AuditPage.vue') }],
  routes: [{ path: '/audit', name: 'platform-audit', meta: { needs: platform }, component: () => import('./AuditPage.vue') }],
};

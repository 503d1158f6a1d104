import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { noteNavigation } from '@/kit/navigation';
import { user } from '@/kit/session';
import type { Needs } from '@/kit/session';
import { areas } from '@/shell/areas';

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may see the page; the service decides about each request in any case. */
    needs?: Needs;
    /** Whether the page is for people who are not logged in. */
    isOpen?: boolean;
  }
}

const inCommunity: RouteRecordRaw = {
  path: '/c/:communityId',
  children: areas.flatMap((area) => [...(area.communityRoutes ?? [])]),
};

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: [
    ...areas.flatMap((area) => [...(area.routes ?? [])]),
    inCommunity,
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('@/shell/NotFound.vue') },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

const ofCommunity = new Set(
  areas.flatMap((area) => (area.communityRoutes ?? []).map((route) => String(route.name))),
);

/** Whether a page belongs to one community. */
export function isOfCommunity(route: string): boolean {
  return ofCommunity.has(route);
}

router.beforeEach((to) => {
  if (user.value === undefined && !to.meta.isOpen) {
    return { name: 'login', query: to.path === '/' ? {} : { to: to.fullPath } };
  }
  return true;
});

router.afterEach((to, from) => {
  if (from.matched.length > 0 && to.path !== from.path) noteNavigation();
});

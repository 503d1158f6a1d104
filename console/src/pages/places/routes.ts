import type { Area } from '@/shell/areas';

const needs = { permissions: ['place:manage'] } as const;

export const area: Area = {
  menu: [{ route: 'places', title: { zh: '地点', en: 'Places' }, group: 'people', order: 30, needs }],
  communityRoutes: [
    { path: 'places', name: 'places', meta: { needs }, component: () => import('./PlacesPage.vue') },
    { path: 'places/import', name: 'places-import', meta: { needs }, component: () => import('./PlacesImportPage.vue') },
  ],
};

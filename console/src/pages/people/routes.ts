import type { Area } from '@/shell/areas';

const reads = { permissions: ['participant:read'] } as const;
const manages = { permissions: ['participant:manage'] } as const;
const reviews = { permissions: ['residence:review'] } as const;

export const area: Area = {
  menu: [
    { route: 'people', title: { zh: '居民', en: 'People' }, group: 'people', order: 10, needs: reads },
    { route: 'residence-claims', title: { zh: '居住核验', en: 'Residence claims' }, group: 'people', order: 20, needs: reviews },
  ],
  communityRoutes: [
    { path: 'people', name: 'people', meta: { needs: reads }, component: () => import('./PeoplePage.vue') },
    { path: 'people/new', name: 'person-new', meta: { needs: manages }, component: () => import('./JoinPage.vue') },
    { path: 'people/:participantId', name: 'person', meta: { needs: reads }, component: () => import('./PersonPage.vue') },
    { path: 'people/:participantId/claim', name: 'claim-new', meta: { needs: manages }, component: () => import('./ClaimNewPage.vue') },
    { path: 'residence-claims', name: 'residence-claims', meta: { needs: reviews }, component: () => import('./ClaimsPage.vue') },
    { path: 'residence-claims/:claimId', name: 'residence-claim', meta: { needs: reviews }, component: () => import('./ClaimPage.vue') },
  ],
  subjects: {
    residence_claim: ({ id, community_id }) => ({ name: 'residence-claim', params: { communityId: community_id, claimId: id } }),
  },
};

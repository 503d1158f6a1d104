import type { Area } from '@/shell/areas';

const grants = { permissions: ['grant:manage'] } as const;
const administrators = { permissions: ['administrator:manage'] } as const;

export const area: Area = {
  menu: [
    { route: 'administrators', title: { zh: '工作人员账号', en: 'Administrators' }, group: 'settings', order: 20, needs: administrators },
    { route: 'grants', title: { zh: '角色授权', en: 'Grants' }, group: 'settings', order: 30, needs: grants },
    { route: 'grant-proposals', title: { zh: '授权提议', en: 'Grant proposals' }, group: 'settings', order: 31, needs: grants },
  ],
  routes: [
    { path: '/administrators', name: 'administrators', meta: { needs: administrators }, component: () => import('./AdministratorsPage.vue') },
    { path: '/administrators/new', name: 'administrator-new', meta: { needs: administrators }, component: () => import('./AdministratorNewPage.vue') },
    { path: '/administrators/:administratorId', name: 'administrator', meta: { needs: administrators }, component: () => import('./AdministratorPage.vue') },
    { path: '/grants', name: 'grants', meta: { needs: grants }, component: () => import('./GrantsPage.vue') },
    { path: '/grants/new', name: 'grant-new', meta: { needs: grants }, component: () => import('./GrantNewPage.vue') },
    { path: '/grant-proposals', name: 'grant-proposals', meta: { needs: grants }, component: () => import('./ProposalsPage.vue') },
    { path: '/grant-proposals/:userId/:proposalId', name: 'grant-proposal', component: () => import('./ProposalPage.vue') },
  ],
  subjects: {
    grant_proposal: ({ id, parent_id }) =>
      parent_id === null ? { name: 'grant-proposals' } : { name: 'grant-proposal', params: { userId: parent_id, proposalId: id } },
  },
};

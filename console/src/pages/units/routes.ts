import type { Area } from '@/shell/areas';

const UNITS = { permissions: ['unit_registration:read'] } as const;
const MEMBERS = { permissions: ['member:review'] } as const;
const POSTS = { permissions: ['post:manage'] } as const;
const ORGANIZATIONS = { permissions: ['organization:read'], organization: true } as const;
const REGISTER = { permissions: ['organization:manage'] } as const;
const COUNTS = { permissions: ['member:count'] } as const;

export const area: Area = {
  menu: [
    { route: 'unit-registrations', title: { zh: '单位报到', en: 'Unit registrations' }, group: 'units', order: 10, needs: UNITS },
    { route: 'member-registrations', title: { zh: '党员报到', en: 'Member registrations' }, group: 'units', order: 11, needs: MEMBERS },
    { route: 'posts', title: { zh: '岗位', en: 'Posts' }, group: 'units', order: 12, needs: POSTS },
    { route: 'party-organizations', title: { zh: '党组织', en: 'Party organizations' }, group: 'units', order: 20, needs: ORGANIZATIONS },
    { route: 'work-units', title: { zh: '单位', en: 'Work units' }, group: 'units', order: 21, needs: ORGANIZATIONS },
    { route: 'member-counts', title: { zh: '党员报到统计', en: 'Counts of members' }, group: 'units', order: 30, needs: COUNTS },
  ],
  communityRoutes: [
    { path: 'unit-registrations', name: 'unit-registrations', meta: { needs: UNITS }, component: () => import('./UnitRegistrationListPage.vue') },
    { path: 'unit-registrations/:registrationId', name: 'unit-registration', meta: { needs: UNITS }, component: () => import('./UnitRegistrationPage.vue') },
    { path: 'member-registrations', name: 'member-registrations', meta: { needs: MEMBERS }, component: () => import('./MemberListPage.vue') },
    { path: 'member-registrations/:registrationId', name: 'member-registration', meta: { needs: MEMBERS }, component: () => import('./MemberPage.vue') },
    { path: 'posts', name: 'posts', meta: { needs: POSTS }, component: () => import('./PostListPage.vue') },
    { path: 'posts/new', name: 'post-new', meta: { needs: POSTS }, component: () => import('./PostEditPage.vue') },
    { path: 'posts/:postId', name: 'post', meta: { needs: POSTS }, component: () => import('./PostPage.vue') },
    { path: 'posts/:postId/edit', name: 'post-edit', meta: { needs: POSTS }, component: () => import('./PostEditPage.vue') },
    { path: 'post-claims/:claimId', name: 'post-claim', meta: { needs: POSTS }, component: () => import('./ClaimPage.vue') },
  ],
  routes: [
    { path: '/party-organizations', name: 'party-organizations', meta: { needs: ORGANIZATIONS }, component: () => import('./OrganizationListPage.vue') },
    { path: '/party-organizations/import', name: 'party-organizations-import', meta: { needs: REGISTER }, component: () => import('./OrganizationImportPage.vue') },
    { path: '/party-organizations/:organizationId', name: 'party-organization', meta: { needs: ORGANIZATIONS }, component: () => import('./OrganizationPage.vue') },
    { path: '/work-units', name: 'work-units', meta: { needs: ORGANIZATIONS }, component: () => import('./WorkUnitListPage.vue') },
    { path: '/work-units/import', name: 'work-units-import', meta: { needs: REGISTER }, component: () => import('./WorkUnitImportPage.vue') },
    { path: '/work-units/:workUnitId', name: 'work-unit', meta: { needs: ORGANIZATIONS }, component: () => import('./WorkUnitPage.vue') },
    { path: '/member-counts', name: 'member-counts', meta: { needs: COUNTS }, component: () => import('./MemberCountsPage.vue') },
  ],
  subjects: {
    unit_registration: (subject) => ({ name: 'unit-registration', params: { communityId: subject.community_id, registrationId: subject.id } }),
    member_registration: (subject) => ({ name: 'member-registration', params: { communityId: subject.community_id, registrationId: subject.id } }),
    post_claim: (subject) => ({ name: 'post-claim', params: { communityId: subject.community_id, claimId: subject.id } }),
    own_unit_registration: (subject) => ({ name: 'party-organization', params: { organizationId: subject.parent_id ?? subject.id } }),
    unit_assignment: (subject) => ({ name: 'party-organization', params: { organizationId: subject.parent_id ?? subject.id } }),
    liaison_proposal: (subject) => ({ name: 'party-organization', params: { organizationId: subject.parent_id ?? subject.id } }),
  },
};

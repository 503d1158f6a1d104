import './layout.css';
import type { Area } from '@/shell/areas';

const READ = { permissions: ['ticket:handle', 'ticket:manage'] } as const;
const DESK = { permissions: ['ticket:manage'] } as const;
const DEPARTMENTS = { permissions: ['department:read'] } as const;
const CATEGORIES = { permissions: ['service_category:manage', 'ticket:handle'] } as const;

export const area: Area = {
  menu: [
    { route: 'tickets', title: { zh: '诉求', en: 'Tickets' }, group: 'feedback', order: 10, needs: READ },
    { route: 'ticket-board', title: { zh: '诉求看板', en: 'Board' }, group: 'feedback', order: 11, needs: READ },
    { route: 'departments', title: { zh: '承办部门', en: 'Departments' }, group: 'feedback', order: 30, needs: DEPARTMENTS },
    { route: 'service-categories', title: { zh: '诉求类别', en: 'Categories' }, group: 'feedback', order: 31, needs: CATEGORIES },
  ],
  communityRoutes: [
    { path: 'tickets', name: 'tickets', meta: { needs: READ }, component: () => import('./TicketListPage.vue') },
    { path: 'tickets/board', name: 'ticket-board', meta: { needs: READ }, component: () => import('./TicketBoardPage.vue') },
    { path: 'tickets/new', name: 'ticket-new', meta: { needs: DESK }, component: () => import('./TicketNewPage.vue') },
    { path: 'tickets/new/community', name: 'ticket-new-community', meta: { needs: DESK }, component: () => import('./CommunityTicketPage.vue') },
    { path: 'tickets/:ticketId', name: 'ticket', meta: { needs: READ }, component: () => import('./TicketPage.vue') },
    { path: 'departments', name: 'departments', meta: { needs: DEPARTMENTS }, component: () => import('./DepartmentListPage.vue') },
    { path: 'departments/:departmentId', name: 'department', meta: { needs: DEPARTMENTS }, component: () => import('./DepartmentPage.vue') },
    { path: 'service-categories/:categoryId', name: 'service-category', meta: { needs: CATEGORIES }, component: () => import('./CategoryPage.vue') },
    { path: 'service-categories', name: 'service-categories', meta: { needs: CATEGORIES }, component: () => import('./CategoryListPage.vue') },
  ],
  subjects: {
    ticket: (subject) => ({ name: 'ticket', params: { communityId: subject.community_id, ticketId: subject.id } }),
  },
};

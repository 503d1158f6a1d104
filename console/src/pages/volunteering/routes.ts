import './layout.css';
import type { Area } from '@/shell/areas';

const READ = { permissions: ['activity:read'] } as const;
const MANAGE = { permissions: ['activity:manage'] } as const;
const SIGNUPS = { permissions: ['signup:read', 'attendance:read'] } as const;
const GUARDIANS = { permissions: ['participant:manage'] } as const;

export const area: Area = {
  menu: [
    { route: 'activities', title: { zh: '活动', en: 'Activities' }, group: 'volunteering', order: 10, needs: READ },
    { route: 'activity-calendar', title: { zh: '活动日历', en: 'Calendar' }, group: 'volunteering', order: 11, needs: READ },
    { route: 'guardianships', title: { zh: '监护关系', en: 'Guardians' }, group: 'volunteering', order: 20, needs: GUARDIANS },
  ],
  communityRoutes: [
    { path: 'activities', name: 'activities', meta: { needs: READ }, component: () => import('./ActivityListPage.vue') },
    { path: 'activities/calendar', name: 'activity-calendar', meta: { needs: READ }, component: () => import('./CalendarPage.vue') },
    { path: 'activities/new', name: 'activity-new', meta: { needs: MANAGE }, component: () => import('./ActivityNewPage.vue') },
    { path: 'activities/:activityId', name: 'activity', meta: { needs: READ }, component: () => import('./ActivityPage.vue') },
    { path: 'activities/:activityId/edit', name: 'activity-edit', meta: { needs: MANAGE }, component: () => import('./ActivityEditPage.vue') },
    { path: 'activities/:activityId/series', name: 'activity-series', meta: { needs: READ }, component: () => import('./SeriesPage.vue') },
    { path: 'activities/:activityId/shifts/new', name: 'shift-new', meta: { needs: MANAGE }, component: () => import('./ShiftNewPage.vue') },
    { path: 'shifts/:shiftId', name: 'shift', meta: { needs: SIGNUPS }, component: () => import('./ShiftPage.vue') },
    { path: 'shifts/:shiftId/edit', name: 'shift-edit', meta: { needs: MANAGE }, component: () => import('./ShiftEditPage.vue') },
    { path: 'shifts/:shiftId/attendance', name: 'shift-attendance', meta: { needs: SIGNUPS }, component: () => import('./AttendancePage.vue') },
    { path: 'signups/:signupId', name: 'signup', meta: { needs: SIGNUPS }, component: () => import('./SignupPage.vue') },
    { path: 'attendances/:attendanceId', name: 'attendance', meta: { needs: SIGNUPS }, component: () => import('./AttendanceOnePage.vue') },
    { path: 'guardianships', name: 'guardianships', meta: { needs: GUARDIANS }, component: () => import('./GuardianshipListPage.vue') },
    { path: 'guardianships/:guardianshipId', name: 'guardianship', meta: { needs: GUARDIANS }, component: () => import('./GuardianshipPage.vue') },
  ],
  subjects: {
    activity: (subject) => ({ name: 'activity', params: { communityId: subject.community_id, activityId: subject.id } }),
    signup: (subject) => ({ name: 'signup', params: { communityId: subject.community_id, signupId: subject.id } }),
    attendance: (subject) => ({ name: 'attendance', params: { communityId: subject.community_id, attendanceId: subject.id } }),
    guardianship: (subject) => ({ name: 'guardianship', params: { communityId: subject.community_id, guardianshipId: subject.id } }),
  },
};

import type { Area } from '@/shell/areas';

const READ = { permissions: ['attendance:read', 'attendance:manage'] } as const;
const CERTIFY = { permissions: ['certificate:issue'] } as const;
const REWARD = { permissions: ['reward:manage'] } as const;
const POINTS = { permissions: ['points:manage'] } as const;
const RECORD = { permissions: ['record:manage'] } as const;
const DAYS = { permissions: ['calendar:manage'] } as const;
const POSTS = { permissions: ['post:manage'] } as const;

export const area: Area = {
  menu: [
    { route: 'service-entries', title: { zh: '服务时长', en: 'Hours' }, group: 'service', order: 10, needs: READ },
    { route: 'service-anomalies', title: { zh: '异常提示', en: 'Anomalies' }, group: 'service', order: 11, needs: READ },
    { route: 'certificates', title: { zh: '志愿服务记录证明', en: 'Certificates' }, group: 'service', order: 20, needs: CERTIFY },
    { route: 'duty-days', title: { zh: '值守安排', en: 'Duty days' }, group: 'service', order: 30, needs: POSTS },
    { route: 'service-days', title: { zh: '社区服务日', en: 'Service days' }, group: 'service', order: 31, needs: POSTS },
    { route: 'rewards', title: { zh: '积分兑换', en: 'Rewards' }, group: 'service', order: 40, needs: REWARD },
    { route: 'redemptions', title: { zh: '兑换记录', en: 'Redemptions' }, group: 'service', order: 41, needs: REWARD },
    { route: 'points', title: { zh: '积分设置', en: 'Points' }, group: 'service', order: 42, needs: POINTS },
    { route: 'star-scheme', title: { zh: '星级标准', en: 'Stars' }, group: 'service', order: 50, needs: RECORD },
    { route: 'working-days', title: { zh: '工作日历', en: 'Working days' }, group: 'settings', order: 60, needs: DAYS },
  ],
  communityRoutes: [
    { path: 'service-entries', name: 'service-entries', meta: { needs: READ }, component: () => import('./EntryListPage.vue') },
    { path: 'service-entries/:entryId', name: 'service-entry', meta: { needs: READ }, component: () => import('./EntryPage.vue') },
    { path: 'occasions/:occasionId/hours', name: 'occasion-hours', meta: { needs: READ }, component: () => import('./OccasionHoursPage.vue') },
    { path: 'service-anomalies', name: 'service-anomalies', meta: { needs: READ }, component: () => import('./AnomalyListPage.vue') },
    { path: 'certificates', name: 'certificates', meta: { needs: CERTIFY }, component: () => import('./CertificateListPage.vue') },
    { path: 'certificates/:certificateId', name: 'certificate', meta: { needs: CERTIFY }, component: () => import('./CertificatePage.vue') },
    { path: 'duty-days', name: 'duty-days', meta: { needs: POSTS }, component: () => import('./DutyDayListPage.vue') },
    { path: 'duty-days/:dutyDayId', name: 'duty-day', meta: { needs: POSTS }, component: () => import('./DutyDayPage.vue') },
    { path: 'duty-days/:dutyDayId/attendance', name: 'duty-attendance', meta: { needs: READ }, component: () => import('@/pages/volunteering/AttendancePage.vue') },
    { path: 'service-days', name: 'service-days', meta: { needs: POSTS }, component: () => import('./ServiceDayListPage.vue') },
    { path: 'service-days/:serviceDayId', name: 'service-day', meta: { needs: POSTS }, component: () => import('./ServiceDayPage.vue') },
    { path: 'rewards', name: 'rewards', meta: { needs: REWARD }, component: () => import('./RewardListPage.vue') },
    { path: 'rewards/:rewardId', name: 'reward', meta: { needs: REWARD }, component: () => import('./RewardPage.vue') },
    { path: 'redemptions', name: 'redemptions', meta: { needs: REWARD }, component: () => import('./RedemptionListPage.vue') },
    { path: 'redemptions/:redemptionId', name: 'redemption', meta: { needs: REWARD }, component: () => import('./RedemptionPage.vue') },
    { path: 'points', name: 'points', meta: { needs: POINTS }, component: () => import('./PointsPage.vue') },
    { path: 'star-scheme', name: 'star-scheme', meta: { needs: RECORD }, component: () => import('./StarSchemePage.vue') },
    { path: 'working-days', name: 'working-days', meta: { needs: DAYS }, component: () => import('./WorkingDaysPage.vue') },
  ],
  subjects: {
    service_entry: (subject) => ({ name: 'service-entry', params: { communityId: subject.community_id, entryId: subject.id } }),
    service_occasion: (subject) => ({ name: 'occasion-hours', params: { communityId: subject.community_id, occasionId: subject.id } }),
    certificate: (subject) => ({ name: 'certificate', params: { communityId: subject.community_id, certificateId: subject.id } }),
    redemption: (subject) => ({ name: 'redemption', params: { communityId: subject.community_id, redemptionId: subject.id } }),
    point_debt: (subject) => ({ name: 'points', params: { communityId: subject.community_id } }),
  },
};

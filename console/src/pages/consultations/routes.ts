import './layout.css';
import type { Area } from '@/shell/areas';

const READ = { permissions: ['topic:read'] } as const;
const MANAGE = { permissions: ['topic:manage'] } as const;
const BALLOTS = { permissions: ['ballot:manage', 'ballot:certify'] } as const;

export const area: Area = {
  menu: [
    { route: 'topics', title: { zh: '议题', en: 'Topics' }, group: 'consultations', order: 10, needs: READ },
    { route: 'opinions-to-read', title: { zh: '待阅意见', en: 'Opinions to read' }, group: 'consultations', order: 11, needs: MANAGE },
    { route: 'ballots', title: { zh: '表决', en: 'Ballots' }, group: 'consultations', order: 12, needs: BALLOTS },
  ],
  communityRoutes: [
    { path: 'topics', name: 'topics', meta: { needs: READ }, component: () => import('./TopicListPage.vue') },
    { path: 'topics/new', name: 'topic-new', meta: { needs: MANAGE }, component: () => import('./TopicNewPage.vue') },
    { path: 'topics/:topicId', name: 'topic', meta: { needs: READ }, component: () => import('./TopicPage.vue') },
    { path: 'topics/:topicId/ballot', name: 'ballot-new', meta: { needs: BALLOTS }, component: () => import('./BallotNewPage.vue') },
    { path: 'opinions', name: 'opinions-to-read', meta: { needs: MANAGE }, component: () => import('./OpinionListPage.vue') },
    { path: 'opinions/:opinionId', name: 'opinion', meta: { needs: READ }, component: () => import('./OpinionPage.vue') },
    { path: 'ballots', name: 'ballots', meta: { needs: BALLOTS }, component: () => import('./BallotListPage.vue') },
    { path: 'ballots/:ballotId', name: 'ballot', meta: { needs: READ }, component: () => import('./BallotPage.vue') },
    { path: 'ballots/:ballotId/edit', name: 'ballot-edit', meta: { needs: BALLOTS }, component: () => import('./BallotEditPage.vue') },
  ],
  subjects: {
    topic: (subject) => ({ name: 'topic', params: { communityId: subject.community_id, topicId: subject.id } }),
    opinion: (subject) => ({ name: 'opinion', params: { communityId: subject.community_id, opinionId: subject.id } }),
    ballot: (subject) => ({ name: 'ballot', params: { communityId: subject.community_id, ballotId: subject.id } }),
  },
};

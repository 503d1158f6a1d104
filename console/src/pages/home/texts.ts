import { defineTexts } from '@/kit/texts';

export const texts = defineTexts({
  zh: {
    title: '待办',
    note: (count: number, overdue: number) =>
      count === 0 ? '现在没有待办事项。' : `共 ${count} 件待办${overdue ? `，其中 ${overdue} 件已超期` : ''}`,
    waiting: (n: number) => `${n} 件`,
    overdue: (n: number) => `${n} 件超期`,
    nextDue: '最早到期',
    all: '查看全部',
    nothing: '没有待办事项。',
    due: '办理期限',
    since: '提交时间',
    what: '事项',
    where: '地点',
    community: '社区',
    communityHome: '社区概况',
    unnamed: '打开办理',
  },
  en: {
    title: 'To do',
    note: (count: number, overdue: number) =>
      count === 0 ? 'Nothing waits for you now.' : `${count} waiting${overdue ? `, ${overdue} of them overdue` : ''}`,
    waiting: (n: number) => `${n} waiting`,
    overdue: (n: number) => `${n} overdue`,
    nextDue: 'Next due',
    all: 'See all',
    nothing: 'Nothing waits for you.',
    due: 'Due',
    since: 'Since',
    what: 'What',
    where: 'Where',
    community: 'Community',
    communityHome: 'The community',
    unnamed: 'Open',
  },
});

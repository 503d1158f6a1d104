import { defineTexts } from '@/kit/texts';

export const texts = defineTexts({
  zh: {
    title: '操作和查阅记录',
    platform: '平台操作记录',
    note: '谁在什么时候办理或查阅了什么，最近的在前。查看本页也会留下记录。个人信息的内容不在记录里。',
    nobody: '系统',
  },
  en: {
    title: 'Audit and access log',
    platform: 'Platform audit',
    note: 'Who did or read what and when, newest first. Reading this page is audited, too. Values are never in it.',
    nobody: 'The system',
  },
});

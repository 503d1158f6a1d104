import { defineConfig, type DefaultTheme } from 'vitepress'

type Pages = [path: string, zh: string, en: string][]

/** The whole book in its order: path, Chinese title, English title. A page without a file fails the build. */
const groups: [zh: string, en: string, pages: Pages][] = [
  ['开始', 'Start', [
    ['quick-start', '快速上手', 'Quick start'],
    ['concepts', '基本概念', 'Concepts'],
    ['roles', '角色与权限', 'Roles and permissions'],
  ]],
  ['对接', 'Integration', [
    ['login', '登录与续期', 'Login and refresh'],
    ['retries', '重试与幂等', 'Retries and idempotency'],
    ['errors', '错误代码', 'Errors'],
    ['lists', '列表与分页', 'Lists and pages'],
    ['times-places', '时间与坐标', 'Times and coordinates'],
    ['limits', '限额', 'Limits'],
    ['miniprogram', '小程序接入', 'Mini-program guide'],
    ['admin-client', '管理端接入', 'Administrators’ client guide'],
    ['versioning', '版本与变更', 'Versions and changes'],
  ]],
  ['四项工作', 'The four jobs', [
    ['volunteering', '志愿服务', 'Volunteering'],
    ['double-reporting', '双报到', 'Double reporting'],
    ['consultation', '民主协商', 'Consultation'],
    ['feedback', '诉求办理', 'Service feedback'],
  ]],
  ['使用与运行', 'Use and operation', [
    ['console', '工作台使用手册', 'Console manual'],
    ['operations', '部署与运维', 'Operations'],
    ['privacy-notice', '隐私告知范本', 'Privacy notice template'],
  ]],
  ['参考', 'Reference', [
    ['operations-resident', '居民接口一览', 'Residents’ operations'],
    ['operations-admin', '管理接口一览', 'Administrators’ operations'],
    ['labels', '取值与名称', 'Values and their names'],
    ['states', '状态图', 'States'],
  ]],
]

const sidebar = (language: 'zh' | 'en'): DefaultTheme.SidebarItem[] =>
  groups.map(([zh, en, pages]) => ({
    text: language === 'zh' ? zh : en,
    items: pages.map(([path, zhTitle, enTitle]) => ({
      text: language === 'zh' ? zhTitle : enTitle,
      link: language === 'zh' ? `/${path}` : `/en/${path}`,
    })),
  }))

export default defineConfig({
  title: 'Linli 邻里',
  description: '社区居民参与的开放后台 · The open backend for resident participation in urban communities',
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ['README.md'],
  outDir: '../../var/docs-site',
  cacheDir: '../../var/docs-site-cache',
  locales: {
    root: {
      label: '简体中文', lang: 'zh-CN',
      themeConfig: {
        sidebar: sidebar('zh'),
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观', sidebarMenuLabel: '目录', returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言', skipToContentLabel: '跳到正文',
      },
    },
    en: { label: 'English', lang: 'en', link: '/en/', themeConfig: { sidebar: sidebar('en') } },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: {
          root: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有找到', resetButtonTitle: '清除', displayDetails: '显示详情',
                footer: { selectText: '打开', navigateText: '上下移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
})

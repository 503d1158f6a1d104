import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router';
import type { Schema } from '@/client';
import type { Needs } from '@/kit/session';
import type { Text } from '@/kit/texts';

/** Headings of the side menu, in their order. */
export const GROUPS = {
  work: { zh: '工作', en: 'Work' },
  people: { zh: '居民与地点', en: 'People and places' },
  volunteering: { zh: '志愿服务', en: 'Volunteering' },
  service: { zh: '服务记录', en: 'Service records' },
  feedback: { zh: '诉求办理', en: 'Tickets' },
  consultations: { zh: '协商议事', en: 'Consultations' },
  units: { zh: '双报到', en: 'Double reporting' },
  figures: { zh: '数据', en: 'Figures' },
  settings: { zh: '管理', en: 'Administration' },
} as const satisfies Record<string, Text>;

export type Group = keyof typeof GROUPS;
export type Subject = Schema<'StaffSubjectOut'>;
export type SubjectKind = Subject['kind'];

export interface MenuItem {
  /** Name of the route that it opens. */
  route: string;
  title: Text;
  group: Group;
  order?: number;
  /** Who sees it; everybody without it. */
  needs?: Needs;
}

/** What an area of the console brings along; `pages/<area>/routes.ts` exports it as `area`. */
export interface Area {
  menu?: readonly MenuItem[];
  /** Pages of one community, below `/c/:communityId/`; paths are relative. */
  communityRoutes?: readonly RouteRecordRaw[];
  /** Pages that belong to no community; paths begin with a slash. */
  routes?: readonly RouteRecordRaw[];
  /** Where messages and duties about a subject lead. */
  subjects?: Partial<Record<SubjectKind, (subject: Subject) => RouteLocationRaw>>;
}

const modules = import.meta.glob<{ area: Area }>('../pages/*/routes.ts', { eager: true });

export const areas: readonly Area[] = Object.values(modules).map((module) => module.area);

export const menuItems: readonly MenuItem[] = areas
  .flatMap((area) => area.menu ?? [])
  .sort((a, b) => (a.order ?? 50) - (b.order ?? 50));

/** Returns the page where a subject is dealt with, or null where no page is made for it. */
export function pageOf(subject: Subject | null): RouteLocationRaw | null {
  if (subject === null) return null;
  for (const area of areas) {
    const to = area.subjects?.[subject.kind]?.(subject);
    if (to !== undefined) return to;
  }
  return null;
}

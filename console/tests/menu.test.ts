import { expect, test } from 'vitest';
import type { Permission, StaffMe } from '@/client';
import { may } from '@/kit/session';
import type { MenuItem } from '@/shell/areas';
import { menuFor } from '@/shell/menu';

function someone(permissions: Permission[], inPlaces: Permission[] = []): StaffMe {
  return {
    id: 'u',
    name: '王芳',
    login_name: 'wang',
    locale: 'zh',
    has_second_factor: true,
    has_more_communities: false,
    grants: [],
    departments: [],
    organizations: [],
    communities: [
      { id: 'here', name: '云桥社区', short_number: 1, departments: [], permissions, permissions_in_places: inPlaces },
      { id: 'there', name: '溪畔社区', short_number: 2, departments: [], permissions: [], permissions_in_places: [] },
    ],
  };
}

const items: MenuItem[] = [
  { route: 'home', title: { zh: '待办', en: 'To do' }, group: 'work' },
  { route: 'places', title: { zh: '地点', en: 'Places' }, group: 'people', needs: { permissions: ['place:manage'] } },
  { route: 'people', title: { zh: '居民', en: 'People' }, group: 'people', needs: { permissions: ['participant:read'] } },
  { route: 'administrators', title: { zh: '管理员', en: 'Administrators' }, group: 'settings', needs: { permissions: ['administrator:manage'] } },
];
const ofCommunity = (route: string) => ['places', 'people'].includes(route);
const routes = (me: StaffMe | undefined, community: string | null) =>
  menuFor(items, me, community, ofCommunity).flatMap((one) => one.items.map((item) => item.route));

test('the menu offers what somebody may do in the community that is chosen', () => {
  expect(routes(someone(['place:manage']), 'here')).toEqual(['home', 'places']);
  expect(routes(someone(['place:manage']), 'there')).toEqual(['home']);
});

test('a permission in a part of the community is enough, as the grid worker has it', () => {
  expect(routes(someone([], ['participant:read']), 'here')).toEqual(['home', 'people']);
});

test('pages outside of communities need the permission anywhere', () => {
  expect(routes(someone(['administrator:manage']), 'there')).toEqual(['home', 'administrators']);
});

test('one of several permissions is enough', () => {
  const either: MenuItem = { ...items[1]!, needs: { permissions: ['place:manage', 'participant:read'] } };
  const offered = menuFor([either], someone(['participant:read']), 'here', ofCommunity);
  expect(offered.map((one) => one.items)).toEqual([[either]]);
});

test('a group of which nothing is offered is left out', () => {
  const groups = (me: StaffMe) => menuFor(items, me, 'here', ofCommunity).map((one) => one.group);
  expect(groups(someone([]))).toEqual(['work']);
  expect(groups(someone(['place:manage', 'administrator:manage']))).toEqual(['work', 'people', 'settings']);
});

test('without a community or before one is known, nothing of communities is offered', () => {
  expect(routes(someone(['place:manage']), null)).toEqual(['home']);
  expect(routes(undefined, 'here')).toEqual(['home']);
});

test('who looks after an organization is told apart from who has a permission', () => {
  const liaison = { ...someone([]), organizations: [{ id: 'o', name: '云桥小学支部', kind: 'branch' as const }] };
  expect(may(liaison, { organization: true }, null)).toBe(true);
  expect(may(someone([]), { organization: true }, null)).toBe(false);
});

import type { StaffMe } from '@/client';
import { may } from '@/kit/session';
import { GROUPS, type Group, type MenuItem } from '@/shell/areas';

export interface MenuGroup {
  group: Group;
  items: MenuItem[];
}

/**
 * Returns the menu of somebody in a community: the items that they may use, group by group. Items of
 * a community are left out where no community is chosen.
 */
export function menuFor(
  items: readonly MenuItem[],
  me: StaffMe | undefined,
  communityId: string | null,
  isOfCommunity: (route: string) => boolean,
): MenuGroup[] {
  const offered = items.filter((item) => {
    if (!isOfCommunity(item.route)) return may(me, item.needs, null);
    return communityId !== null && may(me, item.needs, communityId);
  });
  return (Object.keys(GROUPS) as Group[])
    .map((group) => ({ group, items: offered.filter((item) => item.group === group) }))
    .filter((one) => one.items.length > 0);
}

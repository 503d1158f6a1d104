import { computed } from 'vue';
import type { Permission } from '@/client';
import { may, useMe } from '@/kit/session';
import { useCommunityId } from '@/shell/community';

/** Whether one has a permission in the community of the page. */
export function useMay(permission: Permission) {
  const me = useMe();
  const communityId = useCommunityId();
  return computed(() => may(me.data.value, { permissions: [permission] }, communityId.value));
}

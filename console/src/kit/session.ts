import { isProblem, type Administrator, type Credentials } from '@linli/admin-client';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import { linli, type Permission, type StaffMe } from '@/client';
import { Drafts } from '@/kit/drafts';
import { queryClient } from '@/kit/queries';

/** Who is logged in here; undefined before the first login and after a logout. */
export const user = ref<Administrator>();

/** Whether the login has ended while somebody was at work: a dialog asks for it again. */
export const isExpired = ref(false);

export const drafts = new Drafts(sessionStorage, () => user.value?.login_name ?? '');

/** Finds the login that this tab has kept. */
export async function restoreSession(): Promise<void> {
  user.value = await linli.session.user();
}

linli.session.onEnded(() => {
  isExpired.value = true;
});

export async function logIn(credentials: Credentials): Promise<void> {
  const before = user.value?.login_name;
  user.value = await linli.login(credentials);
  if (before !== undefined && before !== user.value.login_name) queryClient.clear();
  isExpired.value = false;
  await queryClient.invalidateQueries();
}

/** Ends the login and forgets everything that was shown or typed. */
export async function logOut(): Promise<void> {
  await linli.logout().catch(() => undefined);
  drafts.dropAll();
  user.value = undefined;
  isExpired.value = false;
  queryClient.clear();
}

/** Whether a failure says that there is no login any more. */
export function isLoggedOut(error: unknown): boolean {
  return isProblem(error) && error.status === 401;
}

/** Who one is and what one may do, as the menu needs it. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: () => linli.get('/admin/v1/me'),
    enabled: computed(() => user.value !== undefined),
    staleTime: 60_000,
  });
}

/** What a page or an act asks for; one of the permissions is enough. */
export interface Needs {
  permissions?: readonly Permission[];
  /** Whether it is for people who look after an organization, too. */
  organization?: boolean;
}

/** Whether somebody has what is needed, in one community or (null) in any. */
export function may(me: StaffMe | undefined, needs: Needs | undefined, communityId: string | null): boolean {
  if (needs === undefined) return true;
  if (me === undefined) return false;
  if (needs.organization && me.organizations.length > 0) return true;
  const wanted = needs.permissions;
  if (wanted === undefined) return needs.organization === undefined;
  return me.communities
    .filter((community) => communityId === null || community.id === communityId)
    .some((community) =>
      [...community.permissions, ...community.permissions_in_places].some((held) => wanted.includes(held)),
    );
}

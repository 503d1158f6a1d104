import { useQuery } from '@tanstack/vue-query';
import { computed, reactive, type Ref } from 'vue';
import { linli } from '@/client';

export interface Choice {
  id: string;
  name: string;
}

/** The departments of a community that take tickets. */
export function useDepartments(communityId: Ref<string>) {
  return reactive(
    useQuery({
      queryKey: computed(() => ['departments-to-choose', communityId.value]),
      queryFn: async (): Promise<Choice[]> => {
        const all = await linli.all('/admin/v1/communities/{community_id}/departments', {
          params: { path: { community_id: communityId.value }, query: { limit: 100 } },
        });
        return all.filter((one) => one.is_active).map(({ id, name }) => ({ id, name }));
      },
      staleTime: 60_000,
    }),
  );
}

/** The categories of a community's tickets that are in use. */
export function useCategories(communityId: Ref<string>) {
  return reactive(
    useQuery({
      queryKey: computed(() => ['categories-to-choose', communityId.value]),
      queryFn: async (): Promise<Choice[]> => {
        const all = await linli.all('/admin/v1/communities/{community_id}/service-categories', {
          params: { path: { community_id: communityId.value }, query: { limit: 100 } },
        });
        return all.filter((one) => one.is_active).map(({ id, name }) => ({ id, name }));
      },
      staleTime: 60_000,
    }),
  );
}

/** Other open tickets, into which one may be merged. */
export function useOpenTickets(communityId: Ref<string>, exceptId: string) {
  return reactive(
    useQuery({
      queryKey: computed(() => ['tickets-to-merge-into', communityId.value]),
      queryFn: async (): Promise<Choice[]> => {
        const page = await linli.get('/admin/v1/communities/{community_id}/tickets', {
          params: { path: { community_id: communityId.value }, query: { limit: 100 } },
        });
        return page.items
          .filter((one) => one.id !== exceptId && one.visibility === 'public')
          .map(({ id, number, text }) => ({ id, name: `${number} ${text.slice(0, 30)}` }));
      },
      enabled: false,
    }),
  );
}

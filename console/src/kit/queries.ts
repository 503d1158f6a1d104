import { isProblem } from '@linli/admin-client';
import { QueryClient, useQuery } from '@tanstack/vue-query';
import { computed, reactive, toValue, type MaybeRefOrGetter } from 'vue';

/** What has been read; a refusal is not asked for again, and the client repeats lost requests itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => !isProblem(error) && count < 1,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/**
 * One thing of the service. `keep` shows what a write has answered with, without asking again;
 * lists that may show it are fetched when they are next on the page.
 */
export function useResource<Data>(options: {
  key: MaybeRefOrGetter<readonly unknown[]>;
  fetch: () => Promise<Data>;
  enabled?: MaybeRefOrGetter<boolean>;
}) {
  const query = useQuery({
    queryKey: computed(() => toValue(options.key)),
    queryFn: options.fetch,
    enabled: computed(() => toValue(options.enabled) ?? true),
  });
  return reactive({
    query: reactive(query),
    data: query.data,
    keep(data: Data): Data {
      queryClient.setQueryData<Data>([...toValue(options.key)], data);
      void refreshOthers(toValue(options.key));
      return data;
    },
    async reload(): Promise<void> {
      await queryClient.invalidateQueries({ queryKey: [...toValue(options.key)] });
      await refreshOthers(toValue(options.key));
    },
  });
}

/** Marks everything as old but the thing itself: counts, lists and neighbours may have changed. */
export async function refreshOthers(key: readonly unknown[] = []): Promise<void> {
  const own = JSON.stringify(key);
  await queryClient.invalidateQueries({
    predicate: (query) => JSON.stringify(query.queryKey) !== own && query.queryKey[0] !== 'me',
  });
}

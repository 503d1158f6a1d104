import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, reactive, ref, watch, type MaybeRefOrGetter, toValue } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Text } from '@/kit/texts';

/** A page of any list of the service. */
export interface Page<Row> {
  items: Row[];
  next_cursor: string | null;
  /** Size of the whole list; 1,001 stands for more than 1,000. */
  total?: number | null;
}

/** A filter with a few values, such as a status. Values that the address has wrongly are left out. */
export interface ChoiceFilter<Value extends string> {
  kind: 'choice';
  label: Text;
  options: readonly { value: Value; label: Text }[];
}

/** A filter that is typed: a search, a number, a day. */
export interface TypedFilter {
  kind: 'text' | 'date';
  label: Text;
  hint?: Text;
}

export type Filter = ChoiceFilter<string> | TypedFilter;
export type Filters = Record<string, Filter>;

/** The values of filters: one of the choices, or what was typed; undefined where nothing is set. */
export type FilterValues<F extends Filters> = {
  [Name in keyof F]?: F[Name] extends ChoiceFilter<infer Value> ? Value : string;
};

export function choice<Value extends string>(
  label: Text,
  options: readonly { value: Value; label: Text }[],
): ChoiceFilter<Value> {
  return { kind: 'choice', label, options };
}

export const YES_OR_NO = [
  { value: 'true', label: { zh: '是', en: 'Yes' } },
  { value: 'false', label: { zh: '否', en: 'No' } },
] as const;

export interface ListOptions<Row, F extends Filters> {
  /** Names the list in the cache; pages and filters are added. */
  key: MaybeRefOrGetter<readonly unknown[]>;
  filters?: F;
  /** Fetches one page; `limit`, `cursor` and the filters go into the query as they are. */
  fetch: (query: FilterValues<F> & { limit: number; cursor?: string }) => Promise<Page<Row>>;
  pageSize?: number;
  /** Whether the page is fetched again every few seconds, because something in it is under way. */
  refetchWhile?: (page: Page<Row>) => boolean;
  enabled?: MaybeRefOrGetter<boolean>;
}

/**
 * A list of the service, page by page. Filters and the order stand in the address, so that going
 * back finds them; cursors are kept for the pages that have been seen.
 */
export function useResourceList<Row, F extends Filters = Record<never, never>>(options: ListOptions<Row, F>) {
  const route = useRoute();
  const router = useRouter();
  const filters: Filters = options.filters ?? {};
  const cursors = ref<string[]>([]);
  const pageSize = ref(options.pageSize ?? 50);

  const values = computed(() => readFilters(filters, route.query) as FilterValues<F>);
  const isFiltered = computed(() => Object.values(values.value).some((value) => value !== undefined));
  watch(values, (now, before) => {
    if (JSON.stringify(now) !== JSON.stringify(before)) cursors.value = [];
  });

  const query = useQuery({
    queryKey: computed(() => [...toValue(options.key), values.value, cursors.value.at(-1), pageSize.value]),
    queryFn: () =>
      options.fetch({
        ...values.value,
        limit: pageSize.value,
        ...(cursors.value.length ? { cursor: cursors.value.at(-1) } : {}),
      }),
    placeholderData: keepPreviousData,
    refetchInterval: (running) =>
      running.state.data !== undefined && options.refetchWhile?.(running.state.data) ? 3000 : false,
    enabled: computed(() => toValue(options.enabled) ?? true),
  });

  function show(changed: Record<string, string | undefined>): void {
    void router.replace({ query: { ...route.query, ...changed } });
  }

  return reactive({
    query: reactive(query),
    filters,
    values,
    isFiltered,
    pageNumber: computed(() => cursors.value.length + 1),
    hasPrevious: computed(() => cursors.value.length > 0),
    hasNext: computed(() => Boolean(query.data.value?.next_cursor)),
    next(): void {
      const cursor = query.data.value?.next_cursor;
      if (cursor) cursors.value = [...cursors.value, cursor];
    },
    previous(): void {
      cursors.value = cursors.value.slice(0, -1);
    },
    set(changed: Record<string, string | undefined>): void {
      show(Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value || undefined])));
    },
    clear(): void {
      show(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])));
    },
  });
}

export type ResourceListState<Row> = {
  query: {
    data: Page<Row> | undefined;
    error: unknown;
    isPending: boolean;
    isFetching: boolean;
    isPlaceholderData: boolean;
    fetchStatus: string;
    refetch: () => unknown;
  };
  filters: Filters;
  values: Readonly<Record<string, string | undefined>>;
  isFiltered: boolean;
  pageNumber: number;
  hasPrevious: boolean;
  hasNext: boolean;
  next: () => void;
  previous: () => void;
  set: (changed: Record<string, string | undefined>) => void;
  clear: () => void;
};

function readFilters(filters: Filters, query: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const value = query[name];
    if (typeof value !== 'string' || value === '') continue;
    const isKnown = filter.kind !== 'choice' || filter.options.some((option) => option.value === value);
    if (isKnown) found[name] = value;
  }
  return found;
}

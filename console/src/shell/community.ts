import { computed, ref, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useMe } from '@/kit/session';

const KEPT_AT = 'linli.console.community';

/** The community that was worked in last; pages outside of communities keep it for the menu. */
const chosen = ref<string | null>(sessionStorage.getItem(KEPT_AT));
watch(chosen, (id) => {
  if (id) sessionStorage.setItem(KEPT_AT, id);
});

/** The community of the page, or the one that was worked in last. */
export function useCommunity() {
  const route = useRoute();
  const me = useMe();
  const served = computed(() => me.data.value?.communities ?? []);
  const id = computed<string | null>(() => {
    const named = route.params.communityId;
    if (typeof named === 'string') return named;
    const known = served.value.find((community) => community.id === chosen.value) ?? served.value[0];
    return known?.id ?? null;
  });
  watch(id, (now) => (chosen.value = now ?? chosen.value), { immediate: true });
  return {
    id,
    served,
    community: computed(() => served.value.find((community) => community.id === id.value)),
    hasMore: computed(() => me.data.value?.has_more_communities ?? false),
  };
}

/** The id in the address of a page of one community. */
export function useCommunityId() {
  const route = useRoute();
  return computed(() => String(route.params.communityId ?? ''));
}

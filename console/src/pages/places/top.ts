import { linli } from '@/client';

/** Communities with grids begin with them, the others with buildings. */
export async function topKind(communityId: string): Promise<'grid' | 'building'> {
  const grids = await linli.get('/admin/v1/communities/{community_id}/places', {
    params: { path: { community_id: communityId }, query: { limit: 1, kind: 'grid' } },
  });
  return grids.items.length ? 'grid' : 'building';
}

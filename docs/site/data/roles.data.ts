import { read, watched } from './documents'

export declare const data: Record<string, string[]>
export default {
  watch: [watched('openapi/roles.json')],
  load: (): Record<string, string[]> => JSON.parse(read('openapi/roles.json')) as Record<string, string[]>,
}

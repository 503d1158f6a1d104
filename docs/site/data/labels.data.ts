import { read, watched } from './documents'

export type Labels = Record<string, Record<string, { zh: string; en: string }>>

export declare const data: Labels
export default {
  watch: [watched('openapi/labels.json')],
  load: (): Labels => JSON.parse(read('openapi/labels.json')) as Labels,
}

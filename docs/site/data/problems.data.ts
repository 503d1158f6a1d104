import { read, watched } from './documents'

export interface Problem {
  code: string
  status: number
  title: { zh: string; en: string }
  detail: { zh: string; en: string }
  members?: Record<string, { description?: string }>
}

export declare const data: Problem[]
export default {
  watch: [watched('openapi/problems.json')],
  load: (): Problem[] =>
    (JSON.parse(read('openapi/problems.json')) as Problem[]).sort((a, b) => a.code.localeCompare(b.code)),
}

import { operations, watched, type Group } from './documents'

export declare const data: { resident: Group[]; admin: Group[] }
export default {
  watch: [watched('openapi/resident.json'), watched('openapi/admin.json')],
  load: () => ({
    resident: operations('openapi/resident.json'),
    admin: operations('openapi/admin.json'),
  }),
}

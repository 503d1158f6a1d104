import { createAdmin, webStore, type AdminSchemas } from '@linli/admin-client';
import { watchEffect } from 'vue';
import { language } from '@/kit/texts';

/** The service, through its generated client. The login lives as long as the tab. */
export const linli = createAdmin({ store: webStore('linli.console', sessionStorage) });

watchEffect(() => {
  linli.language = language.value;
});

/** The schemas of the administrators' document by their names. */
export type Schema<Name extends keyof AdminSchemas> = AdminSchemas[Name];
export type Permission = Schema<'ServedCommunity'>['permissions'][number];
export type StaffMe = Schema<'StaffMe'>;

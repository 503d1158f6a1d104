// Generated from openapi/resident.json: do not edit. Licence: Apache-2.0.
export const LABELS: Record<string, Record<string, [zh: string, en: string]>> = {};

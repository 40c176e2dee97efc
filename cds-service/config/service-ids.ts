/** The services there are, by id; `hooks/services.ts` says what each is. A trust file may name those that an EHR uses. */
export const SERVICE_IDS = [
  'pgx-order-select',
  'pgx-order-sign',
  'pgx-patient-view',
  'oncology-order-sign',
  'oncology-patient-view',
] as const;

export type ServiceId = (typeof SERVICE_IDS)[number];

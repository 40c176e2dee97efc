/** What this product adds to the rules: which keys it needs, and how long a token may live. */
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import { RESULT_KEYS } from '../hooks/services.ts';
import { readAsService } from './service-reading.ts';
import type { CheckDefaults } from './trial.ts';

/** `tokenAgeSeconds` as GENEHOOK_TOKEN_AGE_SECONDS has it when it is not set. */
export const CHECK_DEFAULTS: CheckDefaults = {
  needs: RESULT_KEYS,
  essential: Object.entries(PREFETCH).flatMap(([key, { essential }]) => (essential ? [key] : [])),
  tokenAgeSeconds: 3600,
  readAsService,
};

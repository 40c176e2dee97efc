import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import type { PredictionCount } from '../../models/index.ts';
import { createMetrics } from './metrics.ts';

it('/metrics counts predictions and says nothing of what went into them', async () => {
  const metrics = createMetrics(() => 'open', new Registry());
  const count: PredictionCount = { model: 'warfarin-dose', bins: { CYP2C9: '*1/*3', age: '≤ 58' }, abstained: false };
  metrics.predicted(count);
  metrics.predicted({ ...count, abstained: true });
  const text = await metrics.text();
  expect(text).toContain('genehook_predictions_total{model="warfarin-dose",outcome="made"} 1');
  expect(text).toContain('genehook_predictions_total{model="warfarin-dose",outcome="abstained"} 1');
  expect(text).not.toMatch(/CYP2C9|≤ 58/);
});

import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../operation/metrics.ts';
import { readCounts } from './models.ts';

describe('drift counts travel through /metrics', () => {
  it('what the service counts is what the command reads', async () => {
    const metrics = createMetrics(() => 'open', new Registry());
    metrics.predicted({ model: 'warfarin-dose', bins: { CYP2C9: '*1/*3', age: '≤ 58' }, abstained: false });
    metrics.predicted({ model: 'warfarin-dose', bins: { CYP2C9: '*1/*3', age: 'not on file' }, abstained: true });
    const counts = readCounts(await metrics.text());
    expect(counts.get('warfarin-dose')).toEqual({
      inputs: { CYP2C9: { '*1/*3': 2 }, age: { '≤ 58': 1, 'not on file': 1 } },
      made: 1,
      abstained: 1,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { tallMan } from './tall-man.ts';

describe('tall-man letters', () => {
  const write = tallMan(['traMADol', '.*', 'HYDROmorphone']);
  it.each([
    ['carboplatin', 'CARBOplatin'],
    ['osimertinib + pemetrexed + cisplatin', 'osimertinib + pemetrexed + CISplatin'],
    ['Bupropion inhibits CYP2D6.', 'buPROPion inhibits CYP2D6.'],
    ['predniSONE', 'predniSONE'],
    ['methylprednisolone', 'methylPREDNISolone'],
    ['prednisolone', 'prednisoLONE'],
    // Of the site's own list.
    ['Avoid tramadol; use morphine or hydromorphone.', 'Avoid traMADol; use morphine or HYDROmorphone.'],
    // No name of the lists, and no part of another word.
    ['clopidogrel', 'clopidogrel'],
    ['carboplatinum', 'carboplatinum'],
  ])('%s → %s', (text, written) => {
    expect(write(text)).toBe(written);
  });
});

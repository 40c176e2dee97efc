/** What the name of a test says that it looks for. */
import type { TumourTest } from '../../../codes/tumour/test-codes.ts';

export interface TestName {
  readonly genes: readonly string[];
  /** The test's names, as they may name the change asked for. */
  readonly words: readonly string[];
  /** What a bare "positive" means. */
  readonly asks: TumourTest['asks'] | 'loss' | 'protein' | 'screen' | 'disputed' | 'unsaid';
  /** The test asks about each of its genes, not about a fusion of them. */
  readonly group?: true;
  /** The antibody, where a stain of the changed protein stands for the change. */
  readonly stain?: 'VE1';
  /** What the name says of where its findings come from: "gBRCA". */
  readonly origin?: 'germline' | 'somatic';
}

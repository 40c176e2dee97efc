/** Every text of the panel, in Spanish, by screen. A key that is missing in a screen does not compile. */
import type { Messages } from './en.ts';
import { drugs } from './es/drugs.ts';
import { models } from './es/models.ts';
import { report } from './es/report.ts';
import { shell } from './es/shell.ts';
import { trials } from './es/trials.ts';
import { trouble } from './es/trouble.ts';
import { tumour } from './es/tumour.ts';

export { words } from './es/words.ts';
export const es: Messages = { ...shell, ...trouble, ...drugs, ...tumour, ...trials, ...models, ...report };

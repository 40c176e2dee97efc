/** Every text of the panel, in English, by screen. `.one` and `.other` are plural forms, `{name}` takes a value. */
import { drugs } from './en/drugs.ts';
import { models } from './en/models.ts';
import { report } from './en/report.ts';
import { shell } from './en/shell.ts';
import { trials } from './en/trials.ts';
import { trouble } from './en/trouble.ts';
import { tumour } from './en/tumour.ts';

export { words } from './en/words.ts';
export const en = { ...shell, ...trouble, ...drugs, ...tumour, ...trials, ...models, ...report } as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

/** All families of cases. */
import type { Family } from '../judge.ts';
import { abstracted, synoptic } from './abstracted.ts';
import { changeNames } from './change-names.ts';
import { codingAndProtein } from './coding-and-protein.ts';
import { denials } from './denials.ts';
import { exceptions, registryAnswers } from './registries.ts';

export const FAMILIES: readonly Family[] = [changeNames, codingAndProtein, denials, registryAnswers, exceptions, abstracted, synoptic];

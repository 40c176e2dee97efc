/** A question and its answer: what a test in plain laboratory style and its components have in common. */
import type { GermlineCall } from '../../../facts.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';
import type { Component } from '../../observation.ts';

/** An Observation or one of its components: a name and a value. */
export type Item = Pick<Component, 'code' | 'value' | 'interpretation'> & { readonly noValue?: Concept };

export function saidBy(value: ElementValue): string {
  if (value.kind === 'quantity') return `${value.value} ${value.unit ?? ''}`;
  if (value.kind === 'boolean') return value.value ? 'yes' : 'no';
  return wordings(valueConcept(value))[0] ?? value.kind;
}

export interface Said {
  readonly call: GermlineCall;
  readonly text: string;
}

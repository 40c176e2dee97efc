import { describe, expect, it } from 'vitest';
import { forbidsGenomicUse } from './consent.ts';

const consent = (provision: object, change: object = {}) => ({ resourceType: 'Consent', status: 'active', provision, ...change });
const label = (code: string) => ({ securityLabel: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code }] });
const r5 = (decision: string, ...provision: object[]) => ({ resourceType: 'Consent', status: 'active', decision, provision });
const TODAY = '2026-11-21';

describe('consents that forbid genomic use', () => {
  it.each<[string, object]>([
    ['genetic information labelled and denied', consent({ type: 'deny', ...label('GDIS') })],
    ['everything denied', consent({ type: 'deny' })],
    ['a denial within a permission', consent({ type: 'permit', provision: [{ type: 'deny', ...label('GDIS') }] })],
    [
      'a denial two levels down',
      consent({ type: 'permit', provision: [{ type: 'permit', provision: [{ type: 'deny', code: [{ text: 'genomic results' }] }] }] }),
    ],
    ['a genetic category denied', consent({ type: 'deny', action: [{ text: 'use' }] }, { category: [{ text: 'Genetic data' }] })],
    ['R5: genetic data denied', r5('deny', label('GDIS'))],
    ['R5: everything denied', r5('deny')],
    ['R5: everything but HIV denied', r5('deny', label('HIV'))],
    ['R5: everything denied, but for research', r5('deny', { purpose: [{ code: 'HRESCH' }] })],
    ['R5: all but genetic data permitted', r5('permit', label('GDIS'))],
    ['R5 with a type of its own', { resourceType: 'Consent', status: 'active', provision: [{ type: 'deny', ...label('GDIS') }] }],
    ['STU3: an exception for genetic data', { resourceType: 'Consent', status: 'active', except: [{ type: 'deny', ...label('GDIS') }] }],
    ['in force today', consent({ type: 'deny', period: { start: '2026-01-01', end: '2026-12-31' } })],
  ])('%s', (_name, resource) => {
    expect(forbidsGenomicUse(resource as never, TODAY)).toBe(true);
  });

  it.each<[string, object]>([
    ['a permission', consent({ type: 'permit', ...label('GDIS') })],
    ['R5: a permission', r5('permit')],
    ['R5: all but HIV permitted', r5('permit', label('HIV'))],
    ['R5: everything denied, but for treatment', r5('deny', { purpose: [{ code: 'TREAT' }] })],
    ['R5: denied for research', r5('permit', { ...label('GDIS'), purpose: [{ code: 'HRESCH' }] })],
    ['R5: a denial that is over', { ...r5('deny'), period: { end: '2026-11-20' } }],
    ['STU3: an exception for HIV', { resourceType: 'Consent', status: 'active', except: [{ type: 'deny', ...label('HIV') }] }],
    ['another label', consent({ type: 'deny', ...label('HIV') })],
    ['no provision', { resourceType: 'Consent', status: 'active' }],
    ['a draft', consent({ type: 'deny' }, { status: 'draft' })],
    ['a revoked one', consent({ type: 'deny' }, { status: 'inactive' })],
    ['over', consent({ type: 'deny', period: { end: '2026-11-20' } })],
    ['not yet', consent({ type: 'deny', period: { start: '2026-11-22' } })],
    ['research scope', consent({ type: 'deny', ...label('GDIS') }, { scope: { coding: [{ code: 'research' }] } })],
    ['research purpose', consent({ type: 'deny', ...label('GDIS'), purpose: [{ code: 'HRESCH' }] })],
    ['a named actor', consent({ type: 'deny', ...label('GDIS'), actor: [{ reference: { reference: 'Organization/x' } }] })],
    ['another resource', { resourceType: 'Contract', status: 'active', provision: { type: 'deny' } }],
    ['rubbish', consent({ type: 'deny', securityLabel: 'GDIS', period: 7, code: null })],
  ])('not: %s', (_name, resource) => {
    expect(forbidsGenomicUse(resource as never, TODAY)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isAboutAnother } from '../ehr/right-patient.ts';
import { DEFAULT_SCOPE } from './routes.ts';
import { trialQueries } from './trial-queries.ts';

const asked = (scope?: string) => trialQueries('p1&x=2', scope).map(({ query }) => query);

describe('what only trials ask for', () => {
  it.each([
    ['no scopes of the site', undefined],
    ['the default scopes', DEFAULT_SCOPE],
    ['a scope that names no type', 'launch openid'],
  ])('is not asked with %s', (_, scope) => {
    expect(asked(scope)).toEqual([]);
  });

  it('is asked by the types that are named, the id in its place', () => {
    expect(asked('patient/Patient.read patient/Immunization.rs')).toEqual(['Immunization?patient=p1%26x%3D2&_count=200']);
    expect(asked('patient/*.read').map((query) => query.split('=')[0])).toEqual([
      'AdverseEvent?subject',
      'Immunization?patient',
      'ResearchSubject?patient',
    ]);
  });

  it('a research subject that is another patient stays out', () => {
    const subject = (id: string) => ({ resourceType: 'ResearchSubject', individual: { reference: `Patient/${id}` } });
    expect(isAboutAnother(subject('p2'), 'p1')).toBe(true);
    expect(isAboutAnother(subject('p1'), 'p1')).toBe(false);
  });
});

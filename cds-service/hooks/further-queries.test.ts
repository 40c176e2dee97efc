import { describe, expect, it } from 'vitest';
import { furtherQueries } from './further-queries.ts';

const typesFor = (scope?: string) => furtherQueries('p1', 'pgx', scope).map(({ types }) => types[0]);

describe('searches beside those of the prefetch keys', () => {
  it.each([
    ['nothing is said of what is granted', undefined, ['Observation', 'DiagnosticReport', 'QuestionnaireResponse']],
    ['everything', 'patient/*.read', ['Observation', 'DiagnosticReport', 'QuestionnaireResponse']],
    ['results alone', 'openid patient/Observation.rs patient/Patient.r', ['Observation']],
    ['forms too', 'user/Observation.read user/QuestionnaireResponse.read', ['Observation', 'QuestionnaireResponse']],
    ['no resource of theirs', 'patient/Patient.read', []],
  ])('%s', (_name, scope, expected) => {
    expect(typesFor(scope)).toEqual(expected);
  });

  it('stay short enough for an address, and the id in its place', () => {
    for (const family of ['pgx', 'oncology'] as const) {
      const [{ query } = { query: '' }] = furtherQueries('p1&_id=2', family);
      expect(query.length).toBeLessThan(1_800);
      const [, reports = { query: '' }] = furtherQueries('p1&_id=2', family);
      expect(reports.query.length).toBeLessThan(1_800);
      expect(reports.query).toMatch(/^DiagnosticReport\?patient=p1%26_id%3D2&code=81247-9,51969-4,[\d,-]+&_count=50$/);
      expect(query).toMatch(/^Observation\?patient=p1%26_id%3D2&code=[\d,-]+&_count=200$/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { subIdOf } from './sub-id.ts';

const V2 = 'http://hl7.org/fhir/StructureDefinition/observation-v2-subid';

describe('the sub-id of a row', () => {
  it.each([
    ['original identifier', { extension: [{ url: V2, extension: [{ url: 'original-sub-identifier', valueString: '2a' }] }] }, '2a'],
    [
      'group before original identifier',
      {
        extension: [
          {
            url: V2,
            extension: [
              { url: 'original-sub-identifier', valueString: '1.2' },
              { url: 'group', valueDecimal: 1 },
              { url: 'sequence', valueDecimal: 2 },
            ],
          },
        ],
      },
      '1',
    ],
    ['own extension', { extension: [{ url: 'https://x.example/obx-4', valueString: '3' }] }, '3'],
    [
      'within an extension',
      { extension: [{ url: 'https://x.example/obx-observation', extension: [{ url: 'OBX.4', valueString: '3' }] }] },
      '3',
    ],
    ['identifier by type', { identifier: [{ value: 'L1' }, { type: { text: 'OBX-4' }, value: '7' }] }, '7'],
    ['identifier by system', { identifier: [{ system: 'urn:lab:sub-id', value: '7' }] }, '7'],
    ['another identifier', { identifier: [{ system: 'urn:lab:obs', value: '7' }] }, undefined],
    ['another extension', { extension: [{ url: 'https://x.example/obx-14', valueString: '3' }] }, undefined],
    ['empty', { extension: [{ url: V2, extension: [{ url: 'original-sub-identifier', valueString: ' ' }] }] }, undefined],
    ['none', {}, undefined],
  ])('%s', (_name, resource, expected) => {
    expect(subIdOf(resource)).toBe(expected);
  });
});

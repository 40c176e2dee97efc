/** Clinical clauses of CTML: age, sex, tumour type, receptors, tumour burden, performance, extent. */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import type { Requirement } from '../../trials/types.ts';
import { markerStatus, mismatchRepair, microsatellites } from './ctml-markers.ts';
import { comparison, eachValue, unread } from './ctml-values.ts';
import type { Fields } from './fields.ts';

export function clinicalClause(fields: Fields, tumours: TumourTable): Requirement[] {
  return Object.entries(fields).map(([key, value]) => {
    const read = READERS[key];
    return read === undefined ? unread(key.replace(/_/g, ' ')) : eachValue(value, (plain) => read(plain, tumours));
  });
}

type Reader = (plain: string, tumours: TumourTable) => Requirement;

const diagnosis: Reader = (plain, tumours) => tumour(plain, tumours);
const age: Reader = (whole) => {
  const plain = whole.replace(/\s*(?:years?|yrs?)(?: old| of age)?$/i, '');
  const range = /^(\d{1,2})\s*(?:-|–|to)\s*(\d{2,3})$/.exec(plain);
  if (range) return { kind: 'age', min: Number(range[1]), max: Number(range[2]) };
  const asked = comparison(plain);
  if (asked === null) return unread(`age ${plain}`);
  const { bound, value } = asked;
  return bound === 'equal' ? { kind: 'age', min: value, max: value } : { kind: 'age', [bound]: value };
};
const sex: Reader = (plain) =>
  /^(?:fe)?male$/i.test(plain) ? { kind: 'sex', sex: plain.toLowerCase() === 'male' ? 'male' : 'female' } : unread(`sex ${plain}`);
const burden: Reader = (plain) => {
  const asked = comparison(plain);
  if (asked !== null) return { kind: 'marker-value', marker: 'TMB', ...asked };
  return /^high$/i.test(plain) ? markerStatus('TMB', 'high') : /^low$/i.test(plain) ? markerStatus('TMB', 'low') : unread(`TMB ${plain}`);
};
const expressionOfPdL1: Reader = (plain) => {
  const asked = comparison(plain.replace(/\s*%$/, ''));
  if (asked !== null) return { kind: 'marker-value', marker: 'PD-L1', ...asked };
  if (/^(?:positive|true|yes)$/i.test(plain)) return { kind: 'marker-value', marker: 'PD-L1', bound: 'min', value: 1 };
  if (/^(?:negative|false|no)$/i.test(plain)) return { kind: 'marker-value', marker: 'PD-L1', bound: 'below', value: 1 };
  return unread(`PD-L1 ${plain}, for which the trial gives no limit`);
};
const receptor =
  (marker: string): Reader =>
  (plain) => {
    if (/^(?:positive|true|yes)$/i.test(plain)) return markerStatus(marker, 'positive');
    if (/^(?:negative|false|no)$/i.test(plain)) return markerStatus(marker, 'negative');
    return marker === 'HER2' && /^(?:ultra-?)?low$/i.test(plain)
      ? markerStatus(marker, plain.toLowerCase().replace('-', ''))
      : unread(`${marker} ${plain}`);
  };
const performance =
  (scale: 'ECOG' | 'Karnofsky'): Reader =>
  (plain) => {
    const range = /^(\d+)\s*(?:-|–|to|or)\s*(\d+)$/.exec(plain.trim());
    if (range) return { kind: 'performance', scale, min: Number(range[1]), max: Number(range[2]) };
    const asked = comparison(plain);
    if (asked === null || !Number.isInteger(asked.value)) return unread(`${scale} ${plain}`);
    const { bound, value } = asked;
    if (bound === 'equal') return { kind: 'performance', scale, min: value, max: value };
    const step = scale === 'ECOG' ? 1 : 10;
    return bound === 'min' || bound === 'above'
      ? { kind: 'performance', scale, min: bound === 'min' ? value : value + step }
      : { kind: 'performance', scale, max: bound === 'max' ? value : value - step };
  };
/** Words of how far the disease has come, or which it is. What is only a state after treatment is not told by any single datum. */
const extent: Reader = (plain, tumours) => {
  if (/^(?:metastatic|stage iv)$/i.test(plain)) return { kind: 'extent', extent: 'metastatic' };
  if (/^(?:advanced|locally advanced(?: or metastatic)?|unresectable)$/i.test(plain)) return { kind: 'extent', extent: 'advanced' };
  const solid = /^(?:(advanced|metastatic) )?solid (?:tumou?rs?|malignanc(?:y|ies))$/i.exec(plain);
  if (solid) {
    const family = tumour('_SOLID_', tumours);
    return solid[1] === undefined ? family : { kind: 'all', of: [family, extent(solid[1], tumours)] };
  }
  return tumours.byText(plain) === null ? { kind: 'unread', ask: `disease status: ${plain}` } : tumour(plain, tumours);
};
const stage: Reader = (plain) => {
  const groups = [...plain.toUpperCase().matchAll(/\b(IV|I{1,3}|0)([ABCD]\d?)?\b/g)].map(([whole]) => whole);
  return groups.length === 0 ? unread(`stage ${plain}`) : { kind: 'stage', groups };
};

/** "T2", "N0", "M1": as the tumour was staged. */
const category =
  (of: 't' | 'n' | 'm'): Reader =>
  (plain) => {
    const named = new RegExp(`^${of}(?:is|[0-4xa])[a-d]?$`, 'i').test(plain.trim()) ? plain.trim() : null;
    return named === null || /x$/i.test(named)
      ? unread(`category ${plain}`)
      : { kind: 'tnm', [of]: [`${named.charAt(0).toUpperCase()}${named.slice(1).toLowerCase()}`] };
  };

const READERS: Readonly<Record<string, Reader>> = {
  age_numerical: age,
  age_expression: age,
  age,
  gender: sex,
  sex,
  oncotree_primary_diagnosis: diagnosis,
  oncotree_primary_diagnosis_name: diagnosis,
  tmb_numerical: burden,
  tmb: burden,
  her2_status: receptor('HER2'),
  er_status: receptor('ER'),
  pr_status: receptor('PR'),
  hr_status: receptor('HR'),
  pdl1_status: expressionOfPdL1,
  pd_l1_status: expressionOfPdL1,
  pdl1: expressionOfPdL1,
  mmr_status: mismatchRepair,
  ms_status: microsatellites,
  msi_status: microsatellites,
  ecog: performance('ECOG'),
  ecog_status: performance('ECOG'),
  ecog_numerical: performance('ECOG'),
  ecog_performance_status: performance('ECOG'),
  performance_status: performance('ECOG'),
  kps: performance('Karnofsky'),
  karnofsky: performance('Karnofsky'),
  disease_status: extent,
  disease_stage: stage,
  stage,
  stage_group: stage,
  llm_stage_group: stage,
  llm_class_t: category('t'),
  llm_class_n: category('n'),
  llm_class_m: category('m'),
};

/** A name of OncoTree covers the types below it; `_SOLID_` and `_LIQUID_` are families. A tissue ("CNS/Brain", "Skin") is OncoTree's alone. */
export function tumour(name: string, tumours: TumourTable): Requirement {
  const family = /^_?(solid|liquid|all)_?$/i.exec(name)?.[1]?.toLowerCase();
  if (family === 'solid') return { kind: 'tumour', name: 'solid tumour', oncotree: null, doid: null, breadth: 'solid' };
  if (family === 'liquid') return { kind: 'tumour', name: 'blood cancer', oncotree: null, doid: null, breadth: 'liquid' };
  if (family === 'all') return { kind: 'tumour', name: 'any cancer', oncotree: null, doid: null, breadth: 'any' };
  const found = tumours.byText(name) ?? tumours.byText(`${name} cancer`);
  if (found === null) return unread(`whether the tumour is ${name}`);
  // The Disease Ontology's "brain cancer" leaves out most of what OncoTree files under the tissue.
  const tissue = found.oncotree !== null && tumours.isTissue?.(found.oncotree) === true && !OF_A_DISEASE.test(name);
  return { kind: 'tumour', name, ...found, ...(tissue ? { doid: null } : {}), breadth: null };
}
const OF_A_DISEASE = /cancer|carcinoma|tumou?r|neoplas|malignan|sarcoma/i;

/**
 * "Found" and "not found" of laboratories that do not write English: an allele beside a negation that is not understood must never look like an
 * allele that was found.
 */
import { line, problem, situation, type Situation } from './situation.ts';

const NOT_FOUND = [
  'nicht nachgewiesen',
  'negativ',
  'kein Nachweis',
  'ausgeschlossen',
  'non détecté',
  'négatif',
  'absence',
  'no detectado',
  'negativo',
  'ausente',
  'niet aangetoond',
  'afwezig',
  'ikke påvist',
  'ej påvisad',
  'non rilevato',
  'não detectado',
  'nie wykryto',
  'ei todettu',
];
const FOUND = ['nachgewiesen', 'positiv', 'présent', 'détecté', 'positivo', 'detectado', 'aangetoond', 'påvist', 'rilevato'];
/** In languages that are not read: neither found nor not found. */
const UNREAD = ['nem mutatható ki', 'saptanmadı', 'nezjištěno', 'не обнаружено', 'δεν ανιχνεύθηκε', 'nije nađeno'];

const ABACAVIR = ['abacavir 300 mg'];
const never = /do not start|avoid|lower /;

export const OTHER_LANGUAGES: readonly Situation[] = [
  ...NOT_FOUND.flatMap((words) => [
    situation(`HLA-B*57:01 ${words}`, [line('HLA-B', `HLA-B*57:01 ${words}`)], ABACAVIR, []),
    situation(`test HLA-B*57:01, value ${words}`, [line('HLA-B*57:01', words)], ABACAVIR, []),
    situation(`DPYD c.1905+1G>A ${words}`, [line('DPYD', `c.1905+1G>A ${words}`)], ['capecitabine 500 mg'], [['info', /DPYD/]], { never }),
  ]),
  ...FOUND.map((words) =>
    situation(`HLA-B*57:01 ${words}`, [line('HLA-B', `HLA-B*57:01 ${words}`)], ABACAVIR, [
      ['critical', /HLA-B\*57:01 positive: do not start/],
    ]),
  ),
  ...UNREAD.flatMap((words) => [
    situation(`HLA-B*57:01 ${words}`, [line('HLA-B', `HLA-B*57:01 ${words}`)], ABACAVIR, [['info', /HLA-B/]], { never }),
    situation(`RYR1 c.1840C>T ${words}`, [line('RYR1', `c.1840C>T ${words}`)], ['sevoflurane inhalation'], [['info', /RYR1/]], { never }),
  ]),
  situation(
    'HLA-B*57:01 nicht nachgewiesen on the problem list',
    [problem('HLA-B*57:01 nicht nachgewiesen')],
    ABACAVIR,
    [['info', /57:01/]],
    { never: /do not start/ },
  ),
  situation('*4/*4 excluded', [line('CYP2D6', '*4/*4 excluded')], ['codeine 30 mg'], [['info', /CYP2D6/]], { never }),
  situation('non-poor metabolizer', [line('CYP2D6 phenotype', 'Non-poor metabolizer')], ['codeine 30 mg'], [['info', /CYP2D6/]], { never }),
  situation(
    'a score with a decimal comma',
    [line('CYP2D6 activity score', '0,5')],
    ['tamoxifen 20 mg'],
    [['warning', /CYP2D6 intermediate metabolizer.*tamoxifen/]],
  ),
  ...['Absence de mutation', 'keine Mutation', 'nessuna mutazione', 'sin mutaciones', 'Absence de variant', 'nicht mutiert'].map((words) =>
    situation(`DPYD ${words}`, [line('DPYD', words)], ['capecitabine 500 mg'], [['info', /DPYD result could not be interpreted/]], {
      says: /no reportable variant found/,
    }),
  ),
  ...['Wildtyp', 'Homozygoter Wildtyp', 'Homozygote sauvage'].map((words) =>
    situation(`CYP2C19 ${words}`, [line('CYP2C19', words)], ['clopidogrel 75 mg'], [], { genes: { CYP2C19: 'Normal Metabolizer' } }),
  ),
];

import { entryOf } from '../../entry-of.ts';

/**
 * Kinds of tumour that arise in many organs. The Disease Ontology files "colon lymphoma" and "adrenal neuroblastoma" under the cancers of the organ alone, so
 * that the nearest OncoTree type above them is the carcinoma of that organ, which they are not. Types: OncoTree 2025-10-03; the word decides, the organ refines.
 */
interface Kind {
  /** In the label of the disease, lower case. */
  readonly word: RegExp;
  /** Type by OncoTree tissue, where the kind has one of its own there; '' leaves the organ's. */
  readonly within: Readonly<Record<string, string>>;
  /** Everywhere else; null leaves the organ's. */
  readonly type: string | null;
}

const NEUROENDOCRINE: Readonly<Record<string, string>> = {
  PANCREAS: 'PANET', BOWEL: 'GINET', STOMACH: 'GINETES', LUNG: 'LNET', KIDNEY: 'RNET', THYMUS: 'TNET', CERVIX: 'CENE', PROSTATE: 'PRNE', HEAD_NECK: 'HNNE', UTERUS: 'UNEC',
}; // prettier-ignore

const KINDS: readonly Kind[] = [
  { word: /ganglioneuroblastoma/, within: { BRAIN: '' }, type: 'GNBL' },
  { word: /olfactory neuroblastoma|esthesioneuroblastoma/, within: {}, type: 'ONBL' },
  { word: /neuroblastoma/, within: { BRAIN: '', EYE: '' }, type: 'NBL' },
  { word: /extra-adrenal pheochromocytoma|paraganglioma/, within: {}, type: 'PGNG' },
  { word: /pheochromocytoma/, within: {}, type: 'PHC' },
  { word: /lymphoma(?!-like)/, within: { BRAIN: '', LYMPH: '', MYELOID: '' }, type: 'LNM' },
  {
    word: /melanoma/,
    within: { BOWEL: 'ARMM', VULVA: 'VMM', EYE: 'OM', HEAD_NECK: 'HNMUCM', SKIN: '', BRAIN: '' },
    type: 'MEL',
  },
  { word: /endometri(?:al|oid) stromal sarcoma|carcinosarcoma|adenosarcoma|sarcomatoid|gliosarcoma|phyllodes/, within: {}, type: null },
  { word: /leiomyosarcoma/, within: { UTERUS: '' }, type: 'LMS' },
  { word: /embryonal rhabdomyosarcoma/, within: {}, type: 'ERMS' },
  { word: /alveolar rhabdomyosarcoma/, within: {}, type: 'ARMS' },
  { word: /rhabdomyosarcoma/, within: {}, type: 'RMS' },
  { word: /alveolar soft part sarcoma/, within: {}, type: 'ASPS' },
  { word: /angiosarcoma/, within: { BREAST: 'BA', LIVER: 'LIAS' }, type: 'ANGS' },
  { word: /liposarcoma/, within: {}, type: 'LIPO' },
  { word: /osteosarcoma|osteogenic sarcoma/, within: {}, type: 'OS' },
  { word: /chondrosarcoma/, within: {}, type: 'CHS' },
  { word: /kaposi|myofibroblastic sarcoma/, within: {}, type: null },
  { word: /\bsarcoma\b/, within: { BONE: '', UTERUS: '', BREAST: 'PBS', LYMPH: '', MYELOID: '', BRAIN: '' }, type: 'SARCNOS' },
  { word: /meningioma/, within: {}, type: 'MNG' },
  {
    word: /(?<!non-)small cell (?:neuroendocrine )?carcinoma/,
    within: {
      BLADDER: 'SCBC',
      PROSTATE: 'PRSCC',
      KIDNEY: 'RSCC',
      CERVIX: 'SCCE',
      OVARY: 'SCCO',
      STOMACH: 'STSC',
      LUNG: '',
      BOWEL: 'HGNEC',
    },
    type: null,
  },
  { word: /islet cell|insulinoma|glucagonoma|gastrinoma|somatostatinoma|vipoma/, within: NEUROENDOCRINE, type: null },
  { word: /neuroendocrine (?:tumor|neoplasm)|carcinoid/, within: { ...NEUROENDOCRINE, LUNG: 'LNET' }, type: null },
];

/**
 * The type of the kind that a label names in an organ; null where it names none, or none that another type is known for.
 * @param nearest name of the nearest type: one that names the kind itself says no less
 */
export function typeOfKind(label: string, nearest: string, tissue: string | null): string | null {
  const said = label.toLowerCase();
  const kind = KINDS.find(({ word }) => word.test(said));
  if (kind === undefined || kind.word.test(nearest.toLowerCase())) return null;
  const own = tissue === null ? undefined : entryOf(kind.within, tissue);
  return own === undefined ? kind.type : own === '' ? null : own;
}

/** Types of an organ that are none of its usual carcinoma: an ICD-10 code of the organ says nothing against them. */
export const OWN_KINDS: readonly string[] = [
  ...new Set(KINDS.flatMap(({ within, type }) => [...Object.values(within), ...(type === null ? [] : [type])]).filter((code) => code !== '')),
  'PANEC', 'SCLC', 'WT', 'SCUP', 'OGCT', 'NSGCT', 'SEM', 'GINET', 'GINETES', 'NETNOS', 'NECNOS', 'PLMESO', 'PEMESO', 'USARC', 'USMT', 'SCST', 'GIST',
]; // prettier-ignore

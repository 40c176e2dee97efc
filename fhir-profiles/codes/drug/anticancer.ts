/**
 * Immune checkpoint inhibitors by RxNorm ingredient name: PD-1, PD-L1, CTLA-4 and LAG-3 antibodies (ATC L01FF and L01FX).
 * Names as in the therapy list of the oncology reference; checked against RxNorm ingredient names.
 */
export const CHECKPOINT_INHIBITORS: ReadonlySet<string> = new Set([
  'atezolizumab',
  'avelumab',
  'cemiplimab',
  'dostarlimab',
  'durvalumab',
  'ipilimumab',
  'nivolumab',
  'pembrolizumab',
  'relatlimab',
  'retifanlimab',
  'tislelizumab',
  'toripalimab',
  'tremelimumab',
]);

/** Endings by which the international nonproprietary names of systemic anticancer drugs are recognised in a treatment history. */
const ANTICANCER_STEM =
  /(platin|taxel|rubicin|tinib|ciclib|parib|rafenib|rasib|limus|poside|tecan|citabine|trexed|trexate|mustine|fosfamide|vinblastine|vincristine|vinorelbine|eribulin|zomib|lisib|degib|sidenib|tuximab|tumumab|tuzumab|cizumab|amivantamab|deruxtecan|vedotin|govitecan|emtansine)\b/;
const ANTICANCER_NAMES: ReadonlySet<string> = new Set([
  'fluorouracil',
  'capecitabine',
  'temozolomide',
  'dacarbazine',
  'mitomycin',
  'bleomycin',
  'trabectedin',
  'hydroxyurea',
]);
/** Same endings, other uses: not a systemic therapy for cancer. */
const NOT_ANTICANCER: ReadonlySet<string> = new Set([
  'sirolimus',
  'tacrolimus',
  'pimecrolimus',
  'baricitinib',
  'tofacitinib',
  'upadacitinib',
  'abrocitinib',
  'deucravacitinib',
  'ritlecitinib',
  'omalizumab',
]);

/** True for chemotherapy or targeted therapy against cancer, not for hormones, vaccines or checkpoint inhibitors. */
export const isAnticancerDrug = (name: string): boolean =>
  !NOT_ANTICANCER.has(name) && !CHECKPOINT_INHIBITORS.has(name) && (ANTICANCER_NAMES.has(name) || ANTICANCER_STEM.test(name));

/**
 * Words before the letters of a regimen ("BREAST FEC", "ONC FEC 100 ADJUVANT", "Chemotherapy: CMF") that make the text an order of chemotherapy. Letters alone
 * are everyday abbreviations elsewhere: the extended care facility is called ECF.
 */
const OF_CHEMOTHERAPY: ReadonlySet<string> = new Set(
  'chemo chemotherapy onc oncology hemonc heme-onc hem-onc regimen protocol beacon adjuvant neoadjuvant antineoplastic chemotherapie quimioterapia chimiothérapie chimiotherapie'.split(' '),
); // prettier-ignore
/** Tumours of which regimens by their letters are given; "colon" and "GI" are not among them. */
const OF_A_TUMOUR: ReadonlySet<string> = new Set(
  'breast gastric stomach esophageal oesophageal esophagogastric oesophagogastric gastroesophageal gastro-oesophageal gastro-esophageal mamma sein mama'.split(' '),
); // prettier-ignore
const BESIDE =
  /^(?:\d{1,3}|op|ip|outpatient|inpatient|opd|adult|iv|treatment|plan|order|set|therapy|cancer|ca|carcinoma|cycle|c\d{1,2}|d\d{1,2}|day|metastatic|early|and|of|for|the)$/;

/** @param before the words in front of the regimen's letters */
export function ordersChemotherapy(before: readonly string[]): boolean {
  const named = (word: string): boolean => OF_CHEMOTHERAPY.has(word) || OF_A_TUMOUR.has(word);
  return before.some(named) && before.every((word) => named(word) || BESIDE.test(word));
}

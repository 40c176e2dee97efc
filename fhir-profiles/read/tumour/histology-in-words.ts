/**
 * Diagnoses whose histology stands apart from the organ ("Non-small cell lung cancer, squamous", "High grade serous carcinoma of the peritoneum"): the
 * usual name of the two together. A text that doubts, denies or joins ("favours", "without", "and") is left to the other readers.
 */
const OPEN =
  /\b(?:with|without|no|not|and|or|vs|versus|mixed|possibl\w*|probabl\w*|favou?rs?|suspicio\w*|differentiat\w*|predominant\w*|exclud\w*)\b|\?/i;

const NON_SMALL_CELL =
  /\bNSCLC\b|\bnon[- ]?small[- ]?cell\b(?=.*\b(?:lungs?|pulmonary|bronch\w*)\b)|\b(?:lungs?|pulmonary|bronch\w*)\b(?=.*\bnon[- ]?small[- ]?cell\b)/i;
const LUNG_CANCER_ALONE =
  /^(?:\W*(?:primary|advanced|metastatic|stage\s+\w+)\b)*\W*lung (?:cancer|carcinoma)[\s,:;(-]+squamous(?:[- ]cell)?\W*$/i;
const SPREAD = /\s*[,;]?\s*\b(?:with|and)\b[^,;]*\bmetasta\w*.*$/i;

/** Null where the text is of neither kind. */
export function histologyInWords(text: string): string | null {
  if (text.length > 200) return null;
  const said = text.replace(SPREAD, '');
  if (LUNG_CANCER_ALONE.test(said)) return 'squamous cell carcinoma of lung';
  if (OPEN.test(said)) return null;
  return NON_SMALL_CELL.test(said) ? ofLung(said) : serous(said);
}

function ofLung(said: string): string | null {
  if (/\bnon[- ]?squamous\b/i.test(said)) return 'non-small cell lung cancer';
  const kinds = [
    ...(/\badeno-?squamous\b/i.test(said) ? ['adenosquamous carcinoma of lung'] : []),
    ...(/\bsquamous\b/i.test(said.replace(/\badeno-?squamous\b/gi, ' ')) ? ['squamous cell carcinoma of lung'] : []),
    ...(/\badenocarcinoma\b/i.test(said) ? ['lung adenocarcinoma'] : []),
    ...(/(?<!\bsmall[- ])\blarge[- ]cell\b(?! neuroendocrine)/i.test(said) ? ['large cell lung carcinoma'] : []),
  ];
  const [kind] = kinds;
  return kinds.length === 1 && kind !== undefined ? kind : null;
}

/** Serous carcinoma of the tube and of the peritoneum: one disease with that of the ovary in the labels that name all three. */
function serous(said: string): string | null {
  if (!/\bserous\b.*\bcarcinoma\b/i.test(said) || /\bmetasta|\bborderline\b/i.test(said)) return null;
  const sites = [
    ...(/\btubo-?ovarian\b/i.test(said) ? ['ovarian cancer'] : []),
    ...(/\bfallopian\b/i.test(said) ? ['fallopian tube cancer'] : []),
    ...(/(?<!retro)\bperiton/i.test(said) ? ['peritoneal serous carcinoma'] : []),
  ];
  const [site] = sites;
  return sites.length === 1 && site !== undefined ? site : null;
}

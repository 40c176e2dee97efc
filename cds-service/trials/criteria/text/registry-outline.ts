/**
 * The outline in which the registry of the National Cancer Institute (PDQ) wrote eligibility for years: characteristics of the disease and of the patient,
 * then prior and concurrent therapy, by organ and kind. Nothing in it is called inclusion; every line is asked. Often a whole part stands in one line.
 */
const OUTLINE = /^[^\w\n]*(?:disease|patient) characteristics[ \t]*(?::|$)/im;
const LABELS =
  'Age|Sex|Menopausal status|Performance status|Life expectancy|Hematopoietic|Hematologic|Hepatic|Renal|Cardiovascular|Pulmonary|Neurologic|Immunologic|Gastrointestinal|Metabolic|Other|Biologic therapy|Chemotherapy|Endocrine therapy|Radiotherapy|Surgery';
const BEGINS = 'No|Not|At least|More than|Must|Fertile|Negative|See|Prior|Concurrent|Recovered|Absolute|Granulocyte|Platelets?|WBC|Hemoglobin|Bilirubin|SGOT|AST|ALT|Creatinine|LVEF|INR|Measurable|Stage'; // prettier-ignore
const BREAK = new RegExp(String.raw`(?<=\S )(?=(?:${LABELS}): )|(?<=[a-z0-9)%L] )(?=(?:${BEGINS})\b)`);

export function isOutline(text: string): boolean {
  return OUTLINE.test(text);
}

/** A line of the outline as the lines that it holds. */
export function outlineParts(line: string): string[] {
  return line.length < 60 || /^\s*[*•-]/.test(line) ? [line] : line.split(BREAK);
}

/** "Other: not pregnant", "Renal: creatinine ≤ 1.5 mg/dL": the label says nothing that the line does not say; that of the age does. */
const LABEL = new RegExp(String.raw`^(?:${LABELS.replace('Age|', '')}): (?=\S)`);
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '');
}

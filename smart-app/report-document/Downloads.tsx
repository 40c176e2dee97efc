/** The machine-readable twins of the printed report. File names carry the input hash and never the patient. */
import { Button } from '@mantine/core';
import type { DecisionText } from '../act/BoardDecision.tsx';
import type { ReadReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import type { PatientDetails } from '../shell/patient-details.ts';
import type { Gap } from '../view/unchecked.ts';
import { documentBundle } from './document-bundle.ts';
import { reportJson } from './report-json.ts';

interface Props {
  readonly read: ReadReport;
  readonly patient: PatientDetails;
  readonly gaps: readonly Gap[];
  readonly decision: DecisionText;
}

export function Downloads({ read, patient, gaps, decision }: Props) {
  const language = useLanguage();
  const { t } = language;
  const name = `genehook-${read.report.inputHash.replace(/[^A-Za-z0-9]/g, '').slice(0, 16) || 'report'}`;
  const bundle = () =>
    `${JSON.stringify(documentBundle({ read, patient, gaps, decision: decision.read(), language, at: new Date().toISOString(), newId: () => crypto.randomUUID() }), null, 2)}\n`;
  return (
    <>
      <Button variant="default" onClick={() => save(`${name}.json`, 'application/json', reportJson(read))}>
        {t('doc.json')}
      </Button>
      <Button variant="default" onClick={() => save(`${name}.fhir.json`, 'application/fhir+json', bundle())}>
        {t('doc.bundle')}
      </Button>
    </>
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

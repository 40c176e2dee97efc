/** Every finding, form and saying before its drug, in another tumour, before another drug, and as the chart is opened. */
import type { CompareCase, Meaning, Role, Subject } from '../case.ts';
import { drugOrder, tumour, type Resource } from '../../third-party/shapes.ts';
import { TUMOUR_CARRIERS } from './carriers.ts';
import { codedFindingsOf } from './coded.ts';
import { tumourSayingsOf } from './sayings.ts';
import { TUMOURS, type TumourSubject } from './subjects.ts';

/** Lines are "variant EGFR p.Leu858Arg: present" and "marker HER2 3+: positive". */
const judged = ({ gene, line, marker, alias }: TumourSubject, role: Role): Subject => ({
  family: 'tumour',
  gene,
  ...(alias === undefined ? {} : { alias }),
  role,
  found: marker === true ? `^marker ${gene} .*: (?:positive|high)$` : `^variant ${line}.*: present(?! vus)`,
  notFound: marker === true ? `^marker ${gene} .*: (?:negative|low|stable)$` : `^variant ${line}.*: absent`,
});

interface Stated {
  readonly form: string;
  readonly name: string;
  readonly meaning: Meaning;
  readonly chart: readonly Resource[];
  readonly isDiagnosis: boolean;
  readonly plain: boolean;
}

const statedOf = (subject: TumourSubject): readonly Stated[] => [
  ...TUMOUR_CARRIERS.flatMap(({ name: form, plain = false, isDiagnosis = false, make }) =>
    tumourSayingsOf(subject).map((saying) => ({
      form,
      name: saying.name,
      meaning: saying.meaning,
      chart: make(subject, saying),
      isDiagnosis,
      plain: plain && saying.plain === true,
    })),
  ),
  ...codedFindingsOf(subject).map(({ name, meaning, chart, isDiagnosis = false }) => ({
    form: 'coded',
    name,
    meaning,
    chart,
    isDiagnosis,
    plain: name === '69548-6 present' || name === '69548-6 absent',
  })),
];

/** Where it is asked: before its drug; in every fourth form also elsewhere, so that a finding is not taken for another's. */
const SITUATIONS: readonly (readonly [name: string, of: (subject: TumourSubject) => readonly [at: string | null, drug: string | null, role: Role]])[] = [
  ['its drug', ({ tumour: at, drug, role }) => [at, drug, role]],
  ['another drug', ({ tumour: at, otherDrug }) => [at, otherDrug, 'unconcerned']],
  ['another tumour', ({ elsewhere, drug }) => [elsewhere, drug, 'not judged']],
  ['no tumour', ({ drug }) => [null, drug, 'not judged']],
  ['opening', ({ tumour: at, role }) => [at, null, role]],
]; // prettier-ignore

export const tumourCases = (): readonly CompareCase[] =>
  TUMOURS.flatMap((subject) =>
    statedOf(subject).flatMap(({ form, name, meaning, chart, isDiagnosis, plain }, index) =>
      SITUATIONS.flatMap(([situation, of], turn) => {
        const [at, drug, role] = of(subject);
        const asked = turn === 0 || (index % 4 === turn - 1 && (!isDiagnosis || at === subject.tumour));
        if (!asked) return [];
        return [
          {
            id: `tumour/${subject.full} ${subject.drug}/${situation}/${form}/${meaning}: ${name}`,
            subject: judged(subject, role),
            meaning,
            plain: plain && turn === 0,
            chart: JSON.parse(
              JSON.stringify([...(isDiagnosis || at === null ? [] : [tumour(at)]), ...(subject.beside ?? []), ...chart]),
            ) as readonly Resource[],
            ...(drug === null ? {} : { order: drugOrder(drug) }),
          },
        ];
      }),
    ),
  );

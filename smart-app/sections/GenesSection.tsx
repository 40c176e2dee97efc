/** The Genes list: each result in one of five states that never look alike. */
import { useMemo } from 'react';
import type { MessageKey } from '../language/en.ts';
import { useLanguage, type Language } from '../language/language.tsx';
import { Explorer, type ExplorerGroup } from '../parts/Explorer.tsx';
import { ResultChip } from '../parts/marks.tsx';
import { EvidenceList, Genotype, ReportText } from '../parts/text.tsx';
import { geneRows, markOf, type GeneRow, type GeneState } from '../view/gene-rows.ts';
import { GeneReading, Reported } from './GeneReading.tsx';
import { noneText } from './none-text.ts';
import type { SectionProps } from './section-props.ts';
import { UntestedDetail } from './UntestedDetail.tsx';
import { phenotypeText } from '../view/phenotype.ts';

type GeneGroup = GeneState | 'pending' | 'waiting';

const GROUPS: readonly GeneGroup[] = ['actionable', 'unreadable', 'pending', 'not-tested', 'waiting', 'variant', 'unclassed', 'normal'];

/**
 * A result that is only on its way is not "not tested", whether a drug of today waits for it or not. A result that is not normal
 * and that a drug of today needs together with a missing one is no result that "changes no drug of today".
 */
function groupOf({ state, pending, results, waits }: GeneRow): GeneGroup {
  if ((state === 'variant' || state === 'unclassed') && waits.length > 0) return 'waiting';
  return state === 'not-tested' && pending && results.length === 0 ? 'pending' : state;
}

interface Props extends SectionProps {
  /** Row of the drug that a card led to: one of today, though only drafted. */
  readonly focus: string | null;
  /** Null when every drug with a rule is already in the report. */
  readonly onAllDrugs: (() => void) | null;
}

export function GenesSection({ report, open, onOpen, arriving, onArrived, focus, onAllDrugs }: Props) {
  const { t } = useLanguage();
  const rows = useMemo(() => geneRows(report, { focus, withPending: true }), [report, focus]);
  if (rows.length === 0) return <p className="empty">{noneText('genes', report, t)}</p>;
  const groups = GROUPS.map((group): ExplorerGroup => ({
    title: t(`genes.group.${group}`),
    rows: rows
      .filter((row) => groupOf(row) === group)
      .map((row) => ({
        key: row.gene,
        tone: `gene-${row.state}`,
        label: row.gene,
        head: <GeneHead row={row} />,
        detail: <GeneDetail row={row} onAllDrugs={onAllDrugs} />,
      })),
  })).filter(({ rows: members }) => members.length > 0);
  return <Explorer label={t('view.genes')} groups={groups} open={open} onOpen={onOpen} arriving={arriving} onArrived={onArrived} />;
}

const RECORDED = {
  'problem list': 'genes.recorded.problem-list',
  'allergy list': 'genes.recorded.allergy-list',
  flags: 'genes.recorded.flags',
} as const;

function GeneHead({ row }: { row: GeneRow }) {
  const { t, word } = useLanguage();
  const [first] = row.results;
  return (
    <>
      <span className="row-line">
        <span className="row-name gene">{row.gene}</span>
        {/* Ordered and not there yet: "not tested" would ask for the test again. */}
        <ResultChip state={row.results.length === 0 && row.pending ? 'pending' : markOf(row)} />
        {row.stale === null ? null : <ResultChip state="stale" />}
        {row.pending && row.results.length > 0 ? <span className="row-act">{t('genes.on-its-way')}</span> : null}
        {first?.recordedIn === undefined ? null : <span className="row-act">{t(RECORDED[first.recordedIn])}</span>}
        {row.results.some(({ otherWords = [] }) => otherWords.length > 0) ? (
          <span className="row-act">{t('genes.other-words')}</span>
        ) : null}
      </span>
      <span className="row-line row-sub">
        {row.wantedFor.length === 0 ? null : <span>{t('genes.would-matter', { drugs: row.wantedFor.join(', ') })}</span>}
        {first === undefined ? null : (
          <>
            {/* What holds today comes first; what the genotype alone would say stands beside it. */}
            {first.adjusted === undefined ? null : (
              <bdi>
                <span className="row-act">{word(first.adjusted.phenotype)}</span> {t('now.with-medication')}
              </bdi>
            )}
            {resultsText(row, { t, word }).map((said) => (
              <bdi key={said} className={first.adjusted === undefined ? 'row-act' : undefined}>
                {first.adjusted === undefined ? said : t('genes.by-genotype', { phenotype: said })}
              </bdi>
            ))}
            {first.diplotype === null || first.diplotype === first.phenotype ? null : <Genotype>{first.diplotype}</Genotype>}
          </>
        )}
        {row.waits.map(({ drug, genes }) => (
          <span key={drug}>{t('genes.waits', { drug, genes: genes.join(', ') })}</span>
        ))}
        {row.unchanged.length === 0 ? null : <span>{t('genes.no-change', { drugs: row.unchanged.join(', ') })}</span>}
      </span>
    </>
  );
}

/** The phenotypes on file; none where the genotype beside it is all that there is to say. */
function resultsText({ results }: GeneRow, words: Pick<Language, 't' | 'word'>): readonly string[] {
  if (results.length === 1 && results[0]?.phenotype === null && results[0].diplotype !== null && results[0].state === 'called') return [];
  const said = results.map(({ phenotype, state }) => (state === 'conflict' ? words.t('genes.neither') : phenotypeText(phenotype, words)));
  return [said.join(' / ')];
}

/** "No result is on file" is never said of a gene that has one. */
function meaningOf(row: GeneRow): MessageKey {
  const { state, results } = row;
  if (groupOf(row) === 'waiting') return 'genes.means.waiting';
  return state === 'not-tested' && results.length > 0 ? 'genes.means.not-what-is-asked' : `genes.means.${state}`;
}

function GeneDetail({ row, onAllDrugs }: { row: GeneRow; onAllDrugs: (() => void) | null }) {
  const { t } = useLanguage();
  return (
    <article className="detail">
      <h2 className="detail-title gene">{row.gene}</h2>
      <p>
        {groupOf(row) === 'pending' ? null : t(meaningOf(row))} {row.stale === null ? null : t('genes.means.stale')}
      </p>
      {row.results.length > 1 ? <p>{t('genes.both')}</p> : null}
      {row.results.map((result, index) => (
        <section key={`${result.diplotype}-${index}`} className="result-block">
          <h3 className="step-title">{t('explain.seen')}</h3>
          <p>
            <Reported result={result} />
            {result.state === 'conflict' || (result.diplotype === null && result.basis === 'diplotype') ? null : (
              <span className="muted"> · {t(`gene.basis.${result.basis}`)}</span>
            )}
          </p>
          <EvidenceList evidence={result.evidence} />
          <h3 className="step-title">{t('explain.read')}</h3>
          <GeneReading result={result} />
        </section>
      ))}
      {row.pending && row.untested.length === 0 ? <p className="note-line">{t('genes.pending')}</p> : null}
      {row.untested.map((missing, index) => (
        <UntestedDetail key={`${missing.drug.name}-${index}`} missing={missing} pending={row.pending} />
      ))}
      {row.affects.length === 0 ? null : (
        <p>
          {t('genes.affects')} <bdi>{row.affects.join(', ')}</bdi>
        </p>
      )}
      {row.wouldAffect.length === 0 ? null : (
        <p>
          {t('genes.would-affect')} <bdi>{row.wouldAffect.join(', ')}</bdi>
        </p>
      )}
      {(row.state !== 'variant' && row.state !== 'unclassed') || onAllDrugs === null ? null : (
        <p className="screen-only">
          <button type="button" className="link-button" onClick={onAllDrugs}>
            {t('genes.which-drugs')}
          </button>
        </p>
      )}
      {row.warnings.map((warning, index) => (
        <p key={`${warning.code}-${index}`} className="note-line">
          <ReportText>{warning.message}</ReportText>
        </p>
      ))}
    </article>
  );
}

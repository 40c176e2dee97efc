/** The sources of one statement: on paper as numbers, on screen one by one or folded. */
import type { Reference } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Cite } from '../parts/text.tsx';
import { Ref } from '../report-document/Ref.tsx';
import type { References } from '../report-document/references.ts';

export function Sources({ sources, references }: { sources: readonly Reference[]; references: References | undefined }) {
  if (references === undefined) return <FoldedSources sources={sources} />;
  return sources.length === 0 ? null : (
    <p>
      {sources.map((source, index) => (
        <Ref key={`${source.label}-${index}`} references={references} source={source} />
      ))}
    </p>
  );
}

/** One source is shown; several stand folded, so that what they say comes first. On paper they are always open. */
function FoldedSources({ sources }: { sources: readonly Reference[] }) {
  const { count } = useLanguage();
  const [only] = sources;
  if (only === undefined) return null;
  if (sources.length === 1)
    return (
      <p>
        <Cite source={only} />
      </p>
    );
  return (
    <details className="sources">
      <summary>{count('source.count', sources.length)}</summary>
      <ul className="plain-list">
        {sources.slice(0, 30).map((source, index) => (
          <li key={`${source.label}-${index}`}>
            <Cite source={source} />
          </li>
        ))}
      </ul>
    </details>
  );
}

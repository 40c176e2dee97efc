import type { PanelReport } from '../data/panel-report.ts';

/** What every section of the panel gets. */
export interface SectionProps {
  readonly report: PanelReport;
  /** Key of the open row. */
  readonly open: string | null;
  readonly onOpen: (key: string | null) => void;
  /** Key of a row that was asked for from elsewhere (a card, the Now block). */
  readonly arriving: string | null;
  readonly onArrived: () => void;
}

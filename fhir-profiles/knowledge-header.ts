/** What every knowledge file says of itself; shown in the report, on cards and in the panel. */
export interface KnowledgeHeader {
  /** 'cpic-pgx', 'civic-oncology', 'rxnorm-drugs' … */
  readonly id: string;
  readonly version: string;
  /** Date of the source's content, `YYYY-MM-DD`. */
  readonly date: string;
  readonly licence: string;
  readonly sources: readonly { readonly label: string; readonly url: string; readonly date: string; readonly licence: string }[];
}

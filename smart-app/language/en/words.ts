/** English for the words of the report's closed vocabularies that are codes; all others are English already. */
export const words: Readonly<Record<string, string>> = {
  'likely-pathogenic': 'likely pathogenic',
  vus: 'uncertain significance (VUS)',
  'likely-benign': 'likely benign',
  'likely-oncogenic': 'likely oncogenic',
  conflicting: 'conflicting interpretations',
};

/** Words beside diseases, medication and allergies in a list of what excludes. */
import { words } from './vocabulary.ts';

export const FINDING_WORDS = {
  /** They change nothing. */
  silent: words(`
    a an the of with at in on is are be been have has having had their his her any all following
    patient patients participant participants subject subjects individual individuals person persons known confirmed documented established
    diagnosis diagnosed diagnoses history medical evidence presence present current currently previous previously prior past ever either
    infection infections infected disease diseases disorder disorders condition conditions status positive seropositive serology testing tested test tests virus viral
    event events episode episodes one more within during other another form including-but-not-limited-to from as also
    type pectoris antibody antibodies result results lifetime adult study enrollment screening randomization
  `),
  /** Beside a medication they mean nothing; before a disease they speak of its treatment. */
  taking: words(
    'use uses used using user receiving receipt received taking take takes treatment treated therapy therapies medication medications drug drugs agent agents systemic concomitant concomitantly concurrent concurrently ongoing chronic',
  ),
  /** Behind a comma or "or" they begin anew: what narrowed the members before holds no longer. */
  anew: words('known history prior previous previously receiving taking concurrent concomitant diagnosis documented'),
  /** They speak of somebody else. */
  foreign: words('family familial relative relatives sibling siblings parent parents first-degree mother father'),
  /** They begin what is said of the members before them. */
  behind:
    /^(?:that|which|who|whose|grades?|class|classes|stage|severity|level|nyha|ctcae|child-pugh|score|functional|requir\w*|necessitat\w*|need\w*|result\w*|caus\w*|interfer\w*|limit\w*|affect\w*|preclud\w*|compromis\w*|impair\w*|associated|related|due|secondary|considered|deemed|judged|defined|opinion|while|despite|[≥≤<>].*)$/,
  now: words('current currently has have is are'),
  /** What was once counts too. */
  past: words('history prior previous previously ever past'),
  /** They bring examples of what stands before. */
  examples: words('including include includes such like eg e.g e.g. i.e i.e. ie defined namely'),
  /** What stands before examples and leaves only some patients with them. */
  hard: /\b(?:uncontrolled|symptomatic|untreated|unstable|active|ongoing|poorly|recent|acute|decompensated|intercurrent|controlled|refractory|severe|persistent|resistant|requir\w+|limit\w*|interfere\w*|compromise\w*|not)\b/i,
} as const;

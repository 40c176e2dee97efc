/** Phrases that say nothing about the patient: when a value is taken, when age is counted, by which method, in which appendix it stands. */

/** Ends before an "or" that goes on to something else: "heart failure prior to enrollment, or LVEF < 50 %". */
const ANCHOR = String.raw`(?:\s*(?:the|of|to|in|on|for|with|and|or|into|a|any|planned|scheduled|protocol|protocol-?defined|study|trial|first|initial|initiation|initiating|start|starting|beginning|commencement|commencing|date|day|time|dose|doses|dosing|administration|administering|receipt|receiving|treatment|therapy|drugs?|medication|agents?|product|intervention|investigational|enrol?lment|pre-?registration|registration|randomi[sz]ation|screening|baseline|consent|informed|signing|entry|inclusion|allocation|infusion|radiotracer|tracer|leuk?apheresis|apheresis|sub-?study|lymphodepletion|conditioning|chemotherapy|surgery|step|cycle|visit|period|window|day -?\d{1,2}|cycle 1,? day 1|C1D1|D1|step \d|\d)\b(?:,(?!\s*(?:or|and)\b)|\/(?=\w))?){1,16}(?<!\b(?:or|and)(?!\s+(?:more|fewer|less|longer|later)\b))`;
const MEASURED = String.raw`(?:(?:last |most recent )?(?:measurements?|assessments?) )?(?:(?:and |as |must be |to be |should be |was |is )?(?:obtained|performed|measured|assessed|determined|evaluated|documented|collected|drawn|done|tested|taken|conducted|completed|established)\s+)?`;
const SPAN = String.raw`(?:≤|<|within|up to|no more than|a maximum of|during the|in the)?\s*(?:the )?(?:last |past |previous )?(?:\d{1,3}|one|two|three|four|six|seven)(?:-\d{1,3})?\s*(?:\(?\+\/?-?\s?\d\)?\s*)?(?:hours?|days?|weeks?|months?|mos?)(?:\s*\(\d+ days\))?`;

/** "(transfusion allowed)": the value may be reached in any way, so one that is missed today is not missed for certain. */
export const SUPPORTED =
  /[([.,;]?\s*\b(?:(?:patients?|subjects?|participants?) )?(?:(?:may|can|could) be transfused|(?:red blood cell |RBC |platelet |blood )?transfusions?(?: (?:and\/or|or|and) growth factors?)?(?: support)? (?:is |are |may be )?(?:acceptable|allowed|permitted))\b[^.;()≥≤<>@]*[)\]]?/gi;

/** Where a value is due; the date of the value itself is looked at instead. */
export const TIMING: readonly RegExp[] = [
  new RegExp(
    String.raw`[([,]?\s*(?<!\w)${MEASURED}(?:(?:(?:at|on) or\s*)?${SPAN}\s*(?:of|prior to|before|from|preceding|after|until)|at|prior to|before|during|on|by|within)${ANCHOR}[)\]]?`,
    'gi',
  ),
  new RegExp(String.raw`[([,]?\s*(?<!\w)${MEASURED}${SPAN}(?: prior| before)?\s*(?:[)\]]|(?=$|[.;]))`, 'gi'),
  /\b(?:at|on|by|as of) (?:the )?(?:time|day|date)(?: of|,)? (?:the )?(?:of )?(?:signing|signature of|providing|provision of|obtaining|giving)?(?: of)? ?(?:the |a |their |main |study )*(?:written )?(?:informed )?(?:consent|ICF|assent)(?: form)?(?: \(ICF\))?(?: (?:is|are) (?:signed|obtained|documented))?/gi,
];

/** A value that must hold without support: the record seldom says so; it narrows. */
export const UNSUPPORTED =
  /[,(]?\s*\b(?:without|independent of|not supported by|unsupported by|in the absence of|with no|not requiring|no|must not have received|last)\b[^.;()≥≤<>@]{0,90}(?:transfus\w+|growth[- ]factors?|G-?CSF|support|infusions?)[^.;()≥≤<>@]{0,80}[)]?/gi;

/** Words that a method of measuring is described with. */
const METHOD = String.raw`(?:calculated|estimated|measured|determined|assessed|obtained|as|per|by|using|with|via|according|to|based|on|the|a|an|or|and|either|institutional|institution|institution's|standards?|standard of care|local|guidelines?|formula|formulae|equation|method|cock[cr]\w*|gault|24[- ]?hours?|urine|collection|creatinine|clearance|glomerular|filtration|rate|MDRD|modification|of|diet|in|renal|disease|CKD-?EPI|chronic|kidney|epidemiology|collaboration|C-G|CG|modified|actual|ideal|adjusted|body|weight|same|echocardiogra\w+|echo|ECHO|2-?D|3-?D|transthoracic|MUGA|multi-?ple-?gated|multi-?gated|acquisition|scan|Fridericia(?:'s)?|Bazett(?:'s)?|corrected|correction|triplicate|readings?|central|serial|consecutive|resting|12[- ]lead|three|ECGs?|EKGs?|electrocardiograms?|average|mean)`;

export const BOILERPLATE: readonly RegExp[] = [
  /[([](?:[A-Za-z0-9+/-]{1,12})[)\]]/g,
  /\b(?:men|males?)(?: (?:and|or|and\/or|&) |\/)(?:non-?pregnant )?(?:wom[ae]n|females?)\b|\b(?:wom[ae]n|females?)(?: (?:and|or|and\/or|&) |\/)(?:men|males?)\b|\b(?:of )?(?:either|any|both) (?:sex(?:es)?|genders?)\b/gi,
  /\b(?:must|should|will|need to|has to|have to) (?:have|be|has|show|demonstrate)\b(?! no\b| not\b)/gi,
  /\b(?:histolog\w*|cytolog\w*|patholog\w*|radiolog\w*|molecular\w*|biopsy|microscopic\w*|clinical\w*)(?:(?:,? (?:and\/or|or|and) |\/|, |[- ])(?:histolog\w*|cytolog\w*|patholog\w*|radiolog\w*|molecular\w*|biopsy|microscopic\w*|clinical\w*))*[- ]+(?:confirmed|proven|documented|verified|diagnosed|confirmation|diagnosis|evidence|established|determined)(?: (?:and|or) (?:confirmed|documented))?/gi,
  /[([](?:AJCC|UICC|TNM|appendix|see|refer|per|according to|by|as per|ECOG|PS|RECIST|CTCAE|NCI|FIGO|WHO)(?![^()[\]]*\b(?:(?:tumou?r|cancer|disease) types?|types of|histolog\w+|indications?|conditions|diagnoses)\b)[^()[\]≥≤<>]{0,70}[)\]]/gi,
  /\b(?:as (?:determined|assessed|measured|detected|documented|demonstrated|defined|calculated|estimated|evaluated) (?:by|using|per|with|according to)|determined by|detected by|assessed by|confirmed by|documented by|calculated (?:by|using|according to)|estimated (?:by|using)|by|using|per|based on|according to) (?:a |an |the |current |local |central |standard |institutional |validated |accredited |certified |CLIA[- ]certified |FDA[- ]approved |modified )*(?:laboratory|lab|labs|NGS|next[- ]generation sequencing|IHC|immunohistochemistry|FISH|PCR|sequencing|testing|tests?|assays?|standards?|guidelines?|criteria|practice|formula|equation|cock[cr]\w*[- ]*(?:and[- ])?gault|CKD-?EPI|chronic kidney disease epidemiology collaboration|MDRD|modification of diet in renal disease|Fridericia(?:'s)?|Bazett(?:'s)?|ASCO\/?-?CAP|AJCC|UICC)(?: (?:\(?(?:CKD-?EPI|MDRD|C-?G)\)?|formula|method|equation|estimate|estimation|testing|tests?|assays?|criteria|guidelines?|(?:8th|7th|eighth|seventh) (?:ed(?:ition)?\.?)|staging|system))*/gi,
  new RegExp(String.raw`[([][\s,]*(?:${METHOD}[\s,/-]*)+[)\]]`, 'gi'),
  new RegExp(
    String.raw`,?\s*\b(?:as )?(?:calculated|estimated|measured|determined|assessed|obtained|based on|by|using|per|according to)\s+(?:${METHOD}[\s,/-]+){0,12}(?:formulae?|equation|method|cock[cr]\w*[- ](?:and )?gault|MDRD|CKD-?EPI|collection|scan|echocardiogra\w+|ECHO|MUGA|standards?|readings?|Fridericia(?:'s)?|Bazett(?:'s)?|ECGs?|EKGs?)(?: (?:formula|equation|method|scan|correction))?\b`,
    'gi',
  ),
  /,?\s*\b(?:based on|by|on|per) (?:the )?(?:most recent |recent |standard |conventional |baseline |cross-sectional )*(?:imaging|CT|MRI|PET|bone)(?:(?:\/|,? (?:and\/or|and|or) )(?:CT|MRI|PET|imaging|bone))*(?: scans?| imaging)?\b/gi,
  /\b(?:in|from|on|by|using|via) (?:the |a )?(?:tumou?r )?(?:tissue|blood|plasma|tumou?r|biopsy|ctDNA|cfDNA)(?:,? (?:and\/or|or|and) (?:the |a )?(?:circulating |cell-free |liquid )*(?:tumou?r )?(?:DNA|ctDNA|cfDNA|blood|plasma|tissue|biopsy)(?: \(ctDNA\))?)+\b/gi,
  /\b(?:by|using|with|via) (?:a |an |the )?(?:blood|serum|urine)(?: or (?:blood|serum|urine))? (?:test|testing)\b/gi,
];

/** Why the pregnant are left out. */
export const BECAUSE = /,?\s*\b(?:because(?: of)?|since|as there (?:is|are)|as (?:the|these|this)|due to)\b[^.;@]*/gi;

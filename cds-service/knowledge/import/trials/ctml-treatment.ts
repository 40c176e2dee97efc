/** Prior-treatment clauses of CTIMS: an agent, a class of agents, an operation, radiation; `!` shuts out. */
import type { Requirement } from '../../trials/types.ts';
import { eachValue, unread } from './ctml-values.ts';
import { textOf, type Fields } from './fields.ts';

export function priorTreatmentClause(fields: Fields): Requirement[] {
  const made = Object.entries(fields).flatMap(([key, value]): Requirement[] => {
    switch (key) {
      // What the treatment is said to be; the agent beside it decides.
      case 'treatment_category':
      case 'medical_therapy_subtype':
        return [];
      case 'prior_treatment_agent':
      case 'agent':
      case 'drug':
        return [eachValue(value, (name) => ({ kind: 'treated', label: name, drugs: [name.toLowerCase()] }))];
      case 'agent_class':
      case 'prior_treatment_agent_class':
        return [eachValue(value, worded)];
      case 'surgery_type':
        return [eachValue(value, (name) => unread(`earlier surgery: ${name}`))];
      case 'transplant_type':
        return [eachValue(value, (name) => worded(`${name} stem cell transplant`))];
      case 'radiation_type':
      case 'radiation_site':
        return [eachValue(value, (name) => unread(`earlier radiation: ${name}`))];
      default:
        return [unread(key.replace(/_/g, ' '))];
    }
  });
  if (made.length > 0) return made;
  const subtype = textOf(fields.medical_therapy_subtype) || textOf(fields.treatment_category);
  return subtype === '' ? [] : [eachValue(subtype, worded)];
}

/** Left to the reader of criteria, which knows the classes of drugs. */
function worded(name: string): Requirement {
  const plain = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return { kind: 'unread', ask: `earlier treatment: ${plain}`, read: `Prior treatment with ${plain}` };
}

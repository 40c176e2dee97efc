/** Figures for Prometheus. Labels are service ids, rule ids and codes: never anything of a patient. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PredictionCount } from '../../models/index.ts';

const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 1, 2, 5];

export interface Metrics {
  answered(service: string, status: number, seconds: number): void;
  phase(service: string, phase: string, seconds: number): void;
  card(rule: string, indicator: string, fate: 'sent' | 'silenced'): void;
  abstained(model: string): void;
  /** That a prediction was asked for; its inputs are counted in the store, by day. */
  predicted(count: Pick<PredictionCount, 'model' | 'abstained'>): void;
  silent(service: string): void;
  fhir(outcome: string, seconds: number): void;
  refused(cause: string): void;
  trouble(what: string, count: number): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(storeState: () => string, registry: Registry = new Registry()): Metrics {
  const registers = [registry];
  const answered = new Histogram({
    name: 'genehook_call_seconds',
    help: 'Time to answer a call',
    labelNames: ['service', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const phase = new Histogram({
    name: 'genehook_phase_seconds',
    help: 'Time of a phase of a hook call',
    labelNames: ['service', 'phase'],
    buckets: BUCKETS,
    registers,
  });
  const cards = new Counter({ name: 'genehook_cards_total', help: 'Cards', labelNames: ['rule', 'indicator', 'fate'], registers });
  const silent = new Counter({ name: 'genehook_silent_answers_total', help: 'Answers without a card', labelNames: ['service'], registers });
  const fhir = new Histogram({
    name: 'genehook_fhir_seconds',
    help: 'FHIR round trips',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers,
  });
  const refused = new Counter({ name: 'genehook_refused_callers_total', help: 'Calls refused with 401', labelNames: ['cause'], registers });
  const trouble = new Counter({ name: 'genehook_store_trouble_total', help: 'What the store did not do', labelNames: ['what'], registers });
  const abstained = new Counter({
    name: 'genehook_abstentions_total',
    help: 'Predictions that a model did not make',
    labelNames: ['model'],
    registers,
  });
  const predictions = new Counter({
    name: 'genehook_predictions_total',
    help: 'Predictions asked for',
    labelNames: ['model', 'outcome'],
    registers,
  });
  registerGauge(registry, 'genehook_store_open', '1 while the store is open', () => (storeState() === 'open' ? 1 : 0));
  registerGauge(registry, 'genehook_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  return {
    answered: (service, status, seconds) => answered.observe({ service, status: String(status) }, seconds),
    phase: (service, name, seconds) => phase.observe({ service, phase: name }, seconds),
    card: (rule, indicator, fate) => cards.inc({ rule, indicator, fate }),
    abstained: (model) => abstained.inc({ model }),
    // Not its inputs: of two readings a minute apart the difference would be one patient's genotype, age and weight.
    predicted: ({ model, abstained: none }) => predictions.inc({ model, outcome: none ? 'abstained' : 'made' }),
    silent: (service) => silent.inc({ service }),
    fhir: (outcome, seconds) => fhir.observe({ outcome }, seconds),
    refused: (cause) => refused.inc({ cause }),
    trouble: (what, count) => trouble.inc({ what }, count),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function registerGauge(registry: Registry, name: string, help: string, value: () => number): void {
  const gauge = new Gauge({
    name,
    help,
    registers: [],
    collect() {
      this.set(value());
    },
  });
  registry.registerMetric(gauge);
}

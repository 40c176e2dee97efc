/** From the redirect to the report: session, patient, style of the EHR, and the panel; or what went wrong and what to do. */
import { useEffect, useMemo, useState } from 'react';
import { sendDecision } from '../act/feedback.ts';
import { medicationDraft, testDraft } from '../act/orders.ts';
import { sendToEhr } from '../act/web-messaging.ts';
import { fetchTrials } from '../data/fetch-report.ts';
import { LaunchTrouble } from '../launch/LaunchTrouble.tsx';
import { LaunchProblem, toLaunchProblem } from '../launch/problem.ts';
import { openSession, type Session } from '../launch/session.ts';
import { fetchIssuers } from '../launch/start.ts';
import { fetchEhrStyle } from '../look/ehr-style.ts';
import { useLook } from '../look/LookProvider.tsx';
import { NamesProvider } from '../language/language.tsx';
import { tallMan } from '../view/tall-man.ts';
import { Panel } from './Panel.tsx';
import { PanelContext, type PanelActions } from './panel-context.ts';
import { readPatientDetails, type PatientDetails } from './patient-details.ts';
import { SectionSkeleton } from './SectionSkeleton.tsx';
import { ReportTrouble } from './ReportTrouble.tsx';
import { useReport } from './use-report.ts';

/** Opened once per page load, whatever React does: an authorization code can be used only once. */
const sessions = new Map<string, Promise<Session>>();

function sessionOf(base: string): Promise<Session> {
  const found = sessions.get(base) ?? fetchIssuers(base).then(openSession);
  sessions.set(base, found);
  return found;
}

export function PanelPage({ base }: { base: string }) {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<LaunchProblem | null>(null);
  useEffect(() => {
    let current = true;
    sessionOf(base).then(
      (opened) => current && setSession(opened),
      (error: unknown) => current && setProblem(toLaunchProblem(error, 'lost-session')),
    );
    return () => {
      current = false;
    };
  }, [base]);
  if (problem !== null) return <LaunchTrouble problem={problem} />;
  if (session === null) return <SectionSkeleton />;
  return <SessionPanel base={base} session={session} />;
}

function SessionPanel({ base, session }: { base: string; session: Session }) {
  const { setEhrStyle } = useLook();
  const [allDrugs, setAllDrugs] = useState(false);
  const state = useReport(base, session, allDrugs);
  const [patient, setPatient] = useState<PatientDetails>({ id: session.patientId, banner: session.needsBanner, reading: true });
  useEffect(() => {
    let current = true;
    void session.readPatient().then((resource) => {
      if (current) setPatient(readPatientDetails(resource ?? {}, session.patientId, session.needsBanner));
    });
    if (session.styleAddress !== null)
      void fetchEhrStyle(session.styleAddress).then((style) => current && style !== null && setEhrStyle(style));
    return () => {
      current = false;
    };
  }, [session, setEhrStyle]);
  const expired = state.fault?.kind === 'expired';
  useEffect(() => {
    if (expired) void session.end();
  }, [expired, session]);
  const write = useMemo(() => (session.tallMan === null ? null : tallMan(session.tallMan)), [session]);
  const actions = useMemo(() => actionsOf(base, session), [base, session]);
  // What was shown before goes too: it must not stand on a screen whose session has ended, or beside an answer about somebody else.
  if (expired) return <LaunchTrouble problem={new LaunchProblem('expired', state.fault?.detail)} />;
  if (state.fault !== null && (state.read === null || state.fault.kind === 'wrong-patient'))
    return <ReportTrouble fault={state.fault} onRetry={state.retry} />;
  return (
    <PanelContext value={actions}>
      <NamesProvider write={write}>
        <Panel
          state={state}
          patient={patient}
          notGranted={session.notGranted}
          target={session.target}
          allDrugs={allDrugs}
          onAllDrugs={() => setAllDrugs(true)}
        />
      </NamesProvider>
    </PanelContext>
  );
}

function actionsOf(base: string, session: Session): PanelActions {
  const { messaging, patientId } = session;
  const create = async (resource: Record<string, unknown>) =>
    messaging === null ? ('no-answer' as const) : sendToEhr(messaging, 'scratchpad.create', { resource });
  return {
    canHandBack: messaging !== null,
    decide: (decision) => sendDecision(base, session, decision, new Date()),
    findTrials: (query, offset) => fetchTrials(base, session, query, offset),
    proposeTest: (test) => create(testDraft(patientId, test)),
    async proposeDrug(drug, replaces) {
      const outcome = await create(medicationDraft(patientId, drug, replaces));
      // The draft that is replaced goes only after its replacement is there.
      if (outcome !== 'done' || messaging === null || replaces === undefined) return outcome;
      const removed = await sendToEhr(messaging, 'scratchpad.delete', { location: replaces });
      return removed === 'done' ? 'done' : 'original-kept';
    },
  };
}

import Access
import Assessments
import Markup
import Pages
import Store
import Vocabulary

/// The inbox of gaps: whoever may report one does, and whoever keeps the assessment sorts and answers them.
enum GapFormAnswers {
    static func reporting(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .reportGaps)
        let held = work.assessment
        let entry = AssessmentFormAnswers.entry("gap-", besides: held.gaps.map(\.gap.id), sent)
        let form = GapForm(sent?.filled ?? SentValues(), assessment: held.id, entry: entry, themes: held.themes)
        return AssessmentFormAnswers.asking(
            work, "Report a gap", form, .gap(held.id), button: "Report it",
            notice: "The gap is reported. Its answer will stand here.", done: .oneGap(held.id, gap: entry)
        ) { act, _, now in now?.gap(entry)?.gap == act.gap ? [] : [act] }
    }

    static func triaging(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (work, gap) = try keeping(question)
        let form = TriageGapForm(sent?.filled ?? SentValues(), assessment: work.assessment.id, gap: gap.gap.id)
        return asking(work, gap, "Say what the gap is", form, .triage, "Record it", "It is recorded.") { act, now in
            let before = now.triage.map {
                TriageGap(
                    assessment: act.assessment, gap: act.gap, outcome: $0.outcome, reason: $0.reason, theme: $0.theme)
            }
            return before == act
        }
    }

    static func answering(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (work, gap) = try keeping(question)
        let form = AnswerGapForm(sent?.filled ?? SentValues(), assessment: work.assessment.id, gap: gap.gap.id)
        return asking(work, gap, "Answer the gap", form, .answer, "Answer it", "The gap is answered.") { act, now in
            now.answer?.text == act.text
        }
    }

    static func merging(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (work, gap) = try keeping(question)
        let others = work.assessment.gaps.filter { $0.merged == nil && $0.gap.id != gap.gap.id }
            .map { Choice($0.gap.id.description, "\($0.gap.place): \($0.gap.what)") }
        let form = MergeGapForm(
            sent?.filled ?? SentValues(), assessment: work.assessment.id, gap: gap.gap.id, others: others)
        return asking(work, gap, "Merge the gap with another", form, .merge, "Merge it", "The gap is merged.") {
            act, now in now.merged?.into == act.into && now.merged?.reason == act.reason
        }
    }

    private enum Step { case triage, answer, merge }

    private static func keeping(_ question: Question) throws -> (AssessmentWork, GapHeld) {
        let work = try AssessmentWork(question, to: .keepAssessments)
        return (work, try work.gap())
    }

    /// - Parameter isRecorded: true where exactly this stands already.
    private static func asking<Asked: AskedForm>(
        _ work: AssessmentWork, _ gap: GapHeld, _ heading: String, _ form: Asked, _ step: Step, _ button: String,
        _ notice: String, isRecorded: @escaping (Asked.Answer, GapHeld) -> Bool
    ) -> GovernanceAsking where Asked.Answer: AssessmentAct {
        let (id, name) = (work.assessment.id, gap.gap.id)
        let deed: AssessmentDeed =
            switch step {
            case .triage: .triage(id, gap: name)
            case .answer: .answer(id, gap: name)
            case .merge: .merge(id, gap: name)
            }
        return AssessmentFormAnswers.asking(
            work, heading, form, deed, button: button, notice: notice,
            before: [
                .summaryList([
                    .init("What is missing", .name(gap.gap.what)), .init("Where", .name(gap.gap.place)),
                    .init("Reported by", .name(gap.gap.from)),
                ])
            ], done: .oneGap(id, gap: name)
        ) { act, _, now in now?.gap(name).map { isRecorded(act, $0) } == true ? [] : [act] }
    }
}

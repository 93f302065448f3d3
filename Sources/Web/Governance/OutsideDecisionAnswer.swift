import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// Decisions for a committee outside a meeting: by the chair with another member, and by an officer alone.
enum OutsideDecisionAnswer {
    static func deciding(
        _ manner: OutsideDecisionForm.Manner
    ) -> @Sendable (Question, Sent?) throws -> GovernanceAsking {
        { question, sent in
            let work = try GovernanceWork(question)
            return try asking(manner, work, try work.committee(.recordDecisions), sent)
        }
    }

    private static func form(
        _ manner: OutsideDecisionForm.Manner, _ work: GovernanceWork, _ committee: Committee, _ sent: Sent?, free: Slug
    ) -> OutsideDecisionForm {
        let mandates = committee.terms(on: work.day)?.mandates ?? []
        let deciders: [Slug] =
            switch manner {
            case .urgent: committee.members(on: work.day).filter(\.isVoting).map(\.person)
            case .delegated: mandates.compactMap(\.officer)
            }
        let matters = mandates.filter { ($0.officer == nil) == (manner == .urgent) }.map(\.matter)
        return OutsideDecisionForm(
            sent?.filled ?? SentValues(), committee: committee.id, entry: sent?.entry(else: free) ?? free,
            manner: manner,
            matters: Set(matters).sorted().map { Choice($0.description, ShortName.words(of: $0).firstUpper) },
            deciders: Set(deciders).map { Choice($0.description, work.name($0)) }
                .sorted { ($0.words, $0.value) < ($1.words, $1.value) }, people: work.people())
    }

    private static func asking(
        _ manner: OutsideDecisionForm.Manner, _ work: GovernanceWork, _ committee: Committee, _ sent: Sent?
    ) throws -> GovernanceAsking {
        let free = ShortName.free(
            manner == .urgent ? "urgent-" : "officer-",
            besides: work.book.decisions.keys.filter {
                $0.description.hasPrefix(manner == .urgent ? "urgent-" : "officer-")
            })
        let form = form(manner, work, committee, sent, free: free)
        guard !form.deciders.isEmpty, !form.matters.isEmpty else {
            return nothing(manner, work, committee)
        }
        let deed = manner == .urgent ? CommitteeDeed.urgent(committee.id) : .delegated(committee.id)
        return try GovernanceAsking(
            GovernanceForm(
                work: work,
                heading: manner == .urgent ? "Record an urgent decision" : "Record a decision of an officer",
                trail: [("Committees", .committees), (committee.title, .committee(committee.id))], form: form,
                deed: deed.destination, button: .init("Check the decision"), done: Route.decisions.path,
                notice: "The decision is recorded. It is owed to the next meeting: put it on the agenda there.",
                before: [.paragraph(.text(words(manner)), class: "lede")],
                record: RecordName(.decision, form.entry), isNew: true, free: free,
                checking: .init(
                    heading: "Check the decision", button: .init("Record the decision"),
                    trial: { answer in
                        var answer = answer
                        answer.decision.evidence = [EvidenceID(bytes: [UInt8](repeating: 0, count: 32))]
                        return [answer.act(manner)]
                    },
                    file: (
                        "evidence", "The document on which it rests",
                        "A letter, a paper, a note. It is kept, and the record holds its digest.",
                        "Choose the document on which it rests."
                    )),
                told: { act, _ in told(act) }
            ) { answer, _, texts in
                var answer = answer
                for file in sent?.body.files(in: "evidence") ?? [] {
                    answer.decision.evidence.append(try texts.hold(try file.bytes()))
                }
                return [answer.act(manner)]
            })
    }

    /// The terms allow nothing of the kind: that is said, and how it comes to be.
    private static func nothing(
        _ manner: OutsideDecisionForm.Manner, _ work: GovernanceWork, _ committee: Committee
    ) -> GovernanceAsking {
        let words =
            manner == .urgent
            ? "The terms of reference in force name no matter that members could decide between meetings."
            : "The terms of reference in force let no officer decide alone."
        let page = FormPage(
            manner == .urgent ? "Record an urgent decision" : "Record a decision of an officer",
            trail: [("Committees", .committees), (committee.title, .committee(committee.id))],
            before: [
                .paragraph(.text(words), class: "empty"),
                .paragraph(
                    .link("Its terms of reference", to: Route.committee(committee.id).destination())),
            ], form: nil)
        return GovernanceAsking(page: page) { _ in Outcome(kind: .again(page)) }
    }

    private static func words(_ manner: OutsideDecisionForm.Manner) -> String {
        manner == .urgent
            ? "Two members with a vote, the chair or vice-chair among them, decide what cannot wait. "
                + "The next meeting is told."
            : "An officer decides within what the terms of reference give. The next meeting is told."
    }

    /// A decision that somebody recorded under the same short name meanwhile.
    private static func told(_ act: any GovernanceAct) -> OutsideDecisionForm.Answer? {
        var answer: OutsideDecisionForm.Answer?
        if let act = act as? TakeUrgentAction {
            answer = .init(decision: act.decision, by: act.takenBy, urgency: act.urgency)
        } else if let act = act as? DecideByOfficer {
            answer = .init(decision: act.decision, by: [act.officer])
        }
        answer?.decision.evidence = []
        return answer
    }
}

import Governance
import Markup
import Vocabulary

/// One decision, with all that it needs to stand: how, why, out of what, and who took no part.
struct DecisionPart {
    let decision: Resolution
    let reading: GovernanceReading

    init(_ decision: Resolution, _ reading: GovernanceReading) {
        self.decision = decision
        self.reading = reading
    }

    private var id: ElementID {
        ElementID("decision-\(decision.meeting.map { "\($0)-" } ?? "")\(decision.committee)-\(decision.id)")
    }

    /// - Parameter level: of its heading.
    func html(level: Int, in shell: Shell) -> Html {
        .section(
            heading: level, .name(isShort ? text : decision.title), id: id,
            [
                .paragraph(
                    isShort ? .strong(.text(result)) : [.name("\(text)."), " ", .strong(.text(result))]),
                .descriptions(facts(in: shell), class: "chosen"),
            ])
    }

    /// What was decided, without the full stop that its writer may have put.
    private var text: String {
        decision.text.hasSuffix(".") ? String(decision.text.dropLast()) : decision.text
    }

    /// One item may have many decisions: each is headed by its own words where these are few.
    private var isShort: Bool { text.count <= 120 }

    /// `Carried by vote: 5 for and 2 against.`
    private var result: String {
        let how = "\(decision.isCarried ? "Carried" : "Not carried") \(decision.manner.inWords)"
        guard let tally = decision.tally else { return "\(how)." }
        let abstained = tally.abstained > 0 ? ", \(tally.abstained) abstained" : ""
        let casting = tally.isByCastingVote ? ", by the casting vote" : ""
        return "\(how)\(casting): \(tally.inFavour) for and \(tally.against) against\(abstained)."
    }

    private func facts(in shell: Shell) -> [(term: Html, description: Html)] {
        let committee = reading.title(of: [decision.committee])
        var facts: [(term: Html, description: Html)] = [
            ("Committee", .link(.name(committee), to: shell.destination(.committee(decision.committee)))),
            ("Day", .text(decision.decidedAt.day.inWords)),
        ]
        if isShort { facts.insert(("On", .name(decision.title)), at: 0) }
        let meeting = decision.meeting.flatMap { reading.book.meetings[$0] }
        facts.append(
            (
                "Meeting",
                meeting.map { .link(.text($0.called), to: shell.destination(.meeting($0.id))) }
                    ?? .text("none: \(decision.manner.inWords)")
            ))
        if let about = DecisionPart.about(decision.subject, in: shell) { facts.append(("About", about)) }
        if let matter = decision.matter {
            facts.append(("Matter", .text(matter.description.replacing("-", with: " "))))
        }
        if let amount = decision.amount {
            let limit = decision.upTo.map { ", of at most \($0.inPounds)" } ?? ""
            facts.append(("Commits", .text("\(amount.inPounds)\(limit)")))
        }
        facts.append(("Why", .name(decision.reasons)))
        facts.append(("Considered", .name(decision.considered.joined(separator: "; "))))
        facts.append(("Took no part", .name(excluded)))
        if !decision.setAside.isEmpty {
            facts.append(("Votes not counted", .name(decision.setAside.map(called).joined(separator: "; "))))
        }
        if !decision.consulted.isEmpty {
            facts.append(("Asked first", .name(decision.consulted.map(called).joined(separator: "; "))))
        }
        if !decision.gates.isEmpty {
            facts.append(
                (
                    "Asked for by law",
                    .name(decision.gates.map { "\($0.title), dated \($0.dated.inWords)" }.joined(separator: "; "))
                ))
        }
        facts.append(("Under", .name(decision.citation)))
        return facts
    }

    private func called(_ person: Slug) -> String {
        reading.called(person, in: [decision.committee], on: decision.decidedAt.day)
    }

    private var excluded: String {
        guard !decision.excluded.isEmpty else { return "nobody stood back" }
        return decision.excluded.map { left in
            let options = left.parts.map { $0.description.replacing("-", with: " ") }
            let parts = options.isEmpty ? "" : ", for \(options.joined(separator: ", "))"
            return "\(called(left.member)): \(left.option.inWords)\(parts)"
        }.joined(separator: "; ")
    }

    /// What an item or a decision is about, with a link where there is a page of it; nil for no other record.
    static func about(_ subject: AgendaItem.Subject, in shell: Shell) -> Html? {
        guard let words = subject.inWords else { return nil }
        switch subject {
        case .round(let id): return .link(.text(words), to: shell.destination(.round(id)))
        case .minutes(let meeting): return .link(.text(words), to: shell.destination(.minutes(meeting)))
        default: return .name(words)
        }
    }
}

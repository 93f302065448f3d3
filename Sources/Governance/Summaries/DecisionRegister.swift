public import Tabular
public import Vocabulary

/// The register of decisions: of meetings, by urgent action and by officers, the latest first.
public struct DecisionRegister: Sendable {
    public let decisions: [Resolution]
    private let book: GovernanceBook

    public init(_ book: GovernanceBook) {
        self.book = book
        let all = book.meetings.values.flatMap(\.resolutions) + book.decisions.values
        self.decisions = all.sorted { left, right in
            left.decidedAt == right.decidedAt
                ? (left.committee, left.id) < (right.committee, right.id) : left.decidedAt > right.decidedAt
        }
    }

    /// Those in which every word of the search stands: in title, text, reasons, matter, committee, subject, the
    /// organisations touched or the options considered. Capitals and punctuation make no difference.
    ///
    /// - Parameter committee: of this committee and of those which it follows; nil for all.
    public func matching(_ search: String, committee: Slug? = nil) -> [Resolution] {
        let words = search.titleKey.split(separator: " ")
        let own = committee.map { [$0] + FollowCommittees.predecessors(of: $0, in: book) }
        return decisions.filter { decision in
            guard own?.contains(decision.committee) ?? true else { return false }
            let text = searched(decision)
            return words.allSatisfy { text.contains($0) }
        }
    }

    private func searched(_ decision: Resolution) -> String {
        let committee = book.committees[decision.committee]?.title ?? ""
        let touched = decision.touches.map { "\($0.organisation) \($0.how)" }
        let parts: [String] =
            [
                decision.id.description, decision.title, decision.text, decision.reasons,
                decision.matter?.description ?? "", decision.committee.description, committee,
                decision.subject.inWords ?? "",
            ] + touched + decision.considered
        return parts.joined(separator: " ").titleKey
    }

    public func table(_ decisions: [Resolution]? = nil) -> Table {
        var table = Table(
            key: "decisions", caption: "Register of decisions",
            columns: [
                .init("decision", "Decision"), .init("committee", "Committee"), .init("meeting", "Meeting"),
                .init("title", "On"), .init("text", "What"), .init("isCarried", "Carried"), .init("manner", "How"),
                .init("inFavour", "For"), .init("against", "Against"), .init("abstained", "Abstained"),
                .init("matter", "Matter"), .init("amountPence", "Commits"), .init("upToPence", "Limit"),
                .init("reasons", "Why"), .init("considered", "Options considered"),
                .init("excluded", "Left out"), .init("decidedOn", "Day"), .init("citation", "Under"),
            ], notes: ["People stand in it by their short names."])
        for decision in decisions ?? self.decisions {
            func count(_ number: Int?) -> Cell { number.map { .count($0) } ?? .absent("no vote") }
            let excluded = decision.excluded.map { left in
                "\(left.member) (\(left.option.inWords)"
                    + (left.parts.isEmpty ? ")" : "; \(left.parts.map(\.description).joined(separator: ", ")))")
            }
            table.append([
                .text(decision.id.description), .text(decision.committee.description),
                .optional(decision.meeting?.description, else: "no meeting"), .text(decision.title),
                .text(decision.text), .flag(decision.isCarried), .text(decision.manner.inWords),
                count(decision.tally?.inFavour), count(decision.tally?.against), count(decision.tally?.abstained),
                .optional(decision.matter?.description, else: "none"), .optional(decision.amount, else: "not said"),
                .optional(decision.upTo, else: "no limit"), .text(decision.reasons),
                .text(decision.considered.joined(separator: "; ")),
                excluded.isEmpty ? .absent("nobody") : .text(excluded.joined(separator: "; ")),
                .day(decision.decidedAt.inLondon.day), .text(decision.citation),
            ])
        }
        return table
    }
}

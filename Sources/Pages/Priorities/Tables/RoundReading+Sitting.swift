import Priorities
import Tabular
import Vocabulary

/// The meeting that made the decision: its bodies and quorum, its votes, who stood back from what.
extension RoundReading {
    var sitting: Sitting? { round.decision?.sitting }

    /// One sentence for the meeting, and one for each body; none where no meeting decided.
    var sittingSentences: [String] {
        guard let sitting else { return [] }
        let bodies = sitting.bodies.map { body in
            "\(body.title) was \(body.isQuorate ? "quorate" : "not quorate"): \(body.quorum)."
        }
        let back =
            sitting.leftOut.isEmpty
            ? "Nobody stood back." : "\(counted(sitting.leftOut.count, "member")) stood back from some or all of it."
        return ["It was decided at the meeting “\(sitting.meeting)” of \(sitting.on.inWords), item “\(sitting.item)”."]
            + bodies + [back]
    }

    /// Each motion as each body voted on it; nil where no meeting decided.
    func votesTable() -> Table? {
        guard let sitting else { return nil }
        var table = Table(
            key: "sittingVotes", caption: "How the meeting voted",
            columns: [
                .init("motion", "Motion"), .init("body", "Body"), .init("options", "Options"),
                .init("outcome", "Asks"), .init("inFavour", "For"), .init("against", "Against"),
                .init("abstained", "Abstained"), .init("manner", "How"), .init("isCarried", "Carried"),
            ])
        for vote in sitting.votes {
            let isAll = Set(vote.options).isSuperset(of: round.options.map(\.id))
            table.append([
                .text(vote.motion), .text(vote.body), .text(isAll ? "all options" : titles(vote.options)),
                .text(vote.outcome.asked), .count(vote.inFavour), .count(vote.against), .count(vote.abstained),
                .text(vote.manner ?? "by vote"), .flag(vote.isCarried),
            ])
        }
        // One body needs no column: its name stands in the sentences above.
        guard Set(sitting.votes.map(\.body)).count > 1 else {
            return table.showing(table.columns.map(\.key).filter { $0 != "body" })
        }
        return table
    }

    /// Who stood back, by role, of which options and how; nil where no meeting decided.
    func leftOutTable() -> Table? {
        guard let sitting else { return nil }
        var table = Table(
            key: "leftOut", caption: "Who stood back at the meeting",
            columns: [.init("role", "Sits as"), .init("options", "Of"), .init("how", "What the member did")])
        for left in sitting.leftOut {
            table.append([
                .text(left.role), .text(left.options.isEmpty ? "the whole item" : titles(left.options)),
                .text(left.how),
            ])
        }
        return table
    }
}

extension Decision.Outcome.Kind {
    /// What a motion asks for the options.
    fileprivate var asked: String {
        switch self {
        case .funded: "to go ahead"
        case .notFunded: "not to go ahead"
        case .deferred: "to come back later"
        }
    }
}

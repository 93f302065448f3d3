import Vocabulary

// What must have been done before, and what must not: the order that is law.

extension Round {
    func closedAt(_ stage: Stage) -> Moment? {
        switch stage {
        case .anchors: anchorsClosedAt
        case .weights: weightsClosedAt
        case .scores: scoresClosedAt
        }
    }

    func requireClosed(_ stage: Stage, before what: String) throws(Refusal) {
        guard closedAt(stage) != nil else {
            throw Refusal(
                .rule, code: "\(stage.rawValue)-open", "The \(stage.words) are still open: \(what) comes after.",
                remedy: "Close the \(stage.words) first.")
        }
    }

    func requireOpen(_ stage: Stage, to what: String) throws(Refusal) {
        if let closed = closedAt(stage) {
            throw Refusal(
                .rule, code: "\(stage.rawValue)-closed",
                "The \(stage.words) were closed on \(closed.day.inWords): it is too late to \(what).",
                remedy: "Open the \(stage.words) again, with a reason; what was entered since is then set aside.")
        }
    }

    func requireUndecided(to what: String) throws(Refusal) {
        if let decision {
            throw Refusal(
                .rule, code: "decided",
                "The round was decided on \(decision.decidedOn.inWords): it is too late to \(what).",
                remedy: "Only an appeal that is upheld opens a decision again.")
        }
    }

    func requireMember(_ id: Slug) throws(Refusal) -> Member {
        guard let member = member(id) else {
            throw Refusal(
                .usage, code: "no-such-member", "There is no member “\(id)” on the panel.",
                remedy: members.isEmpty ? "Seat the member first." : "The panel is \(named(members.map(\.id))).")
        }
        return member
    }

    @discardableResult func requireOption(_ id: Slug) throws(Refusal) -> Option {
        guard let option = option(id) else {
            throw Refusal(
                .usage, code: "no-such-option", "There is no option “\(id)”.",
                remedy: options.isEmpty ? "Put it forward first." : "The options are \(named(options.map(\.id))).")
        }
        return option
    }

    /// A class's interest waits for the chair.
    func requireRulings(before what: String) throws(Refusal) {
        let waiting = unruledInterests
        guard waiting.isEmpty else {
            throw Refusal(
                .rule, code: "interest-unruled",
                "The chair has yet to decide on the interest\(waiting.count == 1 ? "" : "s") "
                    + "\(named(waiting.map(\.id))) that a whole class shares: \(what) comes after.",
                remedy: "Let a chair who does not share it rule on each, with a reason.")
        }
    }
}

extension Stage {
    /// For a sentence: `anchors`, `weights`, `scores`.
    public var words: String { rawValue }

    public var earlier: Stage? {
        switch self {
        case .anchors: nil
        case .weights: .anchors
        case .scores: .weights
        }
    }
}

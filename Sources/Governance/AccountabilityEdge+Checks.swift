import Vocabulary

extension AccountabilityEdge {
    /// What an edge must be, and whom it may name.
    func check(in book: GovernanceBook) throws(Refusal) {
        try refuseBlank(about, "What the edge “\(id)” is about")
        try refuseBlank(citation, "The citation of the edge “\(id)”")
        guard actor != forum else {
            throw Refusal(
                .rule, code: "actor-is-forum", "In the edge “\(id)” \(actor) would answer to itself.",
                remedy: "Name another forum: nobody is accountable to oneself.")
        }
        guard actor != .thePublic else {
            throw Refusal(
                .input, code: "public-is-actor", "In the edge “\(id)” the public would be the one that answers.",
                remedy: "The public is a forum: exchange the two.")
        }
        if let until, until < from {
            throw Refusal(
                .input, code: "ends-before-start",
                "The edge “\(id)” would end on \(until.inWords), before it begins on \(from.inWords).",
                remedy: "Correct one of the days.")
        }
        for party in [actor, forum] {
            switch party {
            case .committee(let name) where book.committees[name] == nil:
                throw Refusal(
                    .usage, code: "no-such-committee", "There is no committee “\(name)”.",
                    remedy: "Form it first, or name the organisation whose committee it is.")
            case .person(let name) where book.people[name] == nil:
                throw Refusal(
                    .usage, code: "no-such-person", "Nobody is known as “\(name)”.",
                    remedy: "Enter the person in the register first.")
            default: continue
            }
        }
    }
}

extension GovernanceBook {
    func edge(_ id: Slug) throws(Refusal) -> AccountabilityEdge {
        guard let edge = edges[id] else {
            throw Refusal(
                .usage, code: "no-such-edge", "No edge “\(id)” is on the accountability map.",
                remedy: "Draw it first.")
        }
        return edge
    }
}

public import Vocabulary

/// Finds who answers for a matter, a body, a committee or a person on a day: the edges from it and the edges to it.
public enum WhoAnswers {
    /// What is asked: about a party, a matter or some words; more than one narrows it.
    public struct Question: Hashable, Sendable, Codable {
        public var party: AccountabilityEdge.Party?
        public var matter: Slug?
        /// Looked for in what an edge is about, its matter and its standard.
        public var words: String?
        public var day: Day

        public init(
            party: AccountabilityEdge.Party? = nil, matter: Slug? = nil, words: String? = nil, day: Day
        ) {
            self.party = party
            self.matter = matter
            self.words = words
            self.day = day
        }
    }

    /// An edge, and by way of whom it concerns the party asked about.
    public struct Line: Hashable, Sendable, Codable {
        public var edge: AccountabilityEdge
        /// A committee of the body, a committee on which the person sits, or a body whose place it took; nil where the
        /// edge names the party itself, or no party was asked about.
        public var through: AccountabilityEdge.Party?
    }

    /// The edges by short name.
    public struct Answer: Hashable, Sendable, Codable {
        public var question: Question
        /// Edges of which the party is the actor; every edge where none was asked about.
        public var answersTo: [Line]
        /// Edges of which the party is the forum.
        public var answeredBy: [Line]
    }

    /// - Parameter successor: bodies that handed over by the question's day.
    public static func answer(
        _ question: Question, in book: GovernanceBook, successor: FollowSuccession.Successor
    ) -> Answer {
        let sought = question.words.map { SoughtWords($0) }
        let edges = book.edges.keys.sorted().compactMap { book.edges[$0]?.asOf(question.day) }.filter { edge in
            guard question.matter.map({ edge.matter == $0 }) ?? true else { return false }
            guard let sought, !sought.isEmpty else { return true }
            let fields = [edge.about, edge.matter?.description ?? "", edge.standard ?? ""].map { ($0, 1) }
            return !sought.met(in: fields).isEmpty
        }
        guard let party = question.party else {
            return Answer(question: question, answersTo: edges.map { Line(edge: $0, through: nil) }, answeredBy: [])
        }
        func lines(_ end: (AccountabilityEdge) -> AccountabilityEdge.Party) -> [Line] {
            edges.compactMap { edge in
                let named = end(edge)
                if named == party { return Line(edge: edge, through: nil) }
                return isConcerned(party, by: named, in: book, on: question.day, successor)
                    ? Line(edge: edge, through: named) : nil
            }
        }
        return Answer(question: question, answersTo: lines(\.actor), answeredBy: lines(\.forum))
    }

    private static func isConcerned(
        _ party: AccountabilityEdge.Party, by named: AccountabilityEdge.Party, in book: GovernanceBook, on day: Day,
        _ successor: FollowSuccession.Successor
    ) -> Bool {
        switch (party, named) {
        case (.organisation(let body), .organisation(let other)):
            FollowSuccession.isSame(body, other, by: successor)
        case (.organisation(let body), .committee(let id)):
            book.committees[id].map { FollowSuccession.isSame($0.body, body, by: successor) } ?? false
        case (.committee(let id), .committee(let other)):
            FollowCommittees.successors(of: other, on: day, in: book).contains(id)
        case (.person(let person), .committee(let id)):
            book.committees[id]?.memberships.contains { membership in
                membership.person == person && membership.from <= day && membership.until.map { day <= $0 } ?? true
            } ?? false
        default: false
        }
    }
}

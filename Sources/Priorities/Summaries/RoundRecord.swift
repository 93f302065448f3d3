public import Vocabulary

/// The whole record of a round as it is published: the round as it stands, its result, the explanation, and every
/// act from which anybody can make it again.
///
/// A value that whoever publishes fills; it holds nothing that is not in the journal but what follows from it.
public struct RoundRecord: Sendable {
    public var round: Round
    /// Nil while nothing has been worked out.
    public var result: RoundResult?
    public var explanation: RoundExplanation?
    /// In the journal's order.
    public var acts: [ActLine]
    /// Files that the round cites, by digest.
    public var sources: [Source]

    /// One act as the journal has it.
    public struct ActLine: Hashable, Sendable {
        /// The line's number in the journal.
        public var sequence: Int
        public var at: Moment
        /// As the journal has it: a number where names are kept apart.
        public var author: String
        /// The act's own name.
        public var name: String
        public var act: JSONValue
        public var digest: EvidenceID

        public init(
            sequence: Int, at: Moment, author: String, name: String, act: JSONValue, digest: EvidenceID
        ) {
            self.sequence = sequence
            self.at = at
            self.author = author
            self.name = name
            self.act = act
            self.digest = digest
        }
    }

    public init(
        round: Round, result: RoundResult? = nil, explanation: RoundExplanation? = nil, acts: [ActLine] = [],
        sources: [Source] = []
    ) {
        self.round = round
        self.result = result
        self.explanation = explanation
        self.acts = acts
        self.sources = sources
    }

    /// The same bytes for the same record: take `canonical` of it for a digest.
    public var json: JSONValue {
        .object([
            .init("round", round.json),
            .init("result", .optional(result) { JSONValue(encoding: $0) }),
            .init("explanation", .optional(explanation) { JSONValue(encoding: $0) }),
            .init("acts", .list(acts.map(\.json))),
            .init(
                "sources",
                .list(
                    sources.map { source in
                        .object([
                            .init("digest", .text(source.digest.description)), .init("name", .text(source.name)),
                            .init("publisher", .text(source.publisher)), .init("licence", .text(source.licence)),
                            .init("size", .integer(source.size)),
                        ])
                    })),
        ])
    }
}

extension RoundRecord.ActLine {
    public var json: JSONValue {
        .object([
            .init("sequence", .integer(sequence)), .init("at", .text(at.description)),
            .init("author", .text(author)), .init("name", .text(name)), .init("act", act),
            .init("digest", .text(digest.description)),
        ])
    }
}

extension Round {
    /// The round as it stands, with members' weights and scores in the order of the panel and absent as null.
    public var json: JSONValue {
        func list<Element: Encodable>(_ elements: [Element]) -> JSONValue {
            .list(elements.map { JSONValue(encoding: $0) })
        }
        func value<Value: Encodable>(_ value: Value?) -> JSONValue { .optional(value) { JSONValue(encoding: $0) } }
        func given<Element: Encodable>(_ key: String, _ all: [Slug: [Element]]) -> JSONValue {
            .list(
                members.compactMap { member in
                    all[member.id].map { own in
                        .object([.init("member", .text(member.id.description)), .init(key, list(own))])
                    }
                })
        }
        let ballot = ballot.map { ballot in
            JSONValue.object([
                .init("id", .text(ballot.id.description)), .init("discussedOn", .day(ballot.discussedOn)),
                .init("options", list(ballot.options)), .init("openedAt", .text(ballot.openedAt.description)),
                .init("voted", list(ballot.voted.sorted())), .init("choices", value(ballot.choices)),
            ])
        }
        return .object([
            .init("id", .text(id.description)), .init("title", .text(title)), .init("programme", value(programme)),
            .init("benefit", .text(benefit.rawValue)), .init("openedAt", .text(openedAt.description)),
            .init("appeals", value(appeals)), .init("envelope", value(envelope)), .init("rules", list(rules)),
            .init("criteria", list(criteria)), .init("pack", value(pack)), .init("members", list(members)),
            .init("interests", list(interests)), .init("rulings", list(rulings)), .init("options", list(options)),
            .init("advice", list(advice)), .init("representations", list(representations)),
            .init("anchorsClosedAt", value(anchorsClosedAt)), .init("weightsClosedAt", value(weightsClosedAt)),
            .init("scoresClosedAt", value(scoresClosedAt)), .init("weights", given("given", weights)),
            .init("scores", given("scores", scores)), .init("firstScoreAt", value(firstScoreAt)),
            .init("setAside", list(setAside)), .init("result", value(result)), .init("ballot", ballot ?? .null),
            .init("assessments", list(assessments)), .init("seen", list(seen)), .init("decision", value(decision)),
            .init("decidedAt", value(decidedAt)), .init("appealsLodged", list(lodged)),
            .init("published", list(published)),
        ])
    }
}

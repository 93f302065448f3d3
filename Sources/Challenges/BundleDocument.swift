public import Vocabulary

// The rows of large acts as documents: short lists, so that tens of thousands of rows stay small and quick to read.

/// What was raised, as it is kept: the rules' words, the files, and a list for each row, with a twelfth member where the rule said
/// more than its title, and a thirteenth where the row has a record.
public enum RaisedDocument {
    public static func json(words: [ChallengeWords], challenges: [RaisedChallenge]) -> JSONValue {
        let sources = Set(challenges.map(\.source)).sorted()
        let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0) })
        return [
            "words": .list(
                words.map { word in
                    [
                        "rule": .text(word.rule), "title": .text(word.title), "letter": .text(word.letter),
                        "source": .text(word.source), "verified": .flag(word.isVerified),
                    ]
                }),
            "sources": .list(sources.map { .text($0.description) }),
            "challenges": .list(
                challenges.map { raised in
                    .list(
                        [
                            .text(raised.rule), .integer(places[raised.source]!), .integer(raised.row),
                            .optional(raised.relatedRow, JSONValue.integer), .text(raised.provider),
                            .integer(raised.year.start), .integer(raised.month), .money(raised.amount),
                            .money(raised.atRisk), .money(raised.counted), .flag(raised.isDataOnly),
                        ] + more(raised))
                }),
        ]
    }

    private static func more(_ raised: RaisedChallenge) -> [JSONValue] {
        guard let record = raised.record else { return raised.detail.map { [.text($0)] } ?? [] }
        return [.optional(raised.detail, JSONValue.text), .text(record)]
    }

    /// - Returns: nil where it is no such document.
    static func read(_ json: JSONValue) -> (words: [ChallengeWords], challenges: [RaisedChallenge])? {
        guard let said = json["words"]?.items, let named = json["sources"]?.items,
            let listed = json["challenges"]?.items
        else { return nil }
        let sources = named.compactMap { $0.words.flatMap { EvidenceID($0) } }
        let words = said.compactMap { word -> ChallengeWords? in
            guard let rule = word["rule"]?.words, let title = word["title"]?.words,
                let letter = word["letter"]?.words, let source = word["source"]?.words,
                case .flag(let isVerified)? = word["verified"]
            else { return nil }
            return ChallengeWords(rule: rule, title: title, letter: letter, source: source, isVerified: isVerified)
        }
        let challenges = listed.compactMap { row -> RaisedChallenge? in
            guard let cells = row.items, (11...13).contains(cells.count), let rule = cells[0].words,
                let place = cells[1].whole,
                sources.indices.contains(place), let number = cells[2].whole, let provider = cells[4].words,
                let year = cells[5].whole, let month = cells[6].whole, (1...12).contains(month),
                let amount = cells[7].whole, let atRisk = cells[8].whole, let counted = cells[9].whole,
                case .flag(let isDataOnly) = cells[10]
            else { return nil }
            return RaisedChallenge(
                rule: rule, source: sources[place], row: number, relatedRow: cells[3].whole, provider: provider,
                year: FinancialYear(startingIn: year), month: month, amount: Money(pence: amount),
                atRisk: Money(pence: atRisk), counted: Money(pence: counted), isDataOnly: isDataOnly,
                detail: cells.count > 11 ? cells[11].words : nil, record: cells.count > 12 ? cells[12].words : nil)
        }
        guard sources.count == named.count, words.count == said.count, challenges.count == listed.count else {
            return nil
        }
        return (words, challenges)
    }
}

extension AnswerChallenges.Row {
    var json: JSONValue {
        [
            .integer(number), .text(kind.rawValue), .optional(amount, JSONValue.money), .text(reason), .text(evidence),
        ]
    }

    init?(_ json: JSONValue) {
        guard let cells = json.items, cells.count == 5, let number = cells[0].whole,
            let kind = cells[1].words.flatMap({ ChallengeAnswer.Kind(rawValue: $0) }), let reason = cells[3].words,
            let evidence = cells[4].words
        else { return nil }
        self.init(
            number: number, kind: kind, amount: cells[2].whole.map { Money(pence: $0) }, reason: reason,
            evidence: evidence)
    }
}

extension ConcludeChallenges.Row {
    var json: JSONValue {
        [.integer(number), .text(outcome.rawValue), .optional(amount, JSONValue.money), .text(reason)]
    }

    init?(_ json: JSONValue) {
        guard let cells = json.items, cells.count == 4, let number = cells[0].whole,
            let outcome = cells[1].words.flatMap({ ChallengeConclusion.Outcome(rawValue: $0) }),
            let reason = cells[3].words
        else { return nil }
        self.init(number: number, outcome: outcome, amount: cells[2].whole.map { Money(pence: $0) }, reason: reason)
    }
}

extension JSONValue {
    var words: String? { if case .text(let text) = self { text } else { nil } }
    var whole: Int? { if case .integer(let number) = self { number } else { nil } }
    var items: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
}

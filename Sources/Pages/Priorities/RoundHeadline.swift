import Markup
import Priorities
import Vocabulary

/// The round in a few sentences: what is recommended or was decided, what it takes, and how sure it is.
public struct RoundHeadline: Sendable {
    public var sentences: [String]

    /// What was decided, what is recommended, and what the explanation says on how far to trust it.
    public init(_ reading: RoundReading) {
        var sentences: [String] = []
        if let decision = reading.round.decision { sentences.append(RoundHeadline.decided(decision)) }
        if let result = reading.result {
            let recommended = RoundHeadline.recommended(result, in: reading.round)
            sentences.append(
                reading.round.decision == nil
                    ? recommended : "The calculation had recommended: \(recommended.lowercasedFirst)")
            // The first sentence of the explanation names every option; here the one above counts them.
            sentences += reading.explanation?.recommendation.dropFirst() ?? []
        } else if reading.round.decision == nil {
            let progress = RoundProgress(reading.round)
            sentences += ["There is no answer yet: \(progress.words.lowercasedFirst).", progress.next]
        }
        self.sentences = sentences.filter { !$0.isEmpty }
    }

    func html() -> Html {
        let first = sentences.first.map { Html.paragraph(.sentence($0), class: "headline") }.orNone
        return .block(
            [first] + sentences.dropFirst().map { .paragraph(.sentence($0), class: "headline-second") },
            class: "headlines")
    }

    private static func decided(_ decision: Decision) -> String {
        func count(_ kind: Decision.Outcome.Kind) -> Int { decision.outcomes.count { $0.outcome == kind } }
        let parts = [
            "\(count(.funded)) go ahead", "\(count(.notFunded)) do not",
            count(.deferred) == 0 ? nil : "\(count(.deferred)) \(count(.deferred) == 1 ? "is" : "are") deferred",
        ]
        return "Decided on \(decision.decidedOn.inWords): \(inList(parts.compactMap(\.self)) ?? "")."
    }

    private static func recommended(_ result: RoundResult, in round: Round) -> String {
        let taken = Set(result.portfolio.options)
        let (give, free) = (
            round.options.filter { !$0.kind.isDisinvestment }, round.options.filter(\.kind.isDisinvestment)
        )
        let (given, freed) = (give.filter { taken.contains($0.id) }, free.filter { taken.contains($0.id) })
        let cost = given.map(\.fullYear).total()
        var text = "Fund \(given.count) of \(counted(give.count, "proposal")) for \(cost.short) a year"
        if !freed.isEmpty {
            let amount = -freed.map(\.fullYear).total()
            text += ", \(amount.short) of it freed by stopping or changing \(counted(freed.count, "service"))"
        }
        return text + "."
    }
}

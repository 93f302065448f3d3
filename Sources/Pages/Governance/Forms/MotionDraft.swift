public import Markup
import Priorities
import Vocabulary

/// Motions on a round as its answer would have them, for the clerk to change: people decide what is moved.
public struct MotionDraft: Sendable {
    private let round: Round
    private let recommended: Set<Slug>

    public enum Kind: String, CaseIterable, Sendable {
        /// To do what is recommended, and to leave the rest as it is.
        case recommended, rest

        var words: String {
            switch self {
            case .recommended: "Fill in what is recommended"
            case .rest: "Fill in what is not recommended"
            }
        }
    }

    /// - Returns: nil for a round without an answer.
    public init?(_ reading: RoundReading) {
        guard let result = reading.result else { return nil }
        round = reading.round
        recommended = Set(result.portfolio.options)
    }

    private func options(_ kind: Kind) -> [Priorities.Option] {
        round.options.filter { recommended.contains($0.id) == (kind == .recommended) }
    }

    /// Without the reasons, which are those of the people who decide.
    public func filled(_ kind: Kind) -> SentValues {
        let (options, isFunded) = (options(kind), kind == .recommended)
        var words: [(says: String, titles: [String])] = []
        for option in options {
            let says = option.kind.recommendation(isFunded: isFunded)
            if let place = words.firstIndex(where: { $0.says == says }) {
                words[place].titles.append(option.title)
            } else {
                words.append((says, [option.title]))
            }
        }
        let cost = isFunded ? options.map(\.fullYear).reduce(.zero, +) : .zero
        var filled = SentValues()
        filled.fill("text", words.map { "\($0.says): \(inList($0.titles) ?? "")." }.joined(separator: " "))
        filled.fill("asks", isFunded ? "approve" : "reject")
        filled.fill("considered", round.options.map(\.title).joined(separator: "\n"))
        filled.fill("amount", cost < .zero ? .zero : cost)
        filled.fill("parts", all: options.map(\.id.description))
        return filled
    }

    /// Links to the same form, filled in.
    ///
    /// - Parameter form: where the form stands, with the item that it is about.
    public func links(to form: Destination) -> Html {
        let kinds = Kind.allCases.filter { !options($0).isEmpty }
        return .group([
            .paragraph("The answer of the round can be filled in, to be changed as people want to move it:"),
            .list(
                kinds.map { kind in .link(.text(kind.words), to: form.adding(query: [("as", kind.rawValue)])) },
                class: "ways"),
        ])
    }
}

import Markup
import Priorities
import Vocabulary

/// What follows from what a member said of weights, to be read before it is recorded.
struct MeantWeightsPart {
    let place: WeighingPlace
    let given: WeightsGiven
    /// The inconsistency of comparisons that is by custom taken as it is.
    let accepted: Share

    /// - Throws: `Refusal` where no weights follow.
    func html() throws(Refusal) -> [Html] {
        let meant = try MeantWeights(given, of: place.member.id, in: place.work.round)
        let hasRanges = meant.weights.contains { $0.high - $0.low >= 0.005 }
        let table = Html.table(
            id: "meant", caption: "What each criterion weighs",
            columns: [ColumnHeading("Criterion"), ColumnHeading("Weight", isNumeric: true)]
                + (hasRanges ? [ColumnHeading("Lowest to highest", isNumeric: true)] : []), rows: meant.weights.count
        ) { row, writer in
            let weight = meant.weights[row]
            writer.rowHeading { $0.text(place.title(weight.criterion)) }
            writer.cell(isNumeric: true) { $0.text(weight.weight.percentWords) }
            if hasRanges {
                writer.cell(isNumeric: true) {
                    $0.text("\(weight.low.percentWords) to \(weight.high.percentWords)")
                }
            }
        }
        let ranges =
            hasRanges
            ? [
                Html.paragraph(
                    """
                    Your answers leave a range. The weight is its middle; the calculation tries all of it, so you need \
                    not be surer than you are.
                    """, class: "notes")
            ] : []
        return [table] + ranges + agreement(meant)
    }

    private func agreement(_ meant: MeantWeights) -> [Html] {
        guard let sentences = meant.consistency(accepted: accepted, in: place.work.round), let first = sentences.first
        else { return [] }
        guard sentences.count > 1 else { return [.paragraph(.text(first), id: "consistency")] }
        return [
            .notification(
                .important, title: "Some comparisons do not fit together", id: "consistency",
                [
                    .paragraph(.text(first)), .list(sentences.dropFirst().map { .text($0) }),
                    .paragraph(
                        "Change what you did not mean, or save it as it is: the record says how far they agree."),
                ])
        ]
    }
}

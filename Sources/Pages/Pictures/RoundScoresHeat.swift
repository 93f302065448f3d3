public import Markup
import Priorities
public import Vocabulary

/// What every option is worth on every criterion, from 0 to 100: a table in which a shade goes with each number.
///
/// A mark stands where members are far apart on the scale itself.
public struct RoundScoresHeat: Sendable {
    public var rows: [Row]
    let reading: RoundReading
    let criteria: [Slug]

    public struct Row: Hashable, Sendable {
        public var option: Slug
        public var values: [Double]
        /// Where members' scores lie more than half the scale apart.
        public var isContested: [Bool]
        /// The weighted sum.
        public var value: Double
    }

    /// Members are called far apart from this share of the scale on.
    static let apart = Share(percent: 50)

    /// - Returns: nil without an answer.
    public init?(_ reading: RoundReading) {
        guard let result = reading.result, !result.weights.isEmpty else { return nil }
        criteria = result.weights.map(\.criterion)
        let criteria = criteria
        rows = reading.ranked.compactMap { option -> Row? in
            guard let standing = result.options.first(where: { $0.option == option.id }) else { return nil }
            return Row(
                option: option.id, values: standing.scores,
                isContested: criteria.map { RoundScoresHeat.isContested(option.id, $0, reading.round) },
                value: standing.value)
        }
        self.reading = reading
    }

    private static func isContested(_ option: Slug, _ criterion: Slug, _ round: Round) -> Bool {
        guard let anchors = round.criterion(criterion)?.scale?.anchors, let low = anchors.first?.at,
            let high = anchors.last?.at, high > low
        else { return false }
        let values = round.members.filter { !round.excluded($0.id).contains(option) }.compactMap { member in
            round.scores[member.id]?.first { $0.option == option && $0.criterion == criterion }?.value
        }
        guard let least = values.min(), let most = values.max() else { return false }
        return (most - least) / (high - low) > apart.approximate
    }

    public func html(in shell: Shell) -> Html {
        let (rows, reading, position) = (rows, reading, shell.asked.querySuffix)
        let columns =
            [ColumnHeading("Option")]
            + criteria.map { criterion in
                ColumnHeading(.text(reading.titleOfCriterion(criterion)), isNumeric: true)
            } + [ColumnHeading("Value", unit: "weighted", isNumeric: true)]
        let table = Html.table(
            id: "scores-heat", caption: "Worth of each option on each criterion, 0 to 100", columns: columns,
            class: "heat", rows: rows.count
        ) { place, writer in
            let row = rows[place]
            writer.rowHeading { writer in
                guard reading.isLinked else { return writer.text(reading.title(of: row.option)) }
                writer.link(
                    reading.title(of: row.option), path: Route.roundOption(reading.round.id, option: row.option).path,
                    query: position)
            }
            for (column, value) in row.values.enumerated() {
                let isContested = row.isContested.indices.contains(column) && row.isContested[column]
                writer.cell(isNumeric: true) { writer in
                    writer.shade(value, words: value.forHeat + (isContested ? " ≠" : ""))
                }
            }
            writer.cell(isNumeric: true) { $0.number(row.value, places: 1) }
        }
        let contested = rows.reduce(0) { $0 + $1.isContested.count { $0 } }
        let words =
            contested == 0
            ? "Nowhere do members’ scores lie more than half the scale apart."
            : "≠ marks \(counted(contested, "place")) where members’ scores lie more than half the scale apart."
        return .block([table, .paragraph(.text(words), class: "notes")], class: "table-block")
    }
}

extension Double {
    /// A whole number from 0 to 100.
    fileprivate var forHeat: String { "\(Int(self.rounded()))" }
}

extension HtmlWriter {
    /// A number on a ground as dark as it is high; six shades.
    fileprivate mutating func shade(_ value: Double, words: String) {
        switch value {
        case ..<10: span(class: "heat-0", words)
        case ..<30: span(class: "heat-1", words)
        case ..<50: span(class: "heat-2", words)
        case ..<70: span(class: "heat-3", words)
        case ..<90: span(class: "heat-4", words)
        default: span(class: "heat-5", words)
        }
    }
}

public import Markup
public import Tabular
import Vocabulary

/// The programme's money by state, as one bar with its key.
public struct MoneyBar: PictureWithTable {
    public var title: String
    public var shares: MoneyShares

    /// - Parameter title: whose money: `England’s dental contracts, £3,518.9m`.
    public init(title: String, shares: MoneyShares) {
        self.title = title
        self.shares = shares
    }

    public var description: String {
        let parts = MoneyState.allCases.map { state in
            let share = Share(shares[state], of: shares.total).map { " (\($0))" } ?? ""
            return "\(state.name.lowercased()) \(shares[state].short)\(share)"
        }
        return parts.joined(separator: "; ") + "."
    }

    public func drawing(in shell: Shell) -> Html {
        let bar = Picture(
            id: "money-bar", title: title, description: description, height: 56,
            shapes: MoneyBar.segments(of: shares, ofWidth: 100, height: 56, isLabelled: true))
        let key = MoneyState.allCases.map { state -> (term: Html, description: Html) in
            let share = Share(shares[state], of: shares.total)
            return (
                term: [Picture.swatch([MoneyBar.sample(of: state)]), " ", .text(state.name)],
                description: [
                    .strong(.text(shares[state].short)),
                    .text(share.map { " · \($0)" } ?? ""),
                    .span(.text(state.meaning), class: "meaning"),
                ]
            )
        }
        return [bar.html(), .descriptions(key, class: "money-key")]
    }

    public func table() -> Table {
        var table = Table(
            key: "moneyByState", caption: title,
            columns: [
                .init("state", "State"), .init("amountPence", "Amount"), .init("share", "Share of the whole"),
            ])
        for state in MoneyState.allCases {
            table.append([
                .text(state.name), .money(shares[state]),
                .optional(Share(shares[state], of: shares.total), else: "no money"),
            ])
        }
        table.append([
            .text("Whole programme"), .money(shares.total),
            .optional(Share(shares.total, of: shares.total), else: "no money"),
        ])
        return table
    }

    /// - Parameter ofWidth: per cent of the drawing that the whole takes.
    static func segments(
        of shares: MoneyShares, ofWidth width: Double, height: Double, isLabelled: Bool
    ) -> [Shape] {
        let whole = MoneyState.allCases.reduce(0.0) { $0 + Double(max(shares[$1].pence, 0)) }
        guard whole > 0 else { return [] }
        var shapes: [Shape] = []
        var x = 0.0
        for state in MoneyState.allCases where shares[state].pence > 0 {
            let part = Double(shares[state].pence) / whole * width
            var segment: [Shape] = [
                .rectangle(x: x, y: 0, width: part, height: height, class: "segment", filling: state.filling)
            ]
            if isLabelled, part >= 14, let share = Share(shares[state], of: shares.total) {
                segment.append(
                    .text(
                        "\(share.percentText(decimals: 0))", x: x + part / 2, y: height / 2 + 6, anchor: .middle,
                        class: "on-\(state.filling.name)"))
            }
            shapes.append(.named("\(state.name): \(shares[state].short)", segment))
            x += part
        }
        return shapes
    }

    static func sample(of state: MoneyState) -> Shape {
        .rectangle(x: 0, y: 0, width: 100, height: 12, class: "segment", filling: state.filling)
    }
}

public import Markup
public import Tabular
public import Vocabulary

/// Money that lapses with the year, by commissioner, with how sure that is.
public struct SpendByPicture: PictureWithTable {
    public var rows: [Row]
    /// The last day on which the money can be committed.
    public var commitBy: Day

    public struct Row: Sendable {
        public var code: OrganisationCode
        public var name: String
        /// With intervals at 50 and 90 per cent.
        public var amount: Estimate<Money>

        public init(code: OrganisationCode, name: String, amount: Estimate<Money>) {
            self.code = code
            self.name = name
            self.amount = amount
        }
    }

    /// - Parameter rows: in any order.
    public init(rows: [Row], commitBy: Day) {
        self.rows = rows.sorted {
            $0.amount.value == $1.amount.value ? $0.code < $1.code : $0.amount.value > $1.amount.value
        }
        self.commitBy = commitBy
    }

    public var title: String { "Expected to lapse unless committed by \(commitBy.inWords)" }

    public var description: String {
        guard let first = rows.first else { return "No money is expected to lapse." }
        return "\(rows.count) commissioners; most at \(first.name): \(SpendByPicture.words(first.amount))."
    }

    static func words(_ amount: Estimate<Money>) -> String {
        guard let wide = amount.interval(at: 90) else { return amount.value.short }
        return "\(amount.value.short) (90 %: \(wide.low.short) to \(wide.high.short))"
    }

    public func drawing(in shell: Shell) -> Html {
        let ends = rows.flatMap { $0.amount.intervals.map(\.high) + [$0.amount.value] }
        let scale = Scale(top: Double(max(ends.map(\.pence).max() ?? 1, 1)), from: 1, to: 99)
        let items = rows.map { row -> Html in
            let picture = Picture(
                id: ElementID("lapses-\(row.code)"), title: row.name, description: SpendByPicture.words(row.amount),
                height: 20, shapes: SpendByPicture.dot(row.amount, on: scale))
            return [
                .block(
                    [
                        .link(.name(row.name), to: shell.destination(.commissioner(row.code))), " ",
                        .span(
                            [.strong(.text(row.amount.value.short)), .text(SpendByPicture.interval(row.amount))],
                            class: "row-figure"),
                    ], class: "row-words"),
                picture.html(),
            ]
        }
        let key = [
            KeyEntry(name: "Expected", sample: [.circle(x: 50, y: 6, radius: 5, class: "delivered-dot")]),
            KeyEntry(name: "50 % probable", sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "interval-50")]),
            KeyEntry(name: "90 % probable", sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "interval-90")]),
        ]
        let scaleWords = Html.paragraph(
            .text("All lines start at £0 and share one scale, to \(Money(pence: Int(scale.top)).short)."),
            class: "notes")
        return [KeyEntry.list(key), .list(items, class: "rows", isOrdered: true), scaleWords]
    }

    private static func interval(_ amount: Estimate<Money>) -> String {
        amount.interval(at: 90).map { ", 90 %: \($0.low.short) to \($0.high.short)" } ?? ""
    }

    private static func dot(_ amount: Estimate<Money>, on scale: Scale) -> [Shape] {
        let y = 10.0
        func place(_ money: Money) -> Double { scale(Double(money.pence)) }
        var shapes: [Shape] = [.line(x1: 0, y1: y, x2: 100, y2: y, class: "gridline")]
        for (level, name) in [(90, "interval-90"), (50, "interval-50")] {
            guard let interval = amount.interval(at: level) else { continue }
            shapes.append(.line(x1: place(interval.low), y1: y, x2: place(interval.high), y2: y, class: name))
        }
        return shapes + [.circle(x: place(amount.value), y: y, radius: 6, class: "delivered-dot")]
    }

    public func table() -> Table {
        var table = Table(
            key: "spendBy", caption: title,
            columns: [
                .init("commissioner", "Commissioner"), .init("expectedPence", "Expected"),
                .init("low50Pence", "50 % from"), .init("high50Pence", "50 % to"),
                .init("low90Pence", "90 % from"), .init("high90Pence", "90 % to"),
            ])
        for row in rows {
            let (half, wide) = (row.amount.interval(at: 50), row.amount.interval(at: 90))
            table.append([
                .link(row.name, path: Route.commissioner(row.code).path), .money(row.amount.value),
                .optional(half?.low, else: "not given"), .optional(half?.high, else: "not given"),
                .optional(wide?.low, else: "not given"), .optional(wide?.high, else: "not given"),
            ])
        }
        return table
    }
}

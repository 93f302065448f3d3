public import Markup
public import Tabular
public import Vocabulary

/// How far lines are over or under their plan in money, the furthest first: bars to the right of one line and to its left.
public struct PlanPicture: PictureWithTable {
    public struct Row: Sendable {
        public var name: String
        public var planned: Money
        public var actual: Money

        public init(name: String, planned: Money, actual: Money) {
            (self.name, self.planned, self.actual) = (name, planned, actual)
        }

        var difference: Money { actual - planned }
    }

    /// So many are drawn; the table below the picture on the page has all.
    static let most = 12

    public var title: String
    /// Those that are drawn.
    public var rows: [Row]
    private let others: Int

    /// - Parameter rows: in any order; those furthest from their plan are drawn.
    /// - Returns: nil where nothing differs.
    public init?(title: String, rows: [Row]) {
        let sorted = rows.filter { $0.difference != .zero }.sorted {
            let (one, other) = ($0.difference.pence.magnitude, $1.difference.pence.magnitude)
            return one == other ? $0.name < $1.name : one > other
        }
        guard !sorted.isEmpty else { return nil }
        self.title = title
        self.rows = Array(sorted.prefix(PlanPicture.most))
        others = rows.count - self.rows.count
    }

    public var description: String {
        guard let first = rows.first else { return "Nothing differs from its plan." }
        return
            "\(counted(rows.count, "line", "lines")); furthest from plan is \(first.name): \(PlanPicture.words(first))."
    }

    public var howToRead: String? {
        "Bars to the right are over plan, striped bars to the left under it; all are on one scale."
            + (others > 0
                ? " The \(rows.count) furthest from their plan are drawn; \(grouped(others)) more are in the table."
                : "")
    }

    private static func words(_ row: Row) -> String {
        let amount = Money(pence: Int(row.difference.pence.magnitude))
        let share = Share(amount, of: row.planned).map { " (\($0) of plan)" } ?? ", without a plan"
        return "\(amount.short) \(row.difference > .zero ? "over" : "under")\(share)"
    }

    public func drawing(in shell: Shell) -> Html {
        let scale = Scale(
            top: Double(rows.map { Int($0.difference.pence.magnitude) }.max() ?? 1), from: 0, to: 49)
        let items = rows.enumerated().map { place, row -> Html in
            let picture = Picture(
                id: ElementID("plan-\(place + 1)"), title: row.name, description: PlanPicture.words(row), height: 16,
                shapes: PlanPicture.bar(row, on: scale))
            return [
                .block(
                    [.name(row.name), " ", .span(.text(PlanPicture.words(row)), class: "row-figure")],
                    class: "row-words"), picture.html(),
            ]
        }
        let key = [
            KeyEntry(
                name: "Over plan", sample: [.rectangle(x: 0, y: 1, width: 100, height: 10, class: "bar-short")]),
            KeyEntry(
                name: "Under plan",
                sample: [
                    .rectangle(
                        x: 0, y: 1, width: 100, height: 10, class: "segment", filling: MoneyState.unclear.filling)
                ]),
        ]
        return [KeyEntry.list(key), .list(items, class: "rows", isOrdered: true)]
    }

    private static func bar(_ row: Row, on scale: Scale) -> [Shape] {
        let width = scale(Double(row.difference.pence.magnitude))
        let bar: Shape =
            row.difference > .zero
            ? .rectangle(x: 50, y: 2, width: width, height: 12, class: "bar-short")
            : .rectangle(
                x: 50 - width, y: 2, width: width, height: 12, class: "segment", filling: MoneyState.unclear.filling)
        return [bar, .line(x1: 50, y1: 0, x2: 50, y2: 16, class: "axis")]
    }

    public func table() -> Table {
        var table = Table(
            key: "planPicture", caption: "\(title), in figures",
            columns: [
                .init("line", "Line"), .init("plannedPence", "Planned"), .init("costPence", "Actual"),
                .init("differencePence", "Difference"), .init("differencePercent", "Of plan"),
            ])
        for row in rows {
            table.append([
                .text(row.name), .money(row.planned), .money(row.actual), .money(row.difference),
                .optional(Share(row.difference, of: row.planned), else: "no plan"),
            ])
        }
        return table
    }
}

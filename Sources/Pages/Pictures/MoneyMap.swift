public import Markup
public import Tabular
public import Vocabulary

/// Every commissioner's money by state, the largest programme first.
public struct MoneyMap: PictureWithTable {
    public var commissioners: [Commissioner]

    public struct Commissioner: Sendable {
        public var code: OrganisationCode
        public var name: String
        public var shares: MoneyShares

        public init(code: OrganisationCode, name: String, shares: MoneyShares) {
            self.code = code
            self.name = name
            self.shares = shares
        }
    }

    /// - Parameter commissioners: in any order.
    public init(commissioners: [Commissioner]) {
        self.commissioners = commissioners.sorted {
            $0.shares.total == $1.shares.total ? $0.code < $1.code : $0.shares.total > $1.shares.total
        }
    }

    public let title = "Money by commissioner, the largest programme first"

    public var description: String {
        guard let first = commissioners.first, let last = commissioners.last else { return "No commissioners." }
        return """
            \(commissioners.count) commissioners, from \(first.name) with \(first.shares.total.short) \
            to \(last.name) with \(last.shares.total.short); each bar is as long as the programme is large.
            """
    }

    public func drawing(in shell: Shell) -> Html {
        let largest = Double(max(commissioners.first?.shares.total.pence ?? 1, 1))
        let rows = commissioners.map { commissioner -> Html in
            let shares = commissioner.shares
            let bar = Picture(
                id: ElementID("money-\(commissioner.code)"), title: commissioner.name,
                description: MoneyBar(title: "", shares: shares).description, height: 18,
                shapes: MoneyBar.segments(
                    of: shares, ofWidth: Double(shares.total.pence) / largest * 100, height: 18, isLabelled: false))
            let movable = shares.recurrent + shares.nonRecurrent
            return [
                .block(
                    [
                        .link(.name(commissioner.name), to: shell.destination(.commissioner(commissioner.code))), " ",
                        .span(
                            [.strong(.text(shares.total.short)), .text(", \(movable.short) can be moved")],
                            class: "row-figure"),
                    ], class: "row-words"),
                bar.html(),
            ]
        }
        return [
            KeyEntry.list(MoneyState.allCases.map { KeyEntry(name: $0.name, sample: [MoneyBar.sample(of: $0)]) }),
            .list(rows, class: "rows", isOrdered: true),
        ]
    }

    public func table() -> Table {
        var table = Table(
            key: "moneyByCommissioner", caption: title,
            columns: [.init("commissioner", "Commissioner"), .init("programmePence", "Programme")]
                + MoneyState.allCases.map { .init("\($0.rawValue)Pence", $0.name) })
        for commissioner in commissioners {
            let path = Route.commissioner(commissioner.code).path
            table.append(
                [.link(commissioner.name, path: path), .money(commissioner.shares.total)]
                    + MoneyState.allCases.map { .money(commissioner.shares[$0]) })
        }
        return table
    }
}

public import Markup
public import Priorities
public import Tabular
public import Vocabulary

/// In what share of trials the best set takes each option: safe in, fragile, safe out.
public struct RoundSureness: PictureWithTable {
    public var rows: [Row]
    public var limits: TrustLimits?
    let reading: RoundReading

    public struct Row: Hashable, Sendable {
        public var option: Slug
        public var core: Double
        public var isTaken: Bool
    }

    /// - Returns: nil without an answer, or where no solver was installed.
    public init?(_ reading: RoundReading) {
        let rows = (reading.result?.options ?? []).compactMap { standing in
            standing.coreIndex.map { Row(option: standing.option, core: $0, isTaken: standing.isFunded) }
        }
        guard !rows.isEmpty else { return nil }
        self.rows = rows.sorted { $0.core == $1.core ? $0.option < $1.option : $0.core > $1.core }
        limits = reading.limits
        self.reading = reading
    }

    public var title: String { "How often each option belongs to the best set" }

    public var howToRead: String? {
        """
        The best set was found again and again, with weights and scores drawn from what members said. A full bar: the \
        option was in it every time.
        """
    }

    public var description: String {
        guard limits != nil else { return rows.map(words).joined(separator: "; ") + "." }
        let parts = Stance.allCases.compactMap { stance -> String? in
            let of = rows.filter { reading.stance(of: $0.option) == stance }
            return inList(of.map { reading.title(of: $0.option) }).map { "\(stance.name): \($0)" }
        }
        return parts.joined(separator: ". ") + "."
    }

    private func words(_ row: Row) -> String { "\(reading.title(of: row.option)) \(row.core.percentWords)" }

    public func table() -> Table {
        var table = Table(
            key: "core", caption: title,
            columns: [
                .init("option", "Option"), .init("core", "Share of trials"), .init("stance", "How sure"),
                .init("recommended", "In the recommended set"),
            ])
        for row in rows {
            table.append([
                reading.cell(for: row.option), .share(row.core.asShare),
                .optional(reading.stance(of: row.option)?.name, else: "no rule says"), .flag(row.isTaken),
            ])
        }
        if let limits {
            table.notes = [
                """
                Safe in: taken in \(limits.safeIn.percentText(decimals: 0)) of trials or more; safe out: in \
                \(limits.safeOut.percentText(decimals: 0)) or fewer. Each trial draws weights and scores that the \
                panel’s members gave, and finds the best set for them.
                """
            ]
        }
        return table
    }

    public func drawing(in shell: Shell) -> Html {
        var key = [
            KeyEntry(name: "Recommended", sample: [.rectangle(x: 0, y: 1, width: 100, height: 10, class: "core-in")]),
            KeyEntry(
                name: "Not recommended", sample: [.rectangle(x: 2, y: 1, width: 96, height: 10, class: "core-out")]),
        ]
        if limits != nil {
            key.append(
                KeyEntry(
                    name: "Between the dashed lines: fragile",
                    sample: [
                        .rectangle(x: 0, y: 0, width: 100, height: 12, class: "target-band"),
                        .line(x1: 1, y1: 0, x2: 1, y2: 12, class: "target-edge"),
                        .line(x1: 99, y1: 0, x2: 99, y2: 12, class: "target-edge"),
                    ]))
        }
        let items = rows.map { row -> Html in
            let stance = reading.stance(of: row.option).map { Html.text(" · \($0.words)") }.orNone
            let picture = Picture(
                id: ElementID("core-\(row.option)"), title: reading.title(of: row.option),
                description: "In the best set in \(row.core.percentWords) of trials.", height: 22, shapes: bar(row))
            return [
                .block(
                    [
                        reading.name(of: row.option, in: shell), " ",
                        .span([.strong(.sentence(row.core.percentWords)), stance], class: "row-figure"),
                    ], class: "row-words"),
                picture.html(),
            ]
        }
        return [KeyEntry.list(key), .list(items, class: "rows beside")]
    }

    private func bar(_ row: Row) -> [Shape] {
        var shapes: [Shape] = []
        let edges = limits.map { [$0.safeOut.approximate * 100, $0.safeIn.approximate * 100] } ?? []
        if edges.count == 2 {
            shapes.append(
                .rectangle(x: edges[0], y: 0, width: edges[1] - edges[0], height: 22, class: "target-band"))
        }
        shapes.append(.line(x1: 0, y1: 21, x2: 100, y2: 21, class: "axis"))
        shapes.append(
            .rectangle(x: 0, y: 4, width: row.core * 100, height: 14, class: row.isTaken ? "core-in" : "core-out"))
        for edge in edges { shapes.append(.line(x1: edge, y1: 0, x2: edge, y2: 22, class: "target-edge")) }
        return shapes
    }
}

import Methods
public import Tabular
import Vocabulary

/// Access to care as tables: of all, by fifth of deprivation, by area and site, and what does not count.
public struct CareAccessTables: Sendable {
    let question: AccessQuestion
    /// The files that it was worked out from.
    let sources: [String]
    let besides: [String]

    /// - Parameter besides: more that a reader must know, a sentence each.
    public init(_ question: AccessQuestion, sources: [String], besides: [String] = []) {
        self.question = question
        self.sources = sources
        self.besides = besides
    }

    /// `UDAs a person`, `full-time equivalents for 100,000 people`.
    public var accessTitle: String {
        question.per == 1
            ? "\(question.unit) a person" : "\(question.unit) for \(grouped(question.per)) people"
    }

    /// Decimals with which access is shown.
    public static let places = 3

    func access(_ value: Double?, else why: String = "no site in reach") -> Cell {
        value.map { .number($0 * Double(question.per), places: CareAccessTables.places) } ?? .absent(why)
    }

    private static func fifth(_ fifth: Int?) -> Cell { fifth.map(Cell.count) ?? .absent("not in the index") }

    static func fifthInWords(_ fifth: Int?) -> Cell {
        switch fifth {
        case 1: .text("1, the most deprived")
        case 5: .text("5, the least deprived")
        case let fifth?: .text("\(fifth)")
        case nil: .absent("not in the index")
        }
    }

    /// What was reckoned, how, and from which files.
    public func notes(_ answer: AccessAnswer) -> [String] {
        var notes = ["Method: \(answer.method.name) (\(answer.method.citation))."]
        notes += question.method.sentences(unit: question.distanceUnit, isTable: question.travel != nil)
        if answer.isShared {
            notes.append(
                "The sites that somebody reaches supply \(figure(answer.supplyReached)) \(question.unit), and "
                    + "\(figure(answer.supplyShared)) are shared out among all who reach them, beyond the border too.")
        }
        let away = answer.sites.filter { !$0.isReached }
        if !away.isEmpty {
            let supply = away.reduce(0) { $0 + $1.supply }
            notes.append(
                "Nobody reaches \(counted(away.count, "site", "sites")), with \(figure(supply)) \(question.unit)."
            )
        }
        for why in AccessAnswer.LeftOut.Why.allCases {
            let left = answer.leftOut.filter { $0.why == why }
            if !left.isEmpty { notes.append("Left out: \(why.inWords(left.count))\(amount(left)).") }
        }
        notes += placings(answer) + besides
        notes.append("A mean counts people without a site within reach, who have nothing.")
        notes.append("Worked out from: \(named(sources)).")
        return notes
    }

    private func amount(_ left: [AccessAnswer.LeftOut]) -> String {
        let sum = left.reduce(0) { $0 + ($1.size ?? 0) }
        guard sum > 0, let why = left.first?.why else { return "" }
        switch why {
        case .areaWithoutPlace, .areaWithoutPeople: return ", with \(counted(Int(sum), "person", "people"))"
        default: return ", with \(figure(sum)) \(question.unit)"
        }
    }

    private func placings(_ answer: AccessAnswer) -> [String] {
        let split = answer.sites.count { if case .split? = $0.site.placing { true } else { false } }
        guard split > 0 else { return [] }
        return [
            "\(grouped(split)) of the sites \(split == 1 ? "lies" : "lie") in an area of 2011 that was split: each is placed "
                + "in the middle of the people of its parts."
        ]
    }

    /// With commas and at most two decimals.
    func figure(_ number: Double) -> String {
        let hundredths = Int((number.magnitude * 100).rounded())
        let rest = hundredths % 100
        let tail = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return (number < 0 ? "−" : "") + grouped(hundredths / 100) + tail
    }

    /// One row: the areas asked about, together.
    public func summary(_ answer: AccessAnswer) -> Table {
        var table = Table(
            key: "summary", caption: "Access to care: \(question.asked)",
            columns: CareAccessTables.columns(accessTitle),
            notes: notes(answer))
        table.append(row(.text(question.asked), answer.asked))
        return table
    }

    private static func columns(_ access: String, first: Table.Column = .init("asked", "People of")) -> [Table.Column] {
        [
            first, .init("areas", "Areas"), .init("people", "People"), .init("access", access),
            .init("supply", "What they have"), .init("peopleWithout", "People without a site in reach"),
            .init("shareWithout", "Of all"),
        ]
    }

    private func row(_ first: Cell, _ group: AccessAnswer.Group) -> [Cell] {
        [
            first, .count(group.areas), .count(group.people), access(group.access, else: "nobody"),
            .number(group.supply, places: 0), .count(group.peopleWithout),
            Share(group.peopleWithout, of: group.people).map(Cell.share) ?? .absent("nobody"),
        ]
    }

    public func fifths(_ answer: AccessAnswer) -> Table {
        var table = Table(
            key: "fifths", caption: "By fifth of deprivation: \(question.asked)",
            columns: CareAccessTables.columns(accessTitle, first: .init("fifth", "Fifth")))
        for (fifth, group) in answer.fifths { table.append(row(CareAccessTables.fifthInWords(fifth), group)) }
        return table
    }

    /// The areas asked about, the least served first.
    public func areas(_ answer: AccessAnswer) -> Table {
        var table = Table(
            key: "areas", caption: "The areas, the least served first: \(question.asked)",
            columns: [
                .init("area", "Area"), .init("name", "Name"), .init("people", "People"), .init("fifth", "Fifth"),
                .init("access", accessTitle), .init("nearest", "Nearest site, \(question.distanceUnit)"),
            ])
        if !question.method.shorter.isEmpty {
            table.columns.append(.init("reach", "Reach, \(question.distanceUnit)"))
        }
        for area in answer.leastServed {
            var cells: [Cell] = [
                .text(area.area.code), .optional(area.area.name, else: "–"), .count(area.people),
                CareAccessTables.fifth(area.area.fifth), access(area.access),
                area.nearest.map { .number($0, places: 1) } ?? .absent("none in reach"),
            ]
            if !question.method.shorter.isEmpty { cells.append(.number(area.reach, places: 1)) }
            table.append(cells)
        }
        return table
    }

    /// Sites in the area asked about, and of others those that its people might reach only by number.
    public func sites(_ answer: AccessAnswer, beyond: Bool = false) -> Table {
        let shown = answer.sites.filter { beyond || $0.site.isAsked != false }
        var table = Table(
            key: "sites", caption: beyond ? "The sites" : "The sites in the area asked about",
            columns: [
                .init("site", "Site"), .init("name", "Name"),
                .init("supply", question.unit.first.map { $0.uppercased() + question.unit.dropFirst() } ?? "Supply"),
                .init("ratio", "For each who comes"), .init("isReached", "Somebody reaches it"),
            ],
            notes: shown.count < answer.sites.count
                ? [beyondInWords(answer.sites.count - shown.count)] : [])
        for site in shown.sorted(by: { ($1.supply, $0.site.code) < ($0.supply, $1.site.code) }) {
            table.append([
                .text(site.site.code), site.site.name.isEmpty ? .absent("–") : .text(site.site.name),
                .number(site.supply, places: 0), access(site.ratio, else: "–"), .flag(site.isReached),
            ])
        }
        return table
    }

    private func beyondInWords(_ count: Int) -> String {
        "\(counted(count, "site", "sites")) beyond the border \(count == 1 ? "counts" : "count") too."
    }

    public func leftOut(_ answer: AccessAnswer) -> Table {
        var table = Table(
            key: "leftOut", caption: "What does not count",
            columns: [
                .init("why", "What"), .init("code", "Code"), .init("name", "Name"),
                .init("size", "People or supply"), .init("reason", "Why"),
                .init("isAsked", "In the area asked about"),
            ])
        for left in answer.leftOut {
            table.append([
                .text(String(left.why.inWords(1).dropFirst(2))), .text(left.code), .optional(left.name, else: "–"),
                left.size.map { .number($0, places: 0) } ?? .absent("not known"), .text(left.words),
                left.isAsked.map(Cell.flag) ?? .absent("not known"),
            ])
        }
        return table
    }
}

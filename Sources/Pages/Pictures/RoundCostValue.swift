public import Markup
import Priorities
public import Tabular
public import Vocabulary

/// Cost against benefit as triangles laid end to end, the steepest first: what each option does for its money.
///
/// The base of a triangle is its cost over the round's years, its height its benefit, its slope benefit for money.
/// Services that would be stopped or changed come first, as steps back: money freed to the left, benefit lost below.
/// Where options are bound to be in, a second path begins with them.
///
/// Reference: the STAR approach; Airoldi, Morton, Smith and Bevan 2014.
public struct RoundCostValue: PictureWithTable {
    public var steps: [Step]
    /// The path that begins with what is bound to be in; empty where nothing is, or where the steepest is.
    public var committed: [Step]
    let reading: RoundReading

    /// One triangle.
    public struct Step: Hashable, Sendable {
        public var option: Slug
        public var title: String
        public var cost: Money
        public var benefit: Double
        public var isTaken: Bool
        /// Where it begins.
        public var from: Place
        public var to: Place
    }

    /// A point of the path: money and benefit so far.
    public struct Place: Hashable, Sendable {
        public var cost: Money
        public var benefit: Double
    }

    /// - Returns: nil without an answer, or where no option costs anything.
    public init?(_ reading: RoundReading) {
        guard let result = reading.result else { return nil }
        let ranked = reading.ranked.compactMap { option in
            result.options.first { $0.option == option.id }.map { (option, $0) }
        }
        let back = ranked.filter { $0.0.kind.isDisinvestment && $0.1.isFunded }
        let forward = ranked.filter { !$0.0.kind.isDisinvestment }
        guard !(back + forward).isEmpty else { return nil }
        steps = RoundCostValue.path(back + forward)
        let bound = Set(reading.round.rules.filter { $0.kind == .forcedIn }.flatMap(\.options))
        let first = forward.filter { bound.contains($0.0.id) }
        let bindingFirst = first + forward.filter { !bound.contains($0.0.id) }
        // Where the steepest are bound anyway, the second path would be the first.
        let isSame = bindingFirst.map(\.0.id) == forward.map(\.0.id)
        committed = isSame ? [] : RoundCostValue.path(back + bindingFirst)
        self.reading = reading
    }

    private static func path(_ options: [(Priorities.Option, RoundResult.OptionResult)]) -> [Step] {
        var place = Place(cost: .zero, benefit: 0)
        return options.map { option, standing in
            let end = Place(
                cost: place.cost + standing.cost, benefit: place.benefit + standing.benefit)
            defer { place = end }
            return Step(
                option: option.id, title: option.title, cost: standing.cost, benefit: standing.benefit,
                isTaken: standing.isFunded, from: place, to: end)
        }
    }

    public var title: String { "What each option does for its money" }

    public var howToRead: String? {
        """
        Each triangle is one option: as wide as its cost, as high as the good it does. The steeper, the more it does for \
        its money; the steepest comes first.
        """
    }

    public var description: String {
        let taken = steps.filter(\.isTaken)
        let cost = taken.map(\.cost).total()
        let benefit = taken.reduce(0) { $0 + $1.benefit }
        let steepest = steps.first { $0.cost.pence > 0 }.map { " The steepest is \($0.title)." } ?? ""
        return """
            \(counted(steps.count, "triangle")) end to end, the steepest first; \(taken.count) filled, which are \
            recommended: \(cost.short) in all for a benefit of \(benefit.forReading).\(steepest)
            """
    }

    public func table() -> Table {
        var table = Table(
            key: "costValue", caption: title,
            columns: [
                .init("number", "Number"), .init("option", "Option"), .init("recommended", "Recommended"),
                .init("costPence", "Cost over the years"), .init("benefit", "Benefit"),
                .init("moneySoFarPence", "Money so far"), .init("benefitSoFar", "Benefit so far"),
            ],
            notes: [
                """
                What today’s spend does for its money is not drawn: nobody has scored it. \
                \(committed.isEmpty ? "" : "The second path begins with what the rules bind to be in.")
                """
            ])
        for (place, step) in steps.enumerated() {
            table.append([
                .count(place + 1), reading.cell(for: step.option), .flag(step.isTaken), .money(step.cost),
                .number(step.benefit, places: 1), .money(step.to.cost),
                .number(step.to.benefit, places: 1),
            ])
        }
        return table
    }

    public func drawing(in shell: Shell) -> Html {
        var key = [
            KeyEntry(
                name: "Recommended", sample: [.polygon([.init(0, 12), .init(100, 12), .init(100, 0)], class: "taken")]),
            KeyEntry(
                name: "Not recommended",
                sample: [.polygon([.init(2, 11), .init(98, 11), .init(98, 1)], class: "not-taken")]),
        ]
        if steps.contains(where: { $0.cost.pence < 0 }) {
            key.append(
                KeyEntry(
                    name: "A step back: money freed",
                    sample: [.polygon([.init(98, 1), .init(2, 1), .init(2, 11)], class: "step-back")]))
        }
        if !committed.isEmpty {
            key.append(
                KeyEntry(
                    name: "Beginning with what is bound to be in",
                    sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "second")]))
        }
        let names = steps.map { step -> Html in
            [
                reading.name(of: step.option, in: shell), " ",
                .span(
                    .text(
                        "\(step.cost.short), benefit \(step.benefit.forReading)"
                            + (step.isTaken ? "" : ", not recommended")), class: "row-figure"),
            ]
        }
        let plane = RoundCostValuePlane(steps: steps, committed: committed)
        let picture = Picture(
            id: "cost-value", title: title, description: description, height: plane.height, shapes: plane.shapes)
        return [KeyEntry.list(key), picture.html(), .list(names, class: "numbered", isOrdered: true)]
    }
}

import Methods
import Rulebook
import Vocabulary

/// What documents on rates, need and access share: levels, the day whose rules apply, and how figures are written.
struct NeedsDocument {
    private let input: ShapedValue
    private let rulebook: Rulebook
    private let day: Day
    let levels: [ConfidenceLevel]

    static let confidence = Shape.Field(
        "confidence", .list(.number), "levels of the intervals, per cent; those of the rules where nothing is said",
        isOptional: true)
    static let on = Shape.Field(
        "on", .day, "the day whose rules apply; the newest rules where nothing is said", isOptional: true)
    static let per = Shape.Field("per", .number, "for how many people the rate is, such as 100000", isOptional: true)

    /// The areas of a document, each with a name of its own and what is said of it.
    static func areas(_ each: Shape.Field...) -> Shape.Field {
        .init(
            "areas", .list(.object([.init("area", .text, "its name or code")] + each)), "one for each area")
    }

    init(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) {
        self.input = input
        self.rulebook = rulebook
        if let on = input["on"].present?.day {
            day = on
        } else {
            day = try rulebook.newestDay { $0.hasPrefix("needs.") }
        }
        var percents = input["confidence"].present?.list.map(\.number) ?? []
        if percents.isEmpty {
            let usual = try rulebook.text("needs.confidence.usual", on: day)
            percents = usual.split(separator: "; ").compactMap { Double(String($0)) }
        }
        var levels: [ConfidenceLevel] = []
        for percent in percents { levels.append(try ConfidenceLevel(percent: percent)) }
        self.levels = levels
    }

    func count(_ rule: String) throws(Refusal) -> Double { Double(try rulebook.count(rule, on: day)) }
    func years(_ rule: String) throws(Refusal) -> Double { Double(try rulebook.years(rule, on: day)) }
    func text(_ rule: String) throws(Refusal) -> String { try rulebook.text(rule, on: day) }
    func level(_ rule: String) throws(Refusal) -> ConfidenceLevel {
        try ConfidenceLevel(percent: rulebook.share(rule, on: day).percentNumber)
    }

    func number(_ key: String, or usual: Double) -> Double { input[key].present?.number ?? usual }

    /// The areas' documents; each has a name of its own under `area`.
    ///
    /// - Throws: `Refusal`: `no-areas`, `area-twice`.
    func areas() throws(Refusal) -> [(name: String, document: ShapedValue)] {
        var seen: Set<String> = []
        var areas: [(name: String, document: ShapedValue)] = []
        for area in input["areas"].list {
            let name = area["area"].text
            guard seen.insert(name).inserted else {
                throw Refusal(
                    .input, code: "area-twice", "“\(name)” stands twice.",
                    remedy: "Give each area once; add up its parts first if they are parts.")
            }
            areas.append((name, area))
        }
        guard !areas.isEmpty else { throw Refusal(.input, code: "no-areas", "There are no areas.") }
        return areas
    }

    /// The standard that a document names or gives.
    ///
    /// - Throws: `Refusal`, code `no-standard`, where it does neither or both.
    func standard() throws(Refusal) -> StandardPopulation {
        switch (input["standard"].present, input["standardBands"].present) {
        case (let name?, nil):
            return try StandardPopulation(name: name.text, text: text("needs.standardPopulation.\(name.text)"))
        case (nil, let bands?):
            return try StandardPopulation(
                name: "the standard", bands: bands.list.map { $0["band"].text },
                people: bands.list.map { $0["people"].number })
        default:
            throw Refusal(
                .input, code: "no-standard", "A document names one standard population, or gives one.",
                remedy: "Give either standard, such as esp2013, or standardBands.")
        }
    }
}

extension Rulebook {
    /// The day from which the newest of some rules holds.
    ///
    /// - Throws: `Refusal`, code `no-rule`, where there are none.
    func newestDay(of isMeant: (String) -> Bool) throws(Refusal) -> Day {
        guard let day = rules.filter({ isMeant($0.id) }).map(\.period.start).max() else {
            throw Refusal(
                .rule, code: "no-rule", "The rulebook has no such rule.",
                remedy: "See `remit rules list` for the rules and their days.")
        }
        return day
    }
}

extension JSONValue {
    /// A figure with its intervals, method and citation, and what it is withheld for; null where nothing is.
    static func measured(_ value: MeasuredValue, besides: [Member] = []) -> JSONValue {
        .object(
            besides + [
                .init("value", .optional(value.value) { .decimal($0) }), .init("intervals", intervals(value.intervals)),
            ] + cited(value.method) + [.init("withheld", withheld(value.withheld))])
    }

    static func intervals(_ intervals: [LevelInterval]) -> JSONValue {
        .list(
            intervals.map { interval in
                [
                    "level": .decimal(interval.level.percent), "low": .optional(interval.low) { .decimal($0) },
                    "high": .optional(interval.high) { .decimal($0) },
                ]
            })
    }

    static func cited(_ method: MethodCitation) -> [Member] {
        [.init("method", .text(method.name)), .init("citation", .text(method.citation))]
    }

    /// Members, then the method and where it is published.
    static func object(_ members: [Member], by method: MethodCitation) -> JSONValue {
        .object(members + cited(method))
    }

    static func withheld(_ withheld: Withheld?) -> JSONValue {
        .optional(withheld) { ["code": .text($0.code), "sentence": .text($0.sentence)] }
    }
}

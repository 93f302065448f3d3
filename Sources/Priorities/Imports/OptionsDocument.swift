public import Vocabulary

/// `options.yaml`, or files under `options/`: what could be done with the money, one or many options a file.
///
/// Besides the option's own keys it takes what people rather write:
/// - `costs: {2026/27: {recurrent: "£120,000", oneOff: "£10,000"}}` beside the list of years;
/// - no `fullYear`: then it is the recurrent cost of the last year given;
/// - `workforce: 2.5`, whole-time equivalents, beside `workforceHundredths: 250`.
public struct OptionsDocument: Hashable, Sendable, Codable {
    public var options: [Option]

    public init(options: [Option]) {
        self.options = options
    }

    /// - Throws: a `Refusal` of kind `input` that names the key: `options[3].costs[0].year`.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> OptionsDocument {
        guard case .object(let members) = try json.documentRoot(named: name) else {
            return OptionsDocument(options: [])
        }
        var plain: [JSONValue.Member] = []
        for member in members {
            guard member.key == "options", case .list(let options) = member.value else {
                plain.append(member)
                continue
            }
            var written: [JSONValue] = []
            for (place, option) in options.enumerated() {
                written.append(try OptionsDocument.plain(option, at: "\(name): options[\(place)]"))
            }
            plain.append(.init("options", .list(written)))
        }
        return try JSONValue.object(plain).document(named: name)
    }

    /// One act an option, each after those that it requires.
    ///
    /// - Throws: a `Refusal` that names a circle of prerequisites, or a short name that stands there twice.
    public func acts(in round: Slug) throws(Refusal) -> [any RoundAct] {
        if let twice = twice(options.map(\.id)) {
            throw Refusal(
                .input, code: "option-twice", "Two options have the short name “\(twice)”.",
                remedy: "Give each option a short name of its own.")
        }
        return try Option.inOrder(options).map { PutForwardOption(round: round, option: $0) }
    }

    /// An option with nothing but its own keys.
    private static func plain(_ json: JSONValue, at place: String) throws(Refusal) -> JSONValue {
        guard case .object(let members) = json else { return json }
        var plain: [JSONValue.Member] = []
        var lastYear: JSONValue?
        for member in members {
            switch (member.key, member.value) {
            case ("costs", .object(let years)):
                let list = try years.map { year throws(Refusal) in try cost(year, at: place) }
                plain.append(.init("costs", .list(list)))
                lastYear = list.max { yearText($0) < yearText($1) }
            case ("costs", .list(let list)):
                plain.append(member)
                lastYear = list.max { yearText($0) < yearText($1) }
            case ("workforce", let value):
                plain.append(.init("workforceHundredths", try hundredths(value, at: place)))
            default: plain.append(member)
            }
        }
        if let lastYear, !plain.contains(where: { $0.key == "fullYear" || $0.key == "fullYearPence" }) {
            let recurrent = lastYear["recurrentPence"] ?? lastYear["recurrent"] ?? .integer(0)
            plain.append(.init("fullYearPence", recurrent))
        }
        return .object(plain)
    }

    /// `2026/27: {recurrent: …, oneOff: …}` as an entry of the list.
    private static func cost(_ year: JSONValue.Member, at place: String) throws(Refusal) -> JSONValue {
        guard case .object(let amounts) = year.value else {
            throw Refusal(
                .input, code: "value-kind", "\(place): costs: \(year.key) has no “recurrent” or “oneOff” under it.",
                remedy: "Write for example: 2026/27: {recurrent: \"£120,000\"}")
        }
        return .object([.init("year", .text(year.key))] + amounts)
    }

    private static func yearText(_ cost: JSONValue) -> String {
        guard case .text(let text)? = cost["year"] else { return "" }
        return FinancialYear(text)?.description ?? text
    }

    /// Whole-time equivalents with at most two decimals, as hundredths.
    private static func hundredths(_ value: JSONValue, at place: String) throws(Refusal) -> JSONValue {
        switch value {
        case .integer(let number) where abs(number) < 1_000_000: return .integer(number * 100)
        case .decimal(let number) where abs(number) < 1_000_000:
            let hundredths = (number * 100).rounded()
            if abs(hundredths / 100 - number) < 1e-9 { return .integer(Int(hundredths)) }
        default: break
        }
        throw Refusal(
            .input, code: "value-kind",
            "\(place): workforce: whole-time equivalents with at most two decimals are expected, "
                + "not \(value.canonical).", remedy: "Write for example: workforce: 2.5")
    }
}

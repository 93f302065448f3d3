// How the values of the vocabulary stand in JSON: money as whole pence (or, where people write it, as pounds in
// text), days and years as ISO text, codes and digests as they are.

/// A value that stands in JSON as its own text.
public protocol CodedAsText: Codable, CustomStringConvertible {
    init?(text: String)
    /// `a day such as 2026-03-31`.
    static var textForm: String { get }
}

extension CodedAsText {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not \(Self.textForm)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day: CodedAsText {
    public init?(text: String) { self.init(text) }
    public static var textForm: String { "a day such as 2026-03-31" }
}

extension Month: CodedAsText {
    public init?(text: String) { self.init(text) }
    public static var textForm: String { "a month such as 2026-03" }
}

extension FinancialYear: CodedAsText {
    public init?(text: String) { self.init(text) }
    public static var textForm: String { "a financial year such as 2026/27" }
}

extension OrganisationCode: CodedAsText {
    public init?(text: String) { self.init(text) }
    public static var textForm: String { "an organisation's code" }
}

extension EvidenceID: CodedAsText {
    public init?(text: String) { self.init(text) }
    public static var textForm: String { "a digest of 64 hexadecimal digits" }
}

extension Moment: CodedAsText {
    /// - Parameter text: as `description` writes it: `2026-03-09T10:15:00Z`.
    public init?(text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 20, characters[10] == 84, characters[19] == 90, let day = Day(text.prefix(10)),
            characters[13] == 58, characters[16] == 58
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            let digits = characters[range]
            guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        guard let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19), hour < 24,
            minute < 60, second < 60
        else { return nil }
        self.init(secondsSince1970: day.number * 86_400 + hour * 3_600 + minute * 60 + second)
    }
    public static var textForm: String { "an instant such as 2026-03-09T10:15:00Z" }
}

extension Money: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let pence = try? container.decode(Int.self) {
            self.init(pence: pence)
            return
        }
        guard let text = try? container.decode(String.self) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "whole pence, or pounds in text such as “£1,250.50”, are expected")
        }
        guard let money = Money(pounds: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is no amount such as “£1,250.50”")
        }
        self = money
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(pence)
    }

    /// An amount as people write it: `£1,250.50`, `-£300`, `−£0.05`.
    ///
    /// - Returns: nil without the pound sign, with more than two decimals, with commas out of place, or beyond 64
    ///   bits.
    public init?(pounds text: some StringProtocol) {
        var rest = Substring(text)
        var isNegative = false
        if let first = rest.first, first == "-" || first == "−" {
            isNegative = true
            rest.removeFirst()
        }
        guard rest.first == "£" else { return nil }
        rest.removeFirst()
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Money.wholePounds(parts[0]) else { return nil }
        var pence = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
                let decimals = Int(parts[1])
            else { return nil }
            pence = parts[1].count == 1 ? decimals * 10 : decimals
        }
        let (hundredfold, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
        guard !isTooLarge, hundredfold <= Int.max - pence else { return nil }
        self.init(pence: isNegative ? -(hundredfold + pence) : hundredfold + pence)
    }

    private static func wholePounds(_ text: Substring) -> Int? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        if groups.count > 1 {
            guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        return Int(groups.joined())
    }
}

import Vocabulary

/// What a template was made for: a form that comes back is read only by the round that it was made for.
public struct TemplateStamp: Hashable, Sendable {
    /// The part of the round that the form shows, as sixteen hexadecimal digits: equal texts, equal digits.
    public let description: String

    /// Of the criteria with their anchors, and the options' names: what a form for scores shows.
    public static func scores(of round: Round) -> TemplateStamp {
        let options: [JSONValue] = round.options.map { [.text($0.id.description), .text($0.title)] }
        return TemplateStamp([JSONValue(encoding: round.criteria), .list(options)])
    }

    /// Of the years of the envelope: what a form for options shows.
    public static func options(of round: Round) -> TemplateStamp {
        TemplateStamp([JSONValue(encoding: round.envelope?.years.map(\.year) ?? [])])
    }

    /// A checksum against mix-ups, not against forgery: FNV-1a in 64 bits.
    private init(_ parts: [JSONValue]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in JSONValue.list(parts).canonical.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = Array("0123456789abcdef".utf8)
        description = String(
            decoding: (0..<16).map { digits[Int(hash >> UInt64(60 - 4 * $0) & 15)] }, as: UTF8.self)
    }
}

extension TemplateStamp: CustomStringConvertible {}

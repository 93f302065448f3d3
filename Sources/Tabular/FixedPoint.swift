/// Exact numbers from text, in whole or in hundredths; never by way of binary floating point.
///
/// Two manners: `published` takes what a statistical publisher writes and nothing else; `local` takes what people
/// type into spreadsheets. Either answers nil rather than guess, and for a number beyond `largest`.
public enum FixedPoint {
    /// The largest magnitude that is read: thirteen digits, so that nine hundred thousand of them sum in 64 bits.
    ///
    /// In hundredths that is £99,999,999,999.99; a larger amount in one cell is unreadable, not a trap.
    public static let largest = 9_999_999_999_999

    public enum Manner: Sendable {
        /// An optional minus, digits, and optionally a point and one or two digits. Spaces around are ignored.
        case published
        /// Also: a pound sign, also one that an encoding spoilt, commas between thousands, brackets or a trailing minus for
        /// negatives, a plus, a point without digits on one side, zeros past the second decimal. Not: an exponent, words, a
        /// percentage.
        case local
    }

    /// Hundredths, or nil where the text is no such number; blank text is no number.
    public static func hundredths(_ text: some StringProtocol, as manner: Manner = .published) -> Int? {
        var text = String(text)
        return text.withUTF8 { hundredths($0, as: manner) }
    }

    /// A whole number; `12.0` is not one in a published file, and is 12 in a local one.
    public static func whole(_ text: some StringProtocol, as manner: Manner = .published) -> Int? {
        var text = String(text)
        return text.withUTF8 { whole($0, as: manner) }
    }

    /// Hundredths of a per cent: `96.5%` is 9650; the sign may be left out. In the local manner.
    public static func percent(_ text: some StringProtocol) -> Int? {
        var text = String(text)
        return text.withUTF8 { bytes in
            var characters = LocalNumber.trimmed(bytes[...])
            if characters.last == UInt8(ascii: "%") { characters = LocalNumber.trimmed(characters.dropLast()) }
            return LocalNumber.hundredths(characters)
        }
    }

    static func hundredths(_ bytes: UnsafeBufferPointer<UInt8>, as manner: Manner) -> Int? {
        switch manner {
        case .published: published(bytes, from: 0, to: bytes.count, decimals: 2)
        case .local: LocalNumber.hundredths(LocalNumber.trimmed(bytes[...]))
        }
    }

    static func whole(_ bytes: UnsafeBufferPointer<UInt8>, as manner: Manner) -> Int? {
        switch manner {
        case .published: return published(bytes, from: 0, to: bytes.count, decimals: 0)
        case .local:
            guard let value = LocalNumber.hundredths(LocalNumber.trimmed(bytes[...])), value % 100 == 0
            else { return nil }
            return value / 100
        }
    }

    /// - Parameter decimals: 0 for a whole number, 2 for hundredths.
    static func published(
        _ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int, decimals: Int
    ) -> Int? {
        var place = from
        var end = to
        while place < end, bytes[place] == 32 { place += 1 }
        while end > place, bytes[end - 1] == 32 { end -= 1 }
        var isNegative = false
        if place < end, bytes[place] == UInt8(ascii: "-") {
            isNegative = true
            place += 1
        }
        var value = 0
        let firstDigit = place
        while place < end {
            let digit = Int(bytes[place]) &- 48
            guard digit >= 0, digit <= 9 else { break }
            value = value &* 10 &+ digit
            if value > largest { return nil }
            place += 1
        }
        guard place > firstDigit else { return nil }
        if decimals == 2 {
            value &*= 100
            if place < end, bytes[place] == UInt8(ascii: ".") {
                guard end - place == 2 || end - place == 3 else { return nil }
                let tenths = Int(bytes[place + 1]) &- 48
                let rest = end - place == 3 ? Int(bytes[place + 2]) &- 48 : 0
                guard tenths >= 0, tenths <= 9, rest >= 0, rest <= 9 else { return nil }
                value &+= tenths * 10 + rest
                place = end
            }
            if value > largest { return nil }
        }
        return place == end ? (isNegative ? -value : value) : nil
    }
}

/// Exact numbers from bytes as people type them, in units of 10⁻ᵖ: what `FixedPoint` and readers of large files share.
///
/// A pound sign (also one that was encoded twice, cut in half or replaced: `Â£`, byte A3, U+FFFD), commas between
/// thousands, brackets or a trailing minus for negatives, a plus, a point without digits on one side, zeros past the last
/// place. Not: an exponent, words, a percentage.
public enum ScaledNumber: Hashable, Sendable {
    case value(Int)
    /// Nothing but blanks.
    case blank
    /// A number with digits past the last place that are not zero.
    case tooFine
    /// No number, or one beyond `largest` units.
    case unreadable

    /// The largest magnitude that is read, in units: seventeen digits.
    public static let largest = 99_999_999_999_999_999

    /// - Parameters:
    ///   - places: decimals that are kept, 0 to 9.
    ///   - largest: a larger magnitude, in units, is unreadable.
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, places: Int, largest: Int = ScaledNumber.largest
    ) -> ScaledNumber {
        var (start, end) = (0, bytes.count)
        trim(bytes, &start, &end)
        guard start < end else { return .blank }
        var (signs, pounds, isNegative) = (0, 0, false)
        if bytes[start] == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")"), end - start > 2 {
            start += 1
            end -= 1
            trim(bytes, &start, &end)
            (signs, isNegative) = (1, true)
        }
        while start < end {
            let byte = bytes[start]
            if byte >= 48, byte <= 57 { break }
            let pound = poundSign(bytes, start, end)
            if pound > 0 {
                start += pound
                pounds += 1
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
                isNegative = isNegative || byte == UInt8(ascii: "-")
                start += 1
                signs += 1
            } else if byte == 0xE2, end - start > 2, bytes[start + 1] == 0x88, bytes[start + 2] == 0x92 {
                start += 3
                isNegative = true
                signs += 1
            } else {
                break
            }
            trim(bytes, &start, &end)
        }
        if start < end, bytes[end - 1] == UInt8(ascii: "-") {
            end -= 1
            trim(bytes, &start, &end)
            isNegative = true
            signs += 1
        }
        guard signs <= 1, pounds <= 1, start < end else { return .unreadable }
        let magnitude = unsigned(bytes, start, end, places: places, largest: largest)
        guard isNegative, case .value(let value) = magnitude else { return magnitude }
        return .value(-value)
    }

    private static func unsigned(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, places: Int, largest: Int
    ) -> ScaledNumber {
        var (value, digits, group, commas, place) = (0, 0, 0, 0, start)
        while place < end, bytes[place] != UInt8(ascii: ".") {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: ",") {
                guard commas == 0 ? (1...3).contains(group) : group == 3 else { return .unreadable }
                commas += 1
                group = 0
                continue
            }
            guard byte >= 48, byte <= 57 else { return .unreadable }
            value = value &* 10 &+ Int(byte &- 48)
            guard value <= largest else { return .unreadable }
            digits += 1
            group += 1
        }
        guard commas == 0 || group == 3 else { return .unreadable }
        var (left, isTooFine) = (places, false)
        if place < end {
            place += 1
            while place < end {
                let byte = bytes[place]
                guard byte >= 48, byte <= 57 else { return .unreadable }
                digits += 1
                place += 1
                if left > 0 {
                    value = value &* 10 &+ Int(byte &- 48)
                    guard value <= largest else { return .unreadable }
                    left -= 1
                } else if byte != 48 {
                    isTooFine = true
                }
            }
        }
        guard digits > 0 else { return .unreadable }
        while left > 0 {
            value = value &* 10
            guard value <= largest else { return .unreadable }
            left -= 1
        }
        return isTooFine ? .tooFine : .value(value)
    }

    /// How many bytes a pound sign has here; 0 where there is none.
    private static func poundSign(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        switch bytes[start] {
        case 0xC2: return end - start > 1 && bytes[start + 1] == 0xA3 ? 2 : 0
        case 0xA3: return 1
        case 0xC3:
            let isTwice =
                end - start > 3 && bytes[start + 1] == 0x82 && bytes[start + 2] == 0xC2 && bytes[start + 3] == 0xA3
            return isTwice ? 4 : 0
        case 0xEF: return end - start > 2 && bytes[start + 1] == 0xBF && bytes[start + 2] == 0xBD ? 3 : 0
        default: return 0
        }
    }

    /// Moves past ASCII blanks and no-break spaces at either end.
    private static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ start: inout Int, _ end: inout Int) {
        while start < end {
            if bytes[start] <= 32 {
                start += 1
            } else if bytes[start] == 0xC2, end - start > 1, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if bytes[end - 1] <= 32 {
                end -= 1
            } else if bytes[end - 1] == 0xA0, end - start > 1, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
    }
}

import Tabular
import Vocabulary

/// Financial years and months as providers write them; what is not clear is nil.
enum WrittenPeriod {
    /// `202526`, `2025/26`, `2025-26`, `2025 26`, `2025-2026`, `20252026`.
    ///
    /// - Returns: the calendar year in which it starts; nil for anything else, such as `215551`, `202527`, and a bare
    ///   `2025`, which may be either end.
    static func year(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var (value, digits) = (0, 0)
        for byte in bytes {
            switch byte {
            case 48...57:
                value = value * 10 + Int(byte - 48)
                digits += 1
                if digits > 8 { return nil }
            case UInt8(ascii: "/"), UInt8(ascii: "-"), 32: continue
            default: return nil
            }
        }
        let (start, end) = digits == 6 ? (value / 100, value % 100) : (value / 10_000, value % 10_000)
        guard digits == 6 || digits == 8, start / 100 == 20 else { return nil }
        return end == (digits == 6 ? (start + 1) % 100 : start + 1) ? start : nil
    }

    /// `1` to `12`, also `01`, `M1` and `1.0`; nil for anything else, such as `110` and `5.5`.
    static func month(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let isMarked = bytes.first == UInt8(ascii: "M") || bytes.first == UInt8(ascii: "m")
        let rest = isMarked ? UnsafeBufferPointer(rebasing: bytes.dropFirst()) : bytes
        guard let first = rest.first, (48...57).contains(first),
            case .value(let month) = ScaledNumber.read(rest, places: 0), (1...12).contains(month)
        else { return nil }
        return month
    }
}

public import Vocabulary

/// A day as statistical publishers write it, in the forms that can mean one day only.
public enum PublishedDay {
    /// `20240331`, `2024-03-31`, `31Mar2024`, `31MAR2024`, `31-Mar-2024`, `31-Mar-24` (this century).
    ///
    /// - Returns: nil for anything else, such as `03/04/2024`, which is two days.
    public static func read(_ text: some StringProtocol) -> Day? {
        let bytes = Array(text.utf8)
        if bytes.count == 8, let number = number(bytes[...]) {
            return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        if let day = Day(text) { return day }
        let parts = bytes.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        let digits = parts.prefix { (48...57).contains($0) }
        let letters = parts.dropFirst(digits.count).prefix { !(48...57).contains($0) }
        let rest = parts.dropFirst(digits.count + letters.count)
        guard (1...2).contains(digits.count), letters.count == 3, rest.count == 4 || rest.count == 2,
            let day = number(digits), let year = number(rest)
        else { return nil }
        let name = String(decoding: letters, as: UTF8.self).uppercased()
        guard let month = Month.names.firstIndex(where: { $0.uppercased().prefix(3) == name }) else { return nil }
        return Day(year: rest.count == 2 ? 2_000 + year : year, month: month + 1, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

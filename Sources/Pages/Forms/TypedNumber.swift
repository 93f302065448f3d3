public import Vocabulary

/// Numbers as people type them and as forms write them.
public enum TypedNumber {
    /// - Returns: nil for anything but a number with commas, if any, between thousands.
    public static func read(_ text: String) -> Double? {
        let plain = text.replacing("−", with: "-")
        guard let whole = withoutCommas(plain), whole.utf8.allSatisfy({ isOfNumber($0) }), let number = Double(whole),
            number.isFinite
        else { return nil }
        return number == 0 ? 0 : number
    }

    /// As `read` reads it back, bit for bit.
    public static func written(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 0x1p53 ? "\(Int(number))" : "\(number)"
    }

    public static func money(_ text: String) -> Money? {
        let text = text.filter { !$0.isWhitespace }
        if text.contains("£") { return Money(pounds: text) }
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        return Money(pounds: isNegative ? "-£" + text.dropFirst() : "£" + text)
    }

    /// Pounds without the sign, with pence only where there are some.
    public static func written(_ money: Money) -> String {
        let (pounds, pence) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
        let decimals = pence == 0 ? "" : pence < 10 ? ".0\(pence)" : ".\(pence)"
        return "\(money.pence < 0 ? "-" : "")\(pounds)\(decimals)"
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || byte == 43 || byte == 45 || byte == 46 || byte == 101
    }

    /// Commas stand between thousands, or it is no number: `7,5` is not 75.
    private static func withoutCommas(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        for (place, group) in groups.enumerated() {
            let digits = place == groups.count - 1 ? group.prefix { $0 != "." } : group
            let isFirst = place == 0
            let size = (isFirst ? digits.drop { $0 == "-" } : digits).count
            guard isFirst ? (1...3).contains(size) : size == 3 else { return nil }
        }
        return groups.joined()
    }
}

import Foundation

/// A number of a workbook as plain text.
enum PlainNumber {
    /// Excel keeps the nearest double and writes 17 digits of it; 15 are what a person typed.
    ///
    /// Whole numbers of up to 15 digits are as stored; no answer has an exponent.
    static func text(_ value: Double, stored: String) -> String {
        let digits = stored.utf8.drop { $0 == 45 }
        if digits.count <= 15, digits.allSatisfy({ (48...57).contains($0) }) { return stored }
        return expanded(String(format: "%.15g", value))
    }

    /// `1.25e-05` as `0.0000125`, `1e+20` as a one with its zeros.
    private static func expanded(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text
        }
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text[..<mark].drop { $0 == "-" }.split(separator: ".")
        let digits = parts.joined()
        let point = (parts.first?.count ?? 0) + exponent
        if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
        if point >= digits.count { return "\(sign)\(digits)\(String(repeating: "0", count: point - digits.count))" }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
}

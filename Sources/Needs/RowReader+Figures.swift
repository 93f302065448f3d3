import Tabular

extension RowReader {
    /// A figure as publishers write it: digits, a point, a sign, an exponent (`1e-05`).
    ///
    /// - Parameter blank: what a blank cell, or one that says `NA`, means.
    /// - Throws: `RowFault`, code `unreadable-figure`.
    func figure(at place: Int?, _ column: String, blank: PublishedFigure) throws(RowFault) -> PublishedFigure {
        guard let place else { return .absent }
        if let whole = whole(at: place) { return .number(Double(whole)) }
        let text = text(at: place)
        if text.isEmpty || text == "NA" { return blank }
        if text == "*" { return .suppressed }
        guard let number = PublishedNumber.read(text) else {
            throw RowFault(column: column, code: "unreadable-figure", "\(TrimmedText.quoted(text)) is not a number.")
        }
        return .number(number)
    }
}

/// A decimal as publishers write it.
enum PublishedNumber {
    /// - Returns: nil for words, infinities, hexadecimal digits, and a comma between thousands.
    static func read(_ text: String) -> Double? {
        let allowed = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || [45, 43, 46, 69, 101].contains(byte)
        }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}

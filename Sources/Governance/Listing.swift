/// Things in a sentence as they are: `A, B and C`; with another word, `A, B or C`.
package func listed(_ items: [String], by word: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
}

extension Array where Element: Hashable {
    /// Each once, in the order in which it first stands.
    package var eachOnce: [Element] {
        var met: Set<Element> = []
        return filter { met.insert($0).inserted }
    }
}

extension String {
    /// With one full stop at its end, also where its writer put one.
    var asSentence: String {
        let trimmed = reversed().drop { $0.isWhitespace }
        guard let last = trimmed.first, !".!?…".contains(last) else { return String(trimmed.reversed()) }
        return String(trimmed.reversed()) + "."
    }
}

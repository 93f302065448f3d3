/// A text that must not be blank.
package func refuseBlank(_ text: String, _ what: String) throws(Refusal) {
    guard text.contains(where: { !$0.isWhitespace }) else {
        throw Refusal(
            .usage, code: "text-missing", "\(what) is missing.", remedy: "Give it in a sentence or a few words.")
    }
}

/// A reason that must be given.
package func refuseBlank(reason: String?, for what: String) throws(Refusal) {
    guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
        throw Refusal(
            .usage, code: "no-reason", "No reason was given for \(what).", remedy: "Give one in a sentence.")
    }
}

/// A day that must have come, in London.
package func refuseFuture(_ day: Day, _ what: String, at moment: Moment) throws(Refusal) {
    guard day <= moment.inLondon.day else {
        throw Refusal(
            .input, code: "day-in-future", "\(what) is \(day.inWords), which is still to come.",
            remedy: "Give the day on which it happened.")
    }
}

/// Things by name in a sentence: `“access” and “pain”`.
package func named(_ names: some Sequence<some CustomStringConvertible>) -> String {
    let quoted = names.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
}

/// `1 score`, `1,180 scores`.
package func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
}

/// True where the sum of all the amounts, signs left out, is within 64 bits: then no sum of some of them traps.
package func fits(_ amounts: [Int]) -> Bool {
    amounts.reduce(Int128(0)) { $0 + Int128($1.magnitude) } <= Int128(Int.max)
}

/// The first of the values that stands there already.
package func twice<Value: Hashable>(_ values: some Sequence<Value>) -> Value? {
    var met: Set<Value> = []
    return values.first { !met.insert($0).inserted }
}

extension StringProtocol {
    /// For telling whether two titles are one: small letters and digits, with single spaces between the words.
    package var titleKey: String {
        lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

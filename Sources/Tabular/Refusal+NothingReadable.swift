public import Vocabulary

extension Refusal {
    /// A file of which no row could be read, with the first reason: it is not what it was taken for.
    public static func nothingReadable(in name: String, remedy: String, _ problems: [Problem]) -> Refusal {
        let first = problems.first { $0.effect == .refused }
        return Refusal(
            .input, code: "nothing-readable",
            "No row of \(name) could be read" + (first.map { ": \($0.explanation)" } ?? "."), remedy: remedy)
    }
}

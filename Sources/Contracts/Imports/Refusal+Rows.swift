import Tabular
import Vocabulary

extension Refusal {
    /// A file of which nothing could be kept, with what is wrong with its first row.
    static func everyRow(of name: String, refusedFor problems: [Problem], count: Int) -> Refusal {
        let first = problems.filter { $0.effect == .refused }.min { ($0.row ?? 0) < ($1.row ?? 0) }
        let place = [first?.row.map { "row \($0)" }, first?.column].compactMap(\.self).joined(separator: ", ")
        let reason = first.map { " The first, \(place): \($0.explanation)" } ?? ""
        return Refusal(
            .input, code: "every-row-refused",
            "None of the \(grouped(count)) rows of \(name) could be kept.\(reason)",
            remedy: "Check that it is the right file, and ask the sender for it again.")
    }
}

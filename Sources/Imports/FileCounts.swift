package import Tabular
import Vocabulary

/// What came of reading a file, in numbers: rows read are rows kept and rows refused.
package struct FileCounts: Hashable, Sendable {
    package let read: Int
    package let kept: Int
    package let problems: Int
    /// What a workbook holds beside its tables; nil where that is nothing.
    package let remark: String?

    package init(read: Int, kept: Int, _ problems: [Problem]) {
        self.read = read
        self.kept = kept
        self.problems = problems.count
        let besides = problems.filter { FileCounts.besides.contains($0.code) }.map(\.explanation)
        remark = besides.isEmpty ? nil : besides.joined(separator: " ")
    }

    /// Notes on what is no data.
    private static let besides: Set<String> = ["text-rows", "no-table", "hidden-sheet", "other-sheet"]
}

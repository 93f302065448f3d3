package import Tabular
package import Vocabulary

/// The one sheet of a file that is read as a table, whether it came as CSV or as a workbook.
package enum FirstSheet {
    /// A CSV file, or a workbook's first sheet that is seen and holds something.
    ///
    /// - Parameters:
    ///   - name: of the file; refusals name it.
    ///   - delimiter: of a CSV file; nil to be found.
    /// - Returns: with a note for each sheet that was not read.
    /// - Throws: `Refusal` of kind `input`: `empty`, or as `Sheet` and `Workbook.read` throw.
    package static func read(
        _ bytes: [UInt8], named name: String, delimiter: UInt8? = nil
    ) throws(Refusal) -> (sheet: Sheet, notes: [Problem]) {
        guard Member(name: name, containerName: nil, bytes: bytes).isWorkbook else {
            return (try Sheet(csv: bytes, named: name, delimiter: delimiter), [])
        }
        let filled = try Workbook.read(bytes, named: name).filter { !$0.isHidden && !$0.rows.isEmpty }
        guard let first = filled.first else {
            throw Refusal(
                .input, code: "empty", "\(name) has no sheet with anything on it.",
                remedy: "Ask the sender for it again.")
        }
        let others = filled.dropFirst().map { other in
            Problem(
                row: nil, column: nil, code: "other-sheet",
                "The sheet “\(other.name)” was not read: the first sheet, “\(first.name)”, is.", effect: .noted)
        }
        return (try first.tabular(of: name), first.problems + others)
    }
}

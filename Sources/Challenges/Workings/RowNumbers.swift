import Vocabulary

/// Rows of several files as whole numbers, so that sets of millions of them stay small: 16 bytes a row or so.
struct RowNumbers {
    private var files: [EvidenceID: Int] = [:]
    private var last: (file: EvidenceID, number: Int)?

    /// The same for the same row of the same file, and for no other.
    mutating func number(_ file: EvidenceID, _ row: Int) -> Int {
        // Rows of one file stand together.
        if let last, last.file == file { return RowNumbers.number(last.number, row) }
        let number = files[file] ?? files.count
        files[file] = number
        last = (file, number)
        return RowNumbers.number(number, row)
    }

    /// - Parameter row: below 2⁴⁰; no file has as many.
    static func number(_ file: Int, _ row: Int) -> Int { file << 40 | row }
}

import Tabular
public import Vocabulary

/// The list of faults that were put into files on purpose: `row,rule,amountPence`, and `file` where there are several.
public struct PlantedFaultsFile: Sendable {
    public struct Fault: Sendable, Hashable {
        /// As a spreadsheet numbers it.
        public let row: Int
        public let rule: String
        public let pence: Int
        /// Nil where the list names no files.
        public let file: String?
    }

    public let faults: [Fault]

    /// - Throws: `Refusal`: `bad-planted` with the first row at fault, or what `RowReader` refuses.
    public init(_ bytes: [UInt8], named name: String) throws(Refusal) {
        var reader = try RowReader(bytes, named: name)
        func place(_ title: String) -> Int? { reader.header.firstIndex(of: title) }
        guard let row = place("row"), let rule = place("rule"), let pence = place("amountPence") else {
            throw Refusal(
                .input, code: "bad-planted", "\(name) has not the columns row, rule and amountPence.",
                remedy: "Give the planted.csv that remit exemplar activity writes.")
        }
        let file = place("file")
        var faults: [Fault] = []
        while reader.next() {
            guard reader.raggedness == nil, let number = reader.whole(at: row), let amount = reader.whole(at: pence)
            else {
                throw Refusal(.input, code: "bad-planted", "Row \(reader.row) of \(name) cannot be read.")
            }
            faults.append(
                Fault(row: number, rule: reader.text(at: rule), pence: amount, file: file.map { reader.text(at: $0) }))
        }
        _ = try reader.finish()
        self.faults = faults
    }
}

import Needs
import Tabular
import TestSupport
import Vocabulary

/// What stands in a text, or in a published file, as one of the readers has it.
enum Published {
    static func read(_ file: NeedsFile, _ text: String, named name: String = "x.csv") throws(Refusal) -> NeedsReading {
        try file.read(Array(text.utf8), named: name)
    }

    static func read(_ file: NeedsFile, at path: String) throws -> NeedsReading {
        try file.read(SharedData.unpacked(path), named: String(path.split(separator: "/").last ?? ""))
    }

    /// A sheet of a workbook: each text is a row from the first on, its cells divided by bars; an empty text is no row.
    static func sheet(_ name: String = "S", isHidden: Bool = false, _ rows: String...) -> SheetGrid {
        SheetGrid(
            name: name, isHidden: isHidden,
            rows: rows.enumerated().map { place, row in
                Sheet.Row(
                    number: place + 1,
                    cells: row.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
            })
    }

    static func read(_ file: NeedsFile, _ sheets: [SheetGrid]) throws(Refusal) -> NeedsReading {
        try file.read(sheets, named: "x.xlsx")
    }

    /// The codes of the rows that are refused.
    static func refused(_ reading: NeedsReading) -> [String] {
        reading.problems.filter { $0.effect == .refused }.map(\.code)
    }
}

extension NeedsReading {
    var indicators: [IndicatorValue] {
        if case .indicators(let reading) = self { reading.values.flatMap(\.value) } else { [] }
    }

    /// Rows read are rows kept and refused.
    var balances: Bool { rowsRead == rowsKept + problems.count { $0.effect == .refused } }
}

import Tabular
import Vocabulary

/// A kind of table on the sheets of a publisher's workbook: by which titles it is known, and what its columns say.
///
/// Its titles may stand in several rows one above the other, anywhere on a sheet, and several times; tables may stand side by
/// side, each with the areas' codes again.
struct SheetTable: Sendable {
    /// It is known by a row in which of each of these groups one title stands.
    let known: [[String]]
    /// Titles of columns with the area's code, the first that is filled first. Where a table beside it has them again, they
    /// must be the same.
    var codes: [String] = []
    /// Titles of columns with the area's name.
    var names: [String] = []
    /// Titles of columns beside them that say no figure.
    var besides: [String] = []
    /// True where it tells the workbook from others.
    var isTelling = true
    /// What a column of figures says; nil where it is not kept.
    let meaning: @Sendable (SheetColumn) -> SheetMeaning?
    /// What is put behind the indicator of a row, to keep areas of different kinds apart: `.region`.
    var kind: @Sendable (SheetLabels) -> String = { _ in "" }
    /// Whom a row is about, and when, where that stands in the row itself.
    var row: @Sendable (SheetLabels) -> (area: String, part: String, period: String?)? = { _ in nil }
    /// What marks other than numbers stand for.
    var marks: [String: PublishedFigure] = [:]

    /// Titles that are no figure's.
    var labels: Set<String> { Set((codes + names + besides).map { TrimmedText.headerKey($0) }) }
}

/// A column of figures by what stands above it.
struct SheetColumn: Sendable {
    /// The text above the table: `Table A1: Adult patients seen …`.
    let heading: String
    /// Its titles from the top; one that spans several columns is each one's.
    let titles: [String]

    var last: String { titles.last ?? "" }
}

/// What a column says of each row.
struct SheetMeaning: Sendable {
    enum Field: Hashable, Sendable { case count, denominator, value, low, high }

    let indicator: String
    var part = ""
    let period: String
    let field: Field
    /// More than that is a fault: 100 for per cent.
    var most: Double?
}

/// The cells of a row that are no figures, by their titles.
struct SheetLabels: Sendable {
    let cells: [String: String]

    /// True where the table has such a column.
    func has(_ title: String) -> Bool { cells[TrimmedText.headerKey(title)] != nil }

    subscript(title: String) -> String { cells[TrimmedText.headerKey(title)] ?? "" }
}

/// A publisher's workbook: the tables that its sheets may hold.
struct IndicatorWorkbook: Sendable {
    /// In a sentence.
    let name: String
    let tables: [SheetTable]

    /// True where a sheet that is seen holds a table by which the workbook is known.
    func recognises(_ sheets: [SheetGrid]) -> Bool {
        sheets.contains { sheet in
            !sheet.isHidden && SheetSections(sheet, tables).all.contains { $0.table.isTelling }
        }
    }
}

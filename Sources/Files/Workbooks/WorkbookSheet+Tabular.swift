package import Tabular
package import Vocabulary

extension WorkbookSheet {
    /// The sheet as the importers of local files read it: text, with the row numbers of the workbook.
    ///
    /// - Parameter file: the workbook's name; refusals name the sheet beside it.
    /// - Throws: a `Refusal` where the sheet has no row with anything in it.
    package func tabular(of file: String) throws(Refusal) -> Sheet {
        let width = self.width
        return try Sheet(
            name: "\(SafeName.shown(file)), sheet \(SafeName.shown(name))",
            rows: rows.map { Sheet.Row(number: $0.number, cells: $0.fields(width)) })
    }

    /// The sheet for readers that find its titles themselves.
    package var grid: SheetGrid {
        let width = self.width
        return SheetGrid(
            name: SafeName.shown(name), isHidden: isHidden,
            rows: rows.map { Sheet.Row(number: $0.number, cells: $0.fields(width)) }, problems: problems)
    }
}

extension Workbook {
    /// Every sheet as rows of text, hidden ones too.
    ///
    /// - Throws: as `read`.
    package static func grids(_ bytes: [UInt8], named name: String) throws(Refusal) -> [SheetGrid] {
        try read(bytes, named: name).map(\.grid)
    }
}

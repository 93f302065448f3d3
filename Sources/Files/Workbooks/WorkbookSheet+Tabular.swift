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
}

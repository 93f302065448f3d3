package import Tabular
package import Vocabulary

extension ReturnedForm {
    /// A form that came back as an Excel workbook; hidden sheets are read too.
    ///
    /// - Throws: as `Workbook.read`.
    package init(workbook bytes: [UInt8], named name: String) throws(Refusal) {
        let sheets = try Workbook.read(bytes, named: name).map { sheet in
            ReturnedSheet(
                name: sheet.name,
                rows: sheet.rows.map { Sheet.Row(number: $0.number, cells: $0.fields(sheet.width)) },
                problems: sheet.problems, merged: sheet.merged)
        }
        self.init(name: SafeName.shown(name), sheets: sheets)
    }

    /// A form that came back as a workbook or as delimited text, by what the bytes are.
    ///
    /// - Throws: a `Refusal` for an older `.xls`, an OpenDocument sheet, and what is neither workbook nor text.
    package init(returned bytes: [UInt8], named name: String) throws(Refusal) {
        let format = FileFormat(first: bytes.prefix(FileFormat.bytesNeeded))
        if format == .zip || format == .olderOffice {
            try self.init(workbook: bytes, named: name)
        } else {
            try self.init(csv: bytes, named: name)
        }
    }
}

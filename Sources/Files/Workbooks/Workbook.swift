package import Vocabulary

/// Excel workbooks (.xlsx) as they are sent: sheets with their rows, and what is wrong with cells.
package enum Workbook {
    /// The most a workbook may hold.
    package struct Limits: Sendable {
        package var cellsPerSheet: Int
        package var bytesPerPart: Int

        package init(cellsPerSheet: Int = 5_000_000, bytesPerPart: Int = 512 << 20) {
            self.cellsPerSheet = cellsPerSheet
            self.bytesPerPart = bytesPerPart
        }
    }

    /// Reads every sheet, hidden ones too, in the workbook's order; charts on sheets of their own are left
    /// out.
    ///
    /// Formulas are read as the results that were stored with them. Numbers under a date format become ISO
    /// days.
    /// - Parameter name: the file's, for refusals.
    /// - Throws: a `Refusal` where the bytes are no workbook, an older `.xls`, under a password, damaged, or
    ///   too large.
    package static func read(
        _ bytes: [UInt8], named name: String, limits: Limits = Limits()
    ) throws(Refusal) -> [WorkbookSheet] {
        let format = FileFormat(first: bytes.prefix(FileFormat.bytesNeeded))
        guard format != .olderOffice else {
            throw .unreadableWorkbook(name, "it is in Excel's format before 2007, or under a password")
        }
        guard format == .zip else { throw .unreadableWorkbook(name, "it is not an .xlsx file") }
        let zip = try ZipReading(ZipSource(bytes), name: name)
        guard zip.isOfficeFile || !zip.paths.contains("mimetype") else {
            throw .unreadableWorkbook(name, "it is an OpenDocument spreadsheet (.ods)")
        }
        let reading = WorkbookReading(zip: zip, limits: limits)
        return try reading.sheets()
    }
}

/// One workbook being read, part by part.
private struct WorkbookReading {
    let zip: ZipReading
    let limits: Workbook.Limits

    func sheets() throws(Refusal) -> [WorkbookSheet] {
        let roots = try required(PartRelations(), at: "_rels/.rels")
        guard let target = roots.target(of: "officeDocument") else { throw fault("it names no workbook") }
        let part = PartRelations.path(target, from: "")
        let index = try required(WorkbookIndex(), at: part)
        let relations = try required(PartRelations(), at: PartRelations.path(for: part))
        guard !index.entries.isEmpty else { throw fault("it has no sheets") }

        let shared = try relations.target(of: "sharedStrings").map { target throws(Refusal) in
            try required(SharedTexts(), at: PartRelations.path(target, from: part))
        }
        let formats = try relations.target(of: "styles").map { target throws(Refusal) in
            try required(CellFormats(), at: PartRelations.path(target, from: part))
        }
        var sheets: [WorkbookSheet] = []
        for entry in index.entries {
            guard let relation = relations.byID[entry.relation] else {
                throw fault("its sheet \(SafeName.shown(entry.name)) is missing")
            }
            guard relation.kind == "worksheet" else { continue }
            let reading = SheetReading(
                file: zip.name, sheet: entry.name, shared: shared?.texts ?? [], formats: formats,
                is1904: index.is1904, cellLimit: limits.cellsPerSheet)
            _ = try required(reading, at: PartRelations.path(relation.target, from: part))
            sheets.append(
                WorkbookSheet(
                    name: entry.name, isHidden: entry.isHidden, rows: reading.rows, problems: reading.problems,
                    merged: reading.merged))
        }
        return sheets
    }

    private func required<Part: XMLPart>(_ reader: Part, at path: String) throws(Refusal) -> Part {
        guard let bytes = try zip.bytes(of: path, limit: limits.bytesPerPart) else {
            throw fault("its part \(SafeName.shown(path)) is missing")
        }
        try reader.read(bytes, part: SafeName.shown(path), of: zip.name)
        return reader
    }

    private func fault(_ detail: String) -> Refusal { .unreadableWorkbook(zip.name, detail) }
}

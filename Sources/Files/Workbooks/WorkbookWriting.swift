import CXlsxWriter
import Tabular
import Vocabulary

/// One workbook being written through libxlsxwriter.
final class WorkbookWriting {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Look: UnsafeMutablePointer<lxw_format>] = [:]
    private var failure: lxw_error = LXW_NO_ERROR

    /// How a cell looks.
    private enum Look: Hashable {
        case caption, header, note, absent, day, month
        case number(String)
    }

    /// - Parameter isLarge: rows go to the disk as they come, and texts stand in their cells.
    init(path: String, title: String, isLarge: Bool) {
        var options = lxw_workbook_options()
        options.constant_memory = isLarge ? 1 : 0
        workbook = workbook_new_opt(path, &options)
        var properties = lxw_doc_properties()
        // 1 January 2000: a fixed time, so that equal tables give equal bytes.
        properties.created = 946_684_800
        WorkbookWriting.printable(title).withCString { text in
            properties.title = UnsafeMutablePointer(mutating: text)
            workbook_set_properties(workbook, &properties)
        }
    }

    /// Ends the work and frees it.
    ///
    /// - Returns: the library's words for the first thing that went wrong.
    func close() -> String? {
        let last = workbook_close(workbook)
        let first = failure != LXW_NO_ERROR ? failure : last
        return first == LXW_NO_ERROR ? nil : String(cString: lxw_strerror(first))
    }

    func add(_ table: Table, named name: String) {
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            if failure == LXW_NO_ERROR { failure = LXW_ERROR_INVALID_SHEETNAME_CHARACTER }
            return
        }
        for (column, width) in ColumnWidths.of(table).enumerated() {
            note(worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil))
        }
        worksheet_freeze_panes(sheet, 2, 0)
        worksheet_repeat_rows(sheet, 1, 1)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)

        text(table.caption, on: sheet, 0, 0, .caption)
        for (column, title) in table.columns.map(\.title).enumerated() { text(title, on: sheet, 1, column, .header) }
        if !table.columns.isEmpty {
            note(
                worksheet_autofilter(
                    sheet, 1, 0, UInt32(1 + table.rows.count), UInt16(table.columns.count - 1)))
        }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() { write(cell, on: sheet, 2 + row, column) }
        }
        for (place, sentence) in table.notes.enumerated() {
            text(sentence, on: sheet, table.rows.count + 3 + place, 0, .note)
        }
    }

    private func write(_ cell: Cell, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int) {
        func number(_ value: Double, _ format: String) {
            note(worksheet_write_number(sheet, UInt32(row), UInt16(column), value, self.format(.number(format))))
        }
        switch cell {
        case .text(let value), .link(let value, path: _): text(value, on: sheet, row, column, nil)
        case .count(let value): number(Double(value), "#,##0")
        case .money(let value): number(Double(value.pence) / 100, "£#,##0.00")
        case .units(let value): number(value.approximate, WorkbookWriting.unitsFormat(value))
        case .share(let value): number(value.approximate, "0.0%")
        case .number(let value, let places):
            if value.isFinite {
                number(value, places > 0 ? "#,##0.\(String(repeating: "0", count: min(places, 15)))" : "#,##0")
            } else {
                text("not a number", on: sheet, row, column, .absent)
            }
        case .day(let value): day(value, .day, on: sheet, row, column)
        case .month(let value): day(value.firstDay, .month, on: sheet, row, column)
        case .flag(let value): text(value ? "Yes" : "No", on: sheet, row, column, nil)
        case .absent(let why): text(why, on: sheet, row, column, .absent)
        }
    }

    /// Excel's days begin with March 1900, where its calendar and ours agree; an earlier one is written as
    /// text.
    private func day(
        _ value: Day, _ look: Look, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int
    ) {
        let serial = value - Day(year: 1899, month: 12, day: 30)!
        guard serial >= 61 else { return text(value.description, on: sheet, row, column, nil) }
        note(worksheet_write_number(sheet, UInt32(row), UInt16(column), Double(serial), format(look)))
    }

    /// Always a string, whatever it begins with: a formula is never written.
    private func text(
        _ value: String, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, _ look: Look?
    ) {
        guard !value.isEmpty else { return }
        note(
            worksheet_write_string(
                sheet, UInt32(row), UInt16(column), WorkbookWriting.printable(value), look.map { format($0) } ?? nil))
    }

    private func note(_ status: lxw_error) {
        if failure == LXW_NO_ERROR { failure = status }
    }

    private func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
        if let made = formats[look] { return made }
        let format = workbook_add_format(workbook)
        switch look {
        case .caption:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .header:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .note: format_set_font_color(format, 0x505A5F)
        case .absent:
            format_set_italic(format)
            format_set_font_color(format, 0x505A5F)
            format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case .day: format_set_num_format(format, "dd mmm yyyy")
        case .month: format_set_num_format(format, "mmm yyyy")
        case .number(let code): format_set_num_format(format, code)
        }
        formats[look] = format
        return format
    }

    /// As many decimals as there are: a format of Excel's own would leave a point behind a whole number.
    private static func unitsFormat(_ units: Units) -> String {
        units.hundredths % 100 == 0 ? "#,##0" : units.hundredths % 10 == 0 ? "#,##0.0" : "#,##0.00"
    }

    /// Without control characters, and so that no part of it is taken for the spelling of one.
    static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter {
            ($0.value >= 32 || $0 == "\n" || $0 == "\t") && $0.value != 0x7F && $0.value & 0xFFFE != 0xFFFE
        }
        return WorkbookText.encoded(String(String.UnicodeScalarView(scalars)))
    }
}

/// Widths of columns, in characters, that what stands in them fits.
enum ColumnWidths {
    /// At least 8 and at most 60; the first 5,000 rows are measured.
    static func of(_ table: Table) -> [Int] {
        table.columns.indices.map { column in
            let title = table.columns[column].title
            // A title may wrap, but not within a word; the filter's button takes room beside it.
            let word = title.split(separator: " ").map(\.count).max() ?? 0
            let header = max(word, min(title.count, 20)) + 3
            let cells = table.rows.prefix(5_000).reduce(0) { max($0, length(of: $1[column])) }
            return min(60, max(8, max(header, cells + 1)))
        }
    }

    private static func length(of cell: Cell) -> Int {
        switch cell {
        case .text(let text), .link(let text, path: _), .absent(let text): text.count
        case .count(let value): grouped(abs(value)).count + 1
        case .money(let value): value.description.count + (value.pence % 100 == 0 ? 3 : 0)
        case .units(let value): value.description.count
        case .share: 7
        case .number(let value, let places):
            value.isFinite ? "\(Int(clamping: Int64(max(min(value, 1e15), -1e15))))".count * 4 / 3 + places + 1 : 12
        case .day: 11
        case .month: 9
        case .flag: 4
        }
    }
}

import CXlsxWriter
import Foundation
package import Tabular
package import Vocabulary

extension WorkbookFile {
    /// A form as a workbook: how to fill it in first, then its sheets with headings that stay in sight, lists to
    /// choose from, limits, and cells locked that are not the sender's.
    ///
    /// The same form gives the same bytes on every day.
    /// - Throws: a `Refusal` where the workbook cannot be made.
    package static func bytes(form: WorkbookForm) throws(Refusal) -> [UInt8] {
        let path = WholeFile.temporaryName(beside: "\(FileManager.default.temporaryDirectory.path)/form")
        defer { unlink(path) }
        let writing = FormWriting(path: path, title: form.title)
        writing.addFirstSheet(form)
        for (sheet, name) in zip(form.sheets, SheetName.names(for: form.sheets.map(\.name))) {
            writing.add(sheet, named: name)
        }
        if let failure = writing.close() {
            throw Refusal(
                .engine, code: "workbook-failed", "The workbook could not be made: \(failure).",
                remedy: "Check the space left for temporary files.")
        }
        return try WholeFile.read(path, limit: .max)
    }
}

/// One form being written through libxlsxwriter.
private final class FormWriting {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var failure: lxw_error = LXW_NO_ERROR
    private var formats: [Look: UnsafeMutablePointer<lxw_format>] = [:]

    private struct Look: Hashable {
        var isHeader = false
        var isOpen = false
        var isTitle = false
        var number = ""
    }

    init(path: String, title: String) {
        workbook = workbook_new(path)
        var properties = lxw_doc_properties()
        // 1 January 2000: a fixed time, so that equal forms give equal bytes.
        properties.created = 946_684_800
        WorkbookWriting.printable(title).withCString { text in
            properties.title = UnsafeMutablePointer(mutating: text)
            workbook_set_properties(workbook, &properties)
        }
    }

    func close() -> String? {
        let last = workbook_close(workbook)
        let first = failure != LXW_NO_ERROR ? failure : last
        return first == LXW_NO_ERROR ? nil : String(cString: lxw_strerror(first))
    }

    func addFirstSheet(_ form: WorkbookForm) {
        guard let sheet = sheet(WorkbookForm.firstSheet) else { return }
        note(worksheet_set_column(sheet, 0, 0, 14, nil))
        note(worksheet_set_column(sheet, 1, 1, Double(FormWriting.instructionWidth), nil))
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        var row = 0
        text(form.title, on: sheet, row, 0, Look(isTitle: true))
        row += 2
        for fact in form.facts {
            text(fact.label, on: sheet, row, 0, Look(isHeader: true))
            text(fact.value, on: sheet, row, 1, Look())
            row += 1
        }
        row += 1
        for (place, sentence) in form.instructions.enumerated() {
            text("\(place + 1).", on: sheet, row, 0, Look())
            text(sentence, on: sheet, row, 1, Look())
            grow(row, on: sheet, to: FormWriting.lines(of: sentence, within: FormWriting.instructionWidth))
            row += 1
        }
        worksheet_protect(sheet, nil, nil)
    }

    func add(_ form: FormSheet, named name: String) {
        guard let sheet = sheet(name) else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        for (place, column) in form.columns.enumerated() {
            note(worksheet_set_column(sheet, UInt16(place), UInt16(place), Double(column.width), nil))
            text(column.title, on: sheet, 0, place, Look(isHeader: true))
            if column.isOpen { validate(sheet, form, column: place) }
        }
        for (row, cells) in form.rows.enumerated() {
            var lines = 1
            for (place, cell) in cells.enumerated() {
                write(cell, on: sheet, row + 1, place, isOpen: form.columns[place].isOpen)
                guard case .text(let words) = cell.value else { continue }
                lines = max(lines, FormWriting.lines(of: words, within: form.columns[place].width))
            }
            grow(row + 1, on: sheet, to: lines)
        }
        for row in 0..<form.openRows {
            for place in form.columns.indices {
                write(.blank, on: sheet, form.rows.count + row + 1, place, isOpen: form.columns[place].isOpen)
            }
        }
        worksheet_protect(sheet, nil, nil)
    }

    /// Of the column on the first sheet, in characters.
    private static let instructionWidth = 100

    /// Lines that words take in a column, with some room to spare: fonts differ.
    private static func lines(of words: String, within width: Int) -> Int {
        let line = max(width * 9 / 10, 1)
        return words.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
            $0 + max(1, ($1.count + line - 1) / line)
        }
    }

    /// A row of one line is left as it is, so that it grows with what is typed.
    private func grow(_ row: Int, on sheet: UnsafeMutablePointer<lxw_worksheet>, to lines: Int) {
        guard lines > 1 else { return }
        // Points of a line of the workbook's own font.
        note(worksheet_set_row(sheet, UInt32(row), 15 * Double(lines), nil))
    }

    private func sheet(_ name: String) -> UnsafeMutablePointer<lxw_worksheet>? {
        let sheet = workbook_add_worksheet(workbook, name)
        if sheet == nil, failure == LXW_NO_ERROR { failure = LXW_ERROR_INVALID_SHEETNAME_CHARACTER }
        return sheet
    }

    private func write(
        _ cell: FormSheet.Cell, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, isOpen: Bool
    ) {
        func number(_ value: Double, _ code: String) {
            let look = Look(isOpen: isOpen, number: code)
            note(worksheet_write_number(sheet, UInt32(row), UInt16(column), value, format(look)))
        }
        switch cell.value {
        case .blank:
            note(worksheet_write_blank(sheet, UInt32(row), UInt16(column), format(Look(isOpen: isOpen))))
        case .text(let value): text(value, on: sheet, row, column, Look(isOpen: isOpen))
        case .number(let value): number(value, "")
        case .money(let value): number(Double(value.pence) / 100, "£#,##0.00")
        case .day(let value): text(value.description, on: sheet, row, column, Look(isOpen: isOpen))
        }
    }

    private func text(
        _ value: String, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, _ look: Look
    ) {
        note(
            worksheet_write_string(
                sheet, UInt32(row), UInt16(column), WorkbookWriting.printable(value), format(look)))
    }

    /// Rows that follow one another and allow the same share one validation: Excel refuses those that overlap.
    private func validate(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ form: FormSheet, column place: Int) {
        let column = form.columns[place]
        let allowed =
            form.rows.map { $0[place].allowed ?? column.allowed }
            + [FormSheet.Allowed?](repeating: column.allowed, count: form.openRows)
        var start = 0
        for row in allowed.indices where row + 1 == allowed.count || allowed[row + 1] != allowed[row] {
            if allowed[row] != nil || column.hint != nil {
                validate(sheet, rows: (start + 1)...(row + 1), column: place, allowed[row], titled: column)
            }
            start = row + 1
        }
    }

    /// What may be typed, and the hint that is shown when the cell is chosen.
    private func validate(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, rows: ClosedRange<Int>, column place: Int,
        _ allowed: FormSheet.Allowed?, titled column: FormSheet.Column
    ) {
        var validation = lxw_data_validation()
        validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        var refused = ""
        var words: [UnsafeMutablePointer<CChar>?] = []
        defer { for word in words { free(word) } }
        switch allowed {
        case nil: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        case .list(let list):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            words = list.map { strdup($0) } + [nil]
            refused = "Choose one of the list."
        case .decimal(let from, let to):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            (validation.minimum_number, validation.maximum_number) = (from, to)
            refused =
                "Give a number from \(FormSheet.Cell.Value.number(from).text)"
                + " to \(FormSheet.Cell.Value.number(to).text)."
        case .whole(let from, let to):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            (validation.minimum_number, validation.maximum_number) = (Double(from), Double(to))
            refused = "Give a whole number from \(from) to \(to)."
        }
        validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        words.withUnsafeMutableBufferPointer { list in
            if !list.isEmpty { validation.value_list = list.baseAddress }
            withTexts(String(column.title.prefix(32)), String((column.hint ?? "").prefix(255)), refused) {
                title, hint, refused in
                if column.hint != nil {
                    validation.input_title = title
                    validation.input_message = hint
                }
                if allowed != nil {
                    validation.error_title = title
                    validation.error_message = refused
                }
                note(
                    worksheet_data_validation_range(
                        sheet, UInt32(rows.lowerBound), UInt16(place), UInt32(rows.upperBound), UInt16(place),
                        &validation))
            }
        }
    }

    private func withTexts(
        _ first: String, _ second: String, _ third: String,
        _ body: (UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>) -> Void
    ) {
        first.withCString { one in
            second.withCString { two in
                third.withCString { three in
                    body(
                        UnsafeMutablePointer(mutating: one), UnsafeMutablePointer(mutating: two),
                        UnsafeMutablePointer(mutating: three))
                }
            }
        }
    }

    private func note(_ status: lxw_error) {
        if failure == LXW_NO_ERROR { failure = status }
    }

    private func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
        if let made = formats[look] { return made }
        let format = workbook_add_format(workbook)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if !look.isTitle { format_set_text_wrap(format) }
        if look.isTitle {
            format_set_bold(format)
            format_set_font_size(format, 14)
        }
        if look.isHeader {
            format_set_bold(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        if look.isOpen {
            format_set_unlocked(format)
            format_set_bg_color(format, 0xFFF9E5)
            format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
        }
        if !look.number.isEmpty { format_set_num_format(format, look.number) }
        formats[look] = format
        return format
    }
}

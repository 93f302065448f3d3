import Tabular
import Vocabulary

/// Reads the cells of one sheet as they stream by.
final class SheetReading: XMLPart {
    private let file: String
    private let sheet: String
    private let shared: [String]
    private let formats: CellFormats?
    private let is1904: Bool
    private let cellLimit: Int

    private(set) var rows: [WorkbookRow] = []
    private(set) var problems: [Problem] = []
    private(set) var merged: [CellArea] = []
    private var row = 0
    private var cells: [WorkbookCell] = []
    private var cellCount = 0
    private var column = -1
    private var type = ""
    private var format = 0
    private var stored = ""
    private var hasFormula = false
    private var isInline = false
    private var phonetic = 0

    init(file: String, sheet: String, shared: [String], formats: CellFormats?, is1904: Bool, cellLimit: Int) {
        self.file = file
        self.sheet = sheet
        self.shared = shared
        self.formats = formats
        self.is1904 = is1904
        self.cellLimit = cellLimit
    }

    override func begin(_ element: Substring, _ attributes: [String: String]) {
        switch element {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row + 1
            guard number > row else { return stop(fault("its row \(number) stands after row \(row)")) }
            row = number
            cells = []
            column = -1
        case "c": beginCell(attributes)
        case "f": hasFormula = true
        case "is": isInline = true
        case "mergeCell": merge(attributes["ref"] ?? "")
        case "rPh": phonetic += 1
        case "v": text = ""
        case "t" where isInline && phonetic == 0: text = ""
        default: break
        }
    }

    override func end(_ element: Substring) {
        switch element {
        case "v", "t":
            stored += text ?? ""
            text = nil
        case "rPh": phonetic -= 1
        case "is": isInline = false
        case "c":
            if let value = value() { cells.append(WorkbookCell(column: column, value: value)) }
        case "row":
            if !cells.isEmpty { rows.append(WorkbookRow(number: row, cells: cells)) }
        default: break
        }
    }

    /// An area such as `A3:B7`; another text is passed over, since it moves no value.
    private func merge(_ area: String) {
        let ends = area.split(separator: ":").map { WorkbookCell.place(String($0)) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.column <= last.column,
            first.row <= last.row
        else { return }
        merged.append(CellArea(columns: first.column...last.column, rows: first.row...last.row))
    }

    private func beginCell(_ attributes: [String: String]) {
        cellCount += 1
        guard cellCount <= cellLimit else {
            return stop(
                Refusal(
                    .input, code: "sheet-too-large",
                    "Sheet \(SafeName.shown(sheet)) of \(SafeName.shown(file)) has more than \(cellLimit) cells.",
                    remedy: "Save the sheet as CSV and give that."))
        }
        let place = attributes["r"].flatMap { WorkbookCell.place($0) }
        let next = place?.column ?? column + 1
        guard next > column, next < 16_384, place.map({ $0.row == row }) ?? true else {
            return stop(fault("its cell \(SafeName.shown(attributes["r"] ?? "")) is out of order in row \(row)"))
        }
        column = next
        type = attributes["t"] ?? "n"
        format = attributes["s"].flatMap { Int($0) } ?? 0
        stored = ""
        hasFormula = false
    }

    /// Nil for a blank cell.
    private func value() -> WorkbookCell.Value? {
        guard !stored.isEmpty else {
            if hasFormula, type != "str" {
                note("formula-without-result", "holds a formula and no result; open the workbook and save it again.")
            }
            return nil
        }
        switch type {
        case "s":
            guard let index = Int(stored), shared.indices.contains(index) else {
                stop(fault("\(place) names a text that is not there"))
                return nil
            }
            return shared[index].isEmpty ? nil : .text(shared[index])
        case "str", "inlineStr": return .text(WorkbookText.decoded(stored))
        case "b": return .flag(stored == "1" || stored == "true")
        case "e":
            note("cell-error", "holds the error \(SafeName.shown(stored)).")
            return .error(stored)
        case "d": return .day(stored.hasSuffix("T00:00:00") ? String(stored.dropLast(9)) : stored)
        default: return number()
        }
    }

    private func number() -> WorkbookCell.Value? {
        guard let number = Double(stored), number.isFinite else {
            stop(fault("\(place) holds \(SafeName.shown(stored)) where a number should be"))
            return nil
        }
        let kind = formats?[format] ?? .number
        let shown: String? =
            switch kind {
            case .number: nil
            case .day: SerialDay.text(number, is1904: is1904)
            case .elapsed: SerialDay.elapsed(number)
            }
        if let shown { return .day(shown) }
        if kind != .number { note("no-such-day", "is shown as a day, but \(SafeName.shown(stored)) stands for none.") }
        return .number(number, stored: stored)
    }

    private var place: String { "\(WorkbookCell.letters(of: column))\(row)" }

    private func note(_ code: String, _ what: String) {
        problems.append(
            Problem(
                row: row, column: WorkbookCell.letters(of: column), code: code, "Cell \(place) \(what)",
                effect: .noted))
    }

    private func fault(_ detail: String) -> Refusal {
        .unreadableWorkbook(file, "on sheet \(SafeName.shown(sheet)) \(detail)")
    }
}

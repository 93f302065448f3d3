public import Tabular
public import Vocabulary

/// Reads pieces of a file of contract monitoring into typed columns; a value of its own, so that pieces may be read side
/// by side, and the same piece always comes out the same.
///
/// A row is refused where it has not the header's cells, where its provider, year or month is missing or cannot be read,
/// or where an amount of money or activity in it cannot be read (`TBC` is a problem, never nought). Any other value that
/// cannot be read is left out, with a problem, and the row is kept. Cells that are not UTF-8 are read as Windows-1252,
/// each by itself.
public struct ActivityReader: Sendable {
    public let header: ActivityHeader
    public let dayOrder: ActivityDayOrder?
    let scan: ActivityScan
    let fields: [ActivityField]

    public init(header: ActivityHeader, dayOrder: ActivityDayOrder? = nil) {
        self.header = header
        self.dayOrder = dayOrder
        fields = zip(header.layout.kept, header.places).map { column, place in
            ActivityField(
                place: place, kind: column.kind, isText: column.kind.isText,
                isMandatory: column.need == .mandatory, isEssential: column.kind.isEssential)
        }
        scan = ActivityScan(header)
    }

    /// Reads the whole rows of a piece.
    ///
    /// - Throws: `Refusal`: `patient-identifying`, `binary`, and `truncated` where the piece ends within a row.
    public func read(_ piece: RowPiece, firstRow: Int) throws(Refusal) -> ActivityBatch {
        guard !piece.holdsNUL else {
            throw Refusal(
                .input, code: "binary", "\(header.name) is not a text file: it holds a NUL.",
                remedy: "Save it as CSV UTF-8 and give that.")
        }
        var reading = PieceReading(reader: self)
        var (lastCells, lastRow) = (0, 0)
        let (lines, ending) = try piece.forEachRow { (row: borrowing RowPiece.Row) throws(Refusal) in
            (lastCells, lastRow) = (row.cells.count, row.number)
            if let found = scan.find(in: row) {
                let title = found.place < header.titles.count ? header.titles[found.place] : ""
                throw found.identifier.refusal(
                    in: header.name, row: firstRow + row.number - 1,
                    column: title.isEmpty ? "\(found.place + 1)" : title, canDrop: !title.isEmpty)
            }
            reading.take(row)
        }
        switch ending {
        case .openQuote: throw truncated("the quotation mark opened in row \(firstRow + lastRow - 1) is never closed")
        case .endOfFile where lastRow == lines && lastCells < header.titles.count,
            .lineBreak where piece.isLast && reading.shortRow == lastRow:
            throw truncated(
                "its last row, \(firstRow + lastRow - 1), stops after \(lastCells) of \(header.titles.count) cells")
        case .endOfFile, .lineBreak: break
        }
        reading.batch.lines = lines
        return reading.finished()
    }

    private func truncated(_ what: String) -> Refusal {
        Refusal(
            .input, code: "truncated", "\(header.name) is cut off: \(what).", remedy: "Ask the sender for it again.")
    }
}

/// What is done with one column of the layout.
struct ActivityField: Sendable {
    let place: Int?
    let kind: MonitoringColumn.Kind
    let isText: Bool
    let isMandatory: Bool
    let isEssential: Bool
}

/// One piece while it is read.
struct PieceReading {
    private let reader: ActivityReader
    private let fields: [ActivityField]
    private let cells: Int
    private let cost: Int
    private let (provider, year, month): (Int, Int, Int)
    private let columns: GrowingColumns
    var batch = ActivityBatch()
    /// The slice of the row before, as rows of one come together.
    private var slice: ActivitySlice?
    private var sliceProvider: [UInt8] = []
    private var sliceTally = ActivityAccount.Tally()
    /// The last row that begins as one of data and has fewer cells than the header: a footer does not begin so.
    private(set) var shortRow: Int?

    init(reader: ActivityReader) {
        self.reader = reader
        fields = reader.fields
        cells = reader.header.titles.count
        let names = reader.header.layout.kept.map(\.field)
        func index(_ field: String) -> Int { names.firstIndex(of: field)! }
        cost = index("cost")
        (provider, year, month) = (index("provider"), index("financialYear"), index("financialMonth"))
        columns = GrowingColumns(isText: fields.map(\.isText))
    }

    mutating func take(_ row: borrowing RowPiece.Row) {
        let amount = costOutcome(row)
        var tally = ActivityAccount.Tally()
        tally.rows = 1
        switch amount {
        case .value(let pence): tally.cost = Money(pence: pence)
        case .blank: tally.withoutCost = 1
        case .tooFine, .unreadable: tally.unreadableCost = 1
        }
        guard isWhole(row), takeFields(row, amount) else {
            batch.account.refused = batch.account.refused + tally
            return
        }
        batch.rows.append(Int64(row.number))
        batch.account.kept = batch.account.kept + tally
        count(tally)
    }

    mutating func finished() -> ActivityBatch {
        closeSlice()
        batch.columns = columns.values()
        return batch
    }

    /// As many cells as the header, or more that are blank.
    private mutating func isWhole(_ row: borrowing RowPiece.Row) -> Bool {
        let found = row.cells.count
        if found == cells { return true }
        var place = cells
        while place < found, row.isBlank(place) { place += 1 }
        if found > cells, place == found { return true }
        add(row.number, nil, .raggedRow, "\(found) instead of \(cells)", .refused)
        if found < cells, beginsAsData(row) { shortRow = row.number }
        return false
    }

    /// True where the provider, year and month can be read, as far as the row comes.
    private func beginsAsData(_ row: borrowing RowPiece.Row) -> Bool {
        var found = 0
        for (field, read) in [
            (provider, { !$0.isEmpty }), (year, { WrittenPeriod.year($0) != nil }),
            (month, { WrittenPeriod.month($0) != nil }),
        ] as [(Int, (UnsafeBufferPointer<UInt8>) -> Bool)] {
            guard let place = fields[field].place, place < row.cells.count else { continue }
            guard row.withCell(place, read) else { return false }
            found += 1
        }
        return found > 1
    }

    private func costOutcome(_ row: borrowing RowPiece.Row) -> ScaledNumber {
        guard row.cells.count >= cells, let place = fields[cost].place else { return .unreadable }
        return row.withCell(place) { ScaledNumber.read($0, places: 2) }
    }

    // MARK: - Values

    /// - Returns: false where the row is refused; then nothing of it stays.
    private mutating func takeFields(_ row: borrowing RowPiece.Row, _ amount: ScaledNumber) -> Bool {
        let (rows, problems) = (batch.rows.count, batch.problems.count)
        for index in fields.indices {
            let field = fields[index]
            guard let place = field.place else {
                columns.appendNothing(to: index)
                continue
            }
            let isGood =
                field.isText
                ? takeText(row, place, index, field)
                : takeNumber(row, place, index, field, known: index == cost ? amount : nil)
            guard !isGood else { continue }
            for taken in 0...index { columns.truncate(taken, to: rows) }
            // Of a refused row only the reason is told.
            let reason = batch.problems[batch.problems.count - 1]
            batch.problems.removeLast(batch.problems.count - problems)
            batch.problems.append(reason)
            return false
        }
        return true
    }

    private mutating func takeText(
        _ row: borrowing RowPiece.Row, _ place: Int, _ index: Int, _ field: ActivityField
    ) -> Bool {
        var (isBlank, isRepaired, isUndefined) = (false, false, false)
        row.withCell(place) { raw in
            var (start, end) = (0, raw.count)
            while start < end, raw[start] <= 32 { start += 1 }
            while start < end, raw[end - 1] <= 32 { end -= 1 }
            isBlank = start == end
            let text = UnsafeBufferPointer(rebasing: raw[start..<end])
            guard let repaired = CellText.repaired(text) else {
                columns.append(text: text, to: index)
                return
            }
            isRepaired = true
            isUndefined = CellText.holdsUndefined(repaired)
            repaired.withUnsafeBufferPointer { columns.append(text: $0, to: index) }
        }
        if isRepaired { batch.cellsRepaired += 1 }
        if isUndefined { add(row.number, place, .undefinedByte, "", .noted) }
        guard isBlank, field.isMandatory else { return true }
        add(row.number, place, .blank, "", .refused)
        return false
    }

    /// - Parameter known: what was read of the cell before.
    private mutating func takeNumber(
        _ row: borrowing RowPiece.Row, _ place: Int, _ index: Int, _ field: ActivityField, known: ScaledNumber?
    ) -> Bool {
        let kind = field.kind
        let order = reader.dayOrder
        let outcome: Outcome =
            known.map { Outcome($0, kind) } ?? row.withCell(place) { Outcome.read($0, kind, order) }
        switch outcome {
        case .value(let value):
            columns.append(number: value, to: index)
            return true
        case .blank where !field.isMandatory:
            columns.appendNothing(to: index)
            return true
        case .blank:
            add(row.number, place, .blank, "", .refused)
            return false
        case .fault(let code):
            let effect: Problem.Effect = field.isEssential ? .refused : .noted
            add(row.number, place, code, row.withCell(place) { CellText.quoted($0) }, effect)
            if !field.isEssential { columns.appendNothing(to: index) }
            return !field.isEssential
        }
    }

    private enum Outcome {
        case value(Int)
        case blank
        case fault(ActivityProblem.Code)

        init(_ number: ScaledNumber, _ kind: MonitoringColumn.Kind) {
            switch number {
            case .value(let value): self = .value(value)
            case .blank: self = .blank
            case .tooFine where kind == .money: self = .fault(.fractionOfPenny)
            case .tooFine, .unreadable:
                switch kind {
                case .money: self = .fault(.unreadableAmount)
                case .price, .factor: self = .fault(.unreadablePrice)
                default: self = .fault(.unreadableCount)
                }
            }
        }

        static func read(
            _ raw: UnsafeBufferPointer<UInt8>, _ kind: MonitoringColumn.Kind, _ order: ActivityDayOrder?
        ) -> Outcome {
            if let places = kind.places { return Outcome(ScaledNumber.read(raw, places: places), kind) }
            var (start, end) = (0, raw.count)
            while start < end, raw[start] <= 32 { start += 1 }
            while start < end, raw[end - 1] <= 32 { end -= 1 }
            guard start < end else { return .blank }
            let text = UnsafeBufferPointer(rebasing: raw[start..<end])
            switch kind {
            case .year: return WrittenPeriod.year(text).map { .value($0) } ?? .fault(.unreadableYear)
            case .month: return WrittenPeriod.month(text).map { .value($0) } ?? .fault(.unreadableMonth)
            default:
                switch WrittenDay.read(text, order: order) {
                case .day(let day): return .value(day.number)
                case .blank: return .blank
                case .ambiguous: return .fault(.ambiguousDay)
                case .otherOrder: return .fault(.dayInOtherOrder)
                case .unreadable: return .fault(.unreadableDay)
                }
            }
        }
    }

    private mutating func add(
        _ row: Int, _ place: Int?, _ code: ActivityProblem.Code, _ value: String, _ effect: Problem.Effect
    ) {
        batch.problems.append(ActivityProblem(row: row, place: place, code: code, value: value, effect: effect))
    }

    // MARK: - Slices

    /// Counts the row last taken to its provider's month.
    private mutating func count(_ tally: ActivityAccount.Tally) {
        let last = batch.rows.count - 1
        let code = columns.text(last, of: provider)
        let (year, month) = (columns.number(last, of: year), columns.number(last, of: month))
        let isSame = slice?.year.start == year && slice?.month == month && code.elementsEqual(sliceProvider)
        if !isSame {
            closeSlice()
            sliceProvider = Array(code)
            slice = ActivitySlice(
                provider: String(decoding: sliceProvider, as: UTF8.self), year: FinancialYear(startingIn: year),
                month: month)
        }
        sliceTally = sliceTally + tally
    }

    private mutating func closeSlice() {
        guard let slice else { return }
        batch.slices[slice] = (batch.slices[slice] ?? .init()) + sliceTally
        sliceTally = .init()
        self.slice = nil
    }
}

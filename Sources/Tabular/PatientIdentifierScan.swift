public import Vocabulary

/// Looks through a file's rows for values that identify a patient.
///
/// In the layout's own columns only NHS numbers are looked for, since their text is public (a practice's name and
/// postcode); in every other column also full postcodes, unless the header names a place of care, and a date of
/// birth in a row that also names a person.
public struct PatientIdentifierScan: Sendable {
    private let file: String
    private let titles: [String]
    private let known: [Int]
    private let unknown: [Int]
    private let birthDates: [Int]
    private let names: [Int]
    private let places: Set<Int>
    private let addresses: Set<Int>

    /// - Parameters:
    ///   - known: places of the layout's own columns.
    ///   - exempt: places that are not looked at: contract numbers, which have ten digits too, and dropped columns.
    public init(file: String, titles: [String], known: Set<Int>, exempt: Set<Int>) {
        self.file = file
        self.titles = titles
        self.known = titles.indices.filter { known.contains($0) && !exempt.contains($0) }
        unknown = titles.indices.filter { !known.contains($0) && !exempt.contains($0) }
        let keys = Dictionary(uniqueKeysWithValues: unknown.map { ($0, TrimmedText.headerKey(titles[$0])) })
        func with(_ words: [String]) -> Set<Int> {
            Set(keys.filter { key in words.contains { key.value.contains($0) } }.keys)
        }
        let careWords = [
            "PRACTICE", "PROVIDER", "CONTRACTOR", "PREMISES", "SURGERY", "CLINIC", "SITE", "BRANCH", "ORGANISATION",
            "COMMISSIONER", "HEAD OFFICE", "PPC",
        ]
        places = with(careWords).subtracting(with(["PATIENT", "RESIDENT", "HOME"]))
        names = with(["NAME"]).subtracting(places).sorted()
        birthDates = with(["BIRTH", "DOB", "D.O.B"]).sorted()
        addresses = with(["POSTCODE", "POST CODE", "POST_CODE", "ADDRESS"])
    }

    /// The refusal of the file for the reader's current row; nil where nothing was found.
    ///
    /// Costs one look at each long cell of the layout's columns; cells beyond the header count as unknown columns.
    public func refusal(for reader: RowReader) -> Refusal? {
        for place in known where reader.mayHoldNHSNumber(at: place) {
            return found(.nhsNumber, row: reader.row, at: place)
        }
        guard !unknown.isEmpty || reader.cells.count > titles.count else { return nil }
        return refusal(row: reader.row, cells: reader.cells.indices.map { reader.text(at: $0) })
    }

    /// The same for a row of text, as a workbook gives it.
    public func refusal(row: Int, cells: [String]) -> Refusal? {
        for place in known where place < cells.count && PatientIdentifier.holdsNHSNumber(cells[place]) {
            return found(.nhsNumber, row: row, at: place)
        }
        let extra = cells.count > titles.count ? Array(titles.count..<cells.count) : []
        for place in unknown + extra where place < cells.count {
            if PatientIdentifier.holdsNHSNumber(cells[place]) { return found(.nhsNumber, row: row, at: place) }
            if !places.contains(place),
                PatientIdentifier.holdsPostcode(cells[place], joined: addresses.contains(place))
            {
                return found(.postcode, row: row, at: place)
            }
        }
        let dated = birthDates.first { $0 < cells.count && PatientIdentifier.isDate(cells[$0]) }
        if let dated, names.contains(where: { $0 < cells.count && PatientIdentifier.isName(cells[$0]) }) {
            return found(.nameWithBirthDate, row: row, at: dated)
        }
        return nil
    }

    private func found(_ identifier: PatientIdentifier, row: Int, at place: Int) -> Refusal {
        let title = place < titles.count ? titles[place] : ""
        return identifier.refusal(
            in: file, row: row, column: title.isEmpty ? "\(place + 1)" : title, canDrop: !title.isEmpty)
    }
}

extension RowReader {
    /// Looks only at cells of ten bytes or more.
    func mayHoldNHSNumber(at index: Int) -> Bool {
        guard index < cells.count else { return false }
        let cell = cells[index]
        guard cell.end - cell.start >= 10 else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            PatientIdentifier.holdsNHSNumber(
                UnsafeBufferPointer(rebasing: buffer[Int(cell.start)..<Int(cell.end)]))
        }
    }
}

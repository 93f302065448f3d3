import Tabular

/// Looks through rows of contract monitoring for values that identify a patient.
///
/// NHS numbers are looked for in every column but those whose values are given out by a system (ten digits of a spell's or
/// a drug's code are no NHS number); full postcodes in the postcode's column and in columns that are not of the layout; a
/// date in the column of birth dates, and letters in the column of names. Blank and pseudonymised values pass.
struct ActivityScan: Sendable {
    /// Places in which NHS numbers are looked for.
    private let plain: [Int]
    /// Places in which full postcodes are looked for, and whether also those without a blank.
    private let postcodes: [(place: Int, isJoined: Bool)]
    private let birthDates: [Int]
    private let names: [Int]
    private let titles: Int

    init(_ header: ActivityHeader) {
        titles = header.titles.count
        let exempt = Set(
            zip(header.layout.kept, header.places).filter { $0.0.kind == .identifier }.compactMap(\.1))
        let known = Set(header.places.compactMap { $0 })
        // Numbers, days and months are read as such: whatever is none is left out.
        let numbers = Set(
            zip(header.layout.kept, header.places).filter { !$0.0.kind.isText }.compactMap(\.1))
        let all = header.titles.indices.filter { !header.dropped.contains($0) }
        plain = all.filter { !exempt.contains($0) && !numbers.contains($0) }
        func marked(_ kind: MonitoringColumn.Identifying) -> [Int] {
            header.identifying.filter { $0.as == kind }.map(\.place)
        }
        let free = all.filter { !known.contains($0) }
        let care = ["PRACTICE", "PROVIDER", "SITE", "ORGANISATION", "COMMISSIONER", "GP"]
        func isCare(_ place: Int) -> Bool {
            let key = TitleWords.key(header.titles[place])
            return care.contains { key.contains($0) } && !key.contains("PATIENT") && !key.contains("HOME")
        }
        func named(_ words: [String]) -> [Int] {
            free.filter { place in
                let key = TitleWords.key(header.titles[place])
                return words.contains { key.contains($0) }
            }
        }
        let addresses = Set(marked(.postcode) + named(["POSTCODE", "POST CODE", "ADDRESS"]))
        postcodes = addresses.union(free).filter { addresses.contains($0) || !isCare($0) }.sorted()
            .map { ($0, addresses.contains($0)) }
        birthDates = Array(Set(marked(.birthDate) + named(["BIRTH", "DOB"]))).sorted()
        names = marked(.name)
    }

    func find(in row: borrowing RowPiece.Row) -> (identifier: PatientIdentifier, place: Int)? {
        let cells = row.cells.count
        for place in plain where place < cells && row.cells[place].byteCount >= 10 {
            if row.withCell(place, { PatientIdentifier.holdsNHSNumber($0) }) { return (.nhsNumber, place) }
        }
        if cells > titles {
            for place in titles..<cells where row.cells[place].byteCount >= 10 {
                if row.withCell(place, { PatientIdentifier.holdsNHSNumber($0) }) { return (.nhsNumber, place) }
            }
        }
        for (place, isJoined) in postcodes where place < cells && row.cells[place].byteCount >= 5 {
            let isFound = row.withCell(place) { bytes in
                ActivityScan.mayEndPostcode(bytes)
                    && PatientIdentifier.holdsPostcode(String(decoding: bytes, as: UTF8.self), joined: isJoined)
            }
            if isFound { return (.postcode, place) }
        }
        for place in birthDates where place < cells && row.cells[place].byteCount >= 6 {
            if row.withCell(place, { PatientIdentifier.isDate(CellText.text($0)) || isDay($0) }) {
                return (.birthDate, place)
            }
        }
        for place in names where place < cells && row.cells[place].byteCount >= 2 {
            if row.withCell(place, { PatientIdentifier.isName(CellText.text($0)) }) { return (.name, place) }
        }
        return nil
    }

    private func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch WrittenDay.read(bytes, order: nil) {
        case .day, .ambiguous: true
        default: false
        }
    }

    /// True where a digit and two letters stand together: cheap, and no full postcode is without.
    private static func mayEndPostcode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place + 2 < bytes.count {
            let (first, second, third) = (bytes[place], bytes[place + 1] | 32, bytes[place + 2] | 32)
            if first >= 48, first <= 57, second >= 97, second <= 122, third >= 97, third <= 122 { return true }
            place += 1
        }
        return false
    }
}

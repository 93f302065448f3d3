import Tabular
import Vocabulary

/// Where the columns of a monthly file stand, and how their numbers are read.
struct DentalMonthColumns {
    let month: Int
    let commissioner: Int
    let commissionerName: Int
    let contract: Int
    let provider: Int
    let postcode: Int
    let lsoa: Int
    let target: Int
    let value: Int
    let delivered: Int
    let late: Int
    let foundation: Int
    let bandOne: Int
    /// One place, or those of 2A, 2B and 2C.
    let bandTwo: [Int]
    let bandThree: Int
    let urgent: Int
    let other: Int
    let children: Int
    let adults: Int
    let generalValue: Int
    private let deliveredPlaces: [Int]
    private let titles: [String]

    init(_ match: HeaderMatch) {
        month = match.place(of: "YEAR_MONTH")
        commissioner = match.place(of: "COMMISSIONER_CODE")
        commissionerName = match.place(of: "COMMISSIONER_NAME")
        contract = match.place(of: "CONTRACT_NUMBER")
        provider = match.place(of: "PROVIDER_NAME")
        postcode = match.place(of: "LATEST_PPC_ADDRESS_POSTCODE")
        lsoa = match.place(of: "LSOA11_CODE")
        target = match.place(of: "UDA_PERF_TARGET")
        value = match.place(of: "UDA_FIN_VAL")
        delivered = match.place(of: "UDA_DELIVERED")
        late = match.place(of: "LATE_SUBMITTED_FP17")
        foundation = match.place(of: "UDA_DELIVERED_FD")
        bandOne = match.place(of: "BAND_1_DELIVERED")
        bandTwo = (match.alternative ?? []).map { match.place(of: $0) }
        bandThree = match.place(of: "BAND_3_DELIVERED")
        urgent = match.place(of: "BAND_URGENT_DELIVERED")
        other = match.place(of: "BAND_OTHER_DELIVERED")
        children = match.place(of: "CHILD_12M_COUNT")
        adults = match.place(of: "ADULT_24M_COUNT")
        generalValue = match.place(of: "GENERAL_DENTAL_FIN_VALUE")
        deliveredPlaces = [delivered, late, foundation, bandOne, bandThree, urgent, other] + bandTwo
        titles = match.titles
    }

    /// The row's amounts before it is judged.
    func amounts(of reader: RowReader) -> ImportAccount.Tally {
        let (targetRead, valueRead) = (reader.hundredths(at: target), reader.hundredths(at: value))
        let deliveredRead = reader.hundredths(at: delivered)
        let isDeliveredUnreadable = deliveredRead == nil && !reader.isBlank(at: delivered)
        return ImportAccount.Tally(
            rows: 1, target: Units(hundredths: targetRead ?? 0), delivered: Units(hundredths: deliveredRead ?? 0),
            value: Money(pence: valueRead ?? 0),
            unreadable: ImportAccount.Unreadable(
                targets: targetRead == nil ? 1 : 0, delivered: isDeliveredUnreadable ? 1 : 0,
                values: valueRead == nil ? 1 : 0))
    }

    func hundredths(_ reader: RowReader, _ place: Int, _ faults: inout [Problem]) -> Int? {
        if let value = reader.hundredths(at: place) { return value }
        fault(reader, place, "unreadable-amount", "is not a plain number with at most two decimals", &faults)
        return nil
    }

    func count(_ reader: RowReader, _ place: Int, _ faults: inout [Problem]) -> Int? {
        if let value = reader.whole(at: place) { return value }
        fault(reader, place, "unreadable-count", "is not a whole number", &faults)
        return nil
    }

    /// Nil where blank.
    func optionalCount(_ reader: RowReader, _ place: Int, _ faults: inout [Problem]) -> Int? {
        reader.isBlank(at: place) ? nil : count(reader, place, &faults)
    }

    /// Nil where all of the month's columns are blank: no claims. A row with some of them blank is at fault.
    func activity(_ reader: RowReader, _ faults: inout [Problem]) -> DentalActivity? {
        let blanks = deliveredPlaces.count { reader.isBlank(at: $0) }
        if blanks == deliveredPlaces.count { return nil }
        if blanks > 0, let place = deliveredPlaces.first(where: { reader.isBlank(at: $0) }) {
            faults.append(
                Problem(
                    row: reader.row, column: titles[place], code: "half-blank-delivery",
                    "\(titles[place]) is blank and other columns of the month's delivery are not.", effect: .refused))
            return nil
        }
        let units = hundredths(reader, delivered, &faults)
        let foundationUnits = hundredths(reader, foundation, &faults)
        let lateClaims = count(reader, late, &faults)
        guard let units, let foundationUnits, let lateClaims, let bands = bands(reader, &faults) else { return nil }
        return DentalActivity(
            delivered: Units(hundredths: units), lateClaims: lateClaims,
            foundation: Units(hundredths: foundationUnits), bands: bands)
    }

    private func bands(_ reader: RowReader, _ faults: inout [Problem]) -> BandCounts? {
        let one = count(reader, bandOne, &faults)
        let two = two(reader, &faults)
        let three = count(reader, bandThree, &faults)
        let urgentCount = count(reader, urgent, &faults)
        let otherCount = count(reader, other, &faults)
        guard let one, let two, let three, let urgentCount, let otherCount else { return nil }
        return BandCounts(one: one, two: two, three: three, urgent: urgentCount, other: otherCount)
    }

    private func two(_ reader: RowReader, _ faults: inout [Problem]) -> BandCounts.Two? {
        if bandTwo.count == 1 { return count(reader, bandTwo[0], &faults).map { .whole($0) } }
        let first = count(reader, bandTwo[0], &faults)
        let second = count(reader, bandTwo[1], &faults)
        let third = count(reader, bandTwo[2], &faults)
        guard let first, let second, let third else { return nil }
        return .parts(a: first, b: second, c: third)
    }

    /// Adds the fault of one cell: its value in quotation marks, and what it is not.
    func fault(_ reader: RowReader, _ place: Int, _ code: String, _ what: String, _ faults: inout [Problem]) {
        let text = reader.text(at: place)
        let shown = text.isEmpty ? "Blank" : TrimmedText.quoted(text)
        faults.append(
            Problem(row: reader.row, column: titles[place], code: code, "\(shown) \(what).", effect: .refused))
    }
}

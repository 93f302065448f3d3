import Exemplar
import Tabular
import Vocabulary

/// A file of the exemplar as rows of text, with cells by their titles.
struct TextFile {
    let name: String
    private let places: [String: Int]
    private let width: Int
    let rows: [[String]]

    init(_ bytes: [UInt8], named name: String) throws {
        var reader = try RowReader(bytes, named: name, delimiter: 44)
        var rows: [[String]] = []
        while reader.next() { rows.append(reader.cells.indices.map { reader.text(at: $0) }) }
        self.name = name
        self.rows = rows
        width = reader.header.count
        places = Dictionary(uniqueKeysWithValues: reader.header.enumerated().map { ($1, $0) })
    }

    /// "" where the file has no such column, or the row is too short.
    func cell(_ row: Int, _ title: String) -> String {
        guard let place = places[title], place < rows[row].count else { return "" }
        return rows[row][place]
    }

    func isWhole(_ row: Int) -> Bool { rows[row].count == width }

    /// The rows as tables of reference are read: by title, with the row in the file.
    var records: [(row: Int, cells: [String: String])] {
        rows.indices.map { index in (index + 2, places.mapValues { rows[index][$0] }) }
    }
}

/// A line of a bill that a reader keeps, in plain values.
struct Bill {
    let row: Int
    let file: String
    let provider: String
    let month: Int
    let created: Day
    let practice: String
    let residence: String
    let commissioner: String
    let patient: String
    let age: Int
    let category: String
    let service: String
    let delivery: String
    let detail: String
    let function: String
    let tariff: String
    let isNational: Bool
    let start: Day?
    let end: Day?
    let stay: Int
    let record: String
    let spell: String
    /// Ten-thousandths.
    let count: Int
    /// Hundredths of a penny.
    let unitPrice: Int
    let cost: Int
    /// Of a drug or device.
    let item: String
    let isTaxed: Bool

    /// Nil where a reader has to refuse the row.
    init?(_ file: TextFile, _ index: Int) {
        func cell(_ title: String) -> String { file.cell(index, title) }
        func contract(_ title: String) -> String { cell(title + " (CONTRACT MONITORING)") }
        guard file.isWhole(index), WrittenText.year(cell("FINANCIAL YEAR")) == 2025,
            let month = WrittenText.month(cell("FINANCIAL MONTH")),
            let cost = WrittenText.number(cell("TOTAL COST"), places: 2),
            let created = WrittenText.day(cell("DATE AND TIME DATA SET CREATED"))
        else { return nil }
        let counted =
            cell("ACTIVITY COUNT (POINT OF DELIVERY)")
            + cell("MEDICAL DEVICE QUANTITY (HIGH COST TARIFF EXCLUDED DEVICE)")
            + cell("DRUG QUANTITY OR WEIGHT PROPORTION (HIGH COST TARIFF EXCLUDED DRUG)")
        let price = cell("ACTIVITY UNIT PRICE") + cell("UNIT PRICE (COMMISSIONER)")
        guard let count = WrittenText.number(counted, places: 4), let unitPrice = WrittenText.number(price, places: 4)
        else { return nil }
        (row, self.file) = (index + 2, file.name)
        (self.month, self.cost, self.created, self.count, self.unitPrice) = (month, cost, created, count, unitPrice)
        provider = cell("ORGANISATION IDENTIFIER (CODE OF PROVIDER)")
        practice = cell("GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)")
        residence = cell("ORGANISATION IDENTIFIER (RESIDENCE RESPONSIBILITY)")
        commissioner = cell("ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)")
        patient = cell("NHS NUMBER")
        age = Int(contract("AGE AT ACTIVITY DATE")) ?? 0
        category = cell("COMMISSIONED SERVICE CATEGORY CODE")
        service = cell("SERVICE CODE")
        delivery = cell("POINT OF DELIVERY CODE")
        detail = cell("POINT OF DELIVERY FURTHER DETAIL CODE")
        function = cell("ACTIVITY TREATMENT FUNCTION CODE")
        tariff = cell("TARIFF CODE")
        isNational = cell("NATIONAL TARIFF INDICATOR") == "Y"
        start = WrittenText.day(
            contract("ACTIVITY START DATE") + cell("CLINICAL INTERVENTION DATE (DRUG DISPENSED)")
                + cell("CLINICAL INTERVENTION DATE (MEDICAL DEVICE IMPLEMENTATION)"))
        end = WrittenText.day(contract("ACTIVITY END DATE"))
        stay = Int(cell("ADJUSTED LENGTH OF STAY")) ?? 0
        record = cell("CDS UNIQUE IDENTIFIER")
        spell = cell("HOSPITAL PROVIDER SPELL IDENTIFIER")
        item =
            cell("HIGH COST TARIFF EXCLUDED DRUG CODE (SNOMED CT DM+D)")
            + cell("HIGH LEVEL CODE (HIGH COST TARIFF EXCLUDED DEVICE)")
        isTaxed = contract("VALUE ADDED TAX CHARGED INDICATOR") == "Y"
    }
}

/// What is written in a cell, read by a reader of these tests alone.
enum WrittenText {
    static func year(_ text: String) -> Int? {
        ["202526", "2025/26", "2025-26"].contains(text) ? 2025 : nil
    }

    static func month(_ text: String) -> Int? {
        Int(text.filter { $0 != "M" }).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    /// In units of so many decimals; nil for words, and for what has more decimals than nought.
    static func number(_ text: String, places: Int) -> Int? {
        guard !text.contains(where: { "abcdefghijklmnopqrstuvwxyzTBC".contains($0) }) else { return nil }
        let parts = text.filter { $0.isASCII && $0.isNumber || $0 == "." }.split(separator: ".")
        guard let first = parts.first, let whole = Int(first) else { return nil }
        var rest = parts.count > 1 ? String(parts[1]) : ""
        while rest.count > places, rest.last == "0" { rest.removeLast() }
        guard rest.count <= places else { return nil }
        while rest.count < places { rest += "0" }
        let value = (0..<places).reduce(whole) { sum, _ in sum * 10 } + (Int(rest) ?? 0)
        return text.contains("-") || text.contains("(") ? -value : value
    }

    static func day(_ text: String) -> Day? {
        var text = text
        if let colon = text.firstIndex(of: ":"),
            let mark = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" })
        {
            text = String(text[..<mark])
        }
        let parts = text.split { " /-.".contains($0) }.map(String.init)
        if parts.count == 1, text.count == 8, let all = Int(text) {
            return Day(year: all / 10_000, month: all / 100 % 100, day: all % 100)
        }
        if parts.count == 1, let count = Int(text) { return Day(number: count - 25_569) }
        guard parts.count == 3, let last = Int(parts[2]) else { return nil }
        if parts[0].count == 4 { return Day(year: Int(parts[0])!, month: Int(parts[1])!, day: last) }
        guard let first = Int(parts[0]) else { return nil }
        let year = last < 100 ? 2000 + last : last
        guard let second = Int(parts[1]) else {
            let place = Month.names.firstIndex { $0.lowercased().hasPrefix(parts[1].lowercased().prefix(3)) }!
            return Day(year: year, month: place + 1, day: first)
        }
        let found = Set(
            [
                Day(year: year, month: second, day: first), Day(year: year, month: first, day: second),
            ].compactMap { $0 })
        return found.count == 1 ? found.first : nil
    }
}

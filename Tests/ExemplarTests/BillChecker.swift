import Exemplar
import Tabular
import Vocabulary

/// A row that breaks a rule, as planted.csv writes it.
struct Finding: Hashable, Comparable, CustomStringConvertible {
    let file: String
    let row: Int
    let rule: String
    let amount: Int

    static func < (left: Finding, right: Finding) -> Bool {
        (left.rule, left.file, left.row, left.amount) < (right.rule, right.file, right.row, right.amount)
    }

    var description: String { "\(row),\(rule),\(amount),\(file)" }
}

/// The rules of challenges read out plainly and slowly over the exemplar's files: what they find has to be what was
/// planted. It shares nothing with what writes the files.
struct BillChecker {
    typealias Record = (row: Int, cells: [String: String])

    let bills: [Bill]
    /// Every row of the bills' files, also those that no longer stand.
    let stated: [Bill]
    /// Drugs and devices.
    let items: [Bill]
    let tables: [ExemplarActivity.File: [Record]]
    /// The same by what each is looked up by.
    private let index: [ExemplarActivity.File: [String: [Record]]]
    let aggregate: TextFile
    private(set) var findings: [Finding] = []

    init(_ files: [ExemplarActivity.File: [UInt8]]) throws {
        func bills(_ file: ExemplarActivity.File) throws -> [Bill] {
            let text = try TextFile(files[file] ?? [], named: file.rawValue)
            return text.rows.indices.compactMap { Bill(text, $0) }
        }
        let again = try bills(.restatedAgain)
        let first = try bills(.restatedFirst)
        let restated = Set(again.map { "\($0.provider) \($0.month)" })
        stated = try bills(.patientLevel) + first + again
        // The latest submission of a provider's month stands.
        self.bills = stated.filter { bill in
            bill.file != ExemplarActivity.File.restatedFirst.rawValue
                || !restated.contains("\(bill.provider) \(bill.month)")
        }
        var tables: [ExemplarActivity.File: [Record]] = [:]
        for file in ExemplarActivity.File.allCases where !file.rawValue.contains("plcm") && file != .aggregate {
            tables[file] = try TextFile(files[file] ?? [], named: file.rawValue).records
        }
        self.tables = tables
        let keys: [ExemplarActivity.File: String] = [
            .practices: "practice", .prices: "tariff", .providers: "provider", .deaths: "patient",
            .approvals: "patient", .pathways: "patient", .recoverable: "cdsIdentifier", .emergency: "cdsIdentifier",
            .hubs: "commissioner", .specialised: "serviceCode", .prisons: "practice", .lowPriority: "tariff",
            .freezes: "financialMonth", .excluded: "code", .services: "provider",
        ]
        index = Dictionary(
            uniqueKeysWithValues: keys.map { file, key in
                (file, Dictionary(grouping: tables[file] ?? []) { $0.cells[key] ?? "" })
            })
        aggregate = try TextFile(files[.aggregate] ?? [], named: ExemplarActivity.File.aggregate.rawValue)
        let (drugs, devices) = (try bills(.drugs), try bills(.devices))
        items = drugs + devices
        for bill in self.bills { judge(bill) }
        judgeTogether()
        for item in drugs { judgeItem(item, "drug") }
        for item in devices { judgeItem(item, "device") }
        judgeSums()
        judgeClaims()
    }

    mutating func add(_ rule: String, _ bill: Bill, _ amount: Int) {
        findings.append(Finding(file: bill.file, row: bill.row, rule: rule, amount: max(0, amount)))
    }

    mutating func add(_ rule: String, _ row: Int, _ file: ExemplarActivity.File, _ amount: Int) {
        findings.append(Finding(file: file.rawValue, row: row, rule: rule, amount: max(0, amount)))
    }

    // MARK: - Tables

    /// Rows of a table by what it is looked up by; of those in force on a day, where one is given.
    func listed(_ file: ExemplarActivity.File, _ key: String, on day: Day? = nil) -> [Record] {
        let found = index[file]?[key] ?? []
        guard let day else { return found }
        return found.filter { BillChecker.isInForce($0, on: day) }
    }

    static func isInForce(_ record: Record, on day: Day, from: String = "validFrom", to: String = "validTo") -> Bool {
        let (first, last) = (Day(record.cells[from] ?? ""), Day(record.cells[to] ?? ""))
        return (first.map { $0 <= day } ?? true) && (last.map { day < $0 } ?? true)
    }

    /// The price of a tariff on a day: the treatment function's own before any.
    func price(_ tariff: String, _ function: String, on day: Day) -> Record? {
        guard !tariff.isEmpty else { return nil }
        let found = listed(.prices, tariff, on: day)
        return found.first { $0.cells["treatmentFunction"] == function }
            ?? found.first { $0.cells["treatmentFunction"] == "" }
    }

    /// Millionths.
    func forces(_ provider: String, on day: Day) -> Int {
        let record = listed(.providers, provider, on: day)[0]
        return WrittenText.number(record.cells["marketForcesFactor"]!, places: 6)!
    }

    func host(_ provider: String, on day: Day?) -> String {
        listed(.providers, provider, on: day ?? Day("2025-04-01")!)[0].cells["hostCommissioner"]!
    }

    func due(_ pence: String, _ provider: String, on day: Day) -> Int {
        BillChecker.rounded(Int(pence)! * forces(provider, on: day), 1_000_000)
    }

    /// Halves away from nought.
    static func rounded(_ value: Int, _ divisor: Int) -> Int {
        let (magnitude, half) = (abs(value), divisor / 2)
        return (value < 0 ? -1 : 1) * ((magnitude + half) / divisor)
    }

    // MARK: - Who pays

    /// Nil where no commissioner is assigned.
    func payer(_ bill: Bill) -> String? {
        if ["DRUG", "DEVICE"].contains(bill.delivery) || ["31", "32", "41"].contains(bill.category) { return nil }
        let practices = listed(.practices, bill.practice)
        let inForce = practices.first { record in
            bill.start.map { BillChecker.isInForce(record, on: $0, from: "openedOn", to: "closedOn") } ?? false
        }
        let latest = practices.max { $0.cells["openedOn"]! < $1.cells["openedOn"]! }
        let own = (inForce ?? latest)?.cells["commissioner"]
        let host = host(bill.provider, on: bill.start)
        let board = own ?? (bill.residence.isEmpty ? host : bill.residence)
        func hub(_ commissioner: String?, _ column: String) -> String? {
            commissioner.flatMap { listed(.hubs, $0).first?.cells[column] }
        }
        let service =
            bill.service == "99999999"
            ? nil : bill.start.flatMap { listed(.specialised, bill.service, on: $0).first }
        let delegation = service?.cells["delegation"]
        if let service, service.cells["mentalHealth"] == "Y" {
            return delegation == "GREEN" ? board : hub(own, "hub")
        }
        let isSpecialised = service != nil || bill.category == "21"
        if isSpecialised {
            if delegation == "AMBER" { return hub(own, "hub") }
            if delegation != "GREEN" { return hub(host, "hub") }
        }
        let dental = ["140", "141", "142", "143", "144", "145", "217", "450", "451"]
        if (dental.contains(bill.function) && !isSpecialised) || ["51", "55"].contains(bill.category) { return board }
        let isPrison = bill.start.map { !listed(.prisons, bill.practice, on: $0).isEmpty } ?? false
        if isPrison || ["71", "75"].contains(bill.category), bill.delivery != "AE" { return hub(host, "region") }
        if ["81", "85"].contains(bill.category) { return hub(own, "region") }
        if own == "13Q" || bill.category == "61" { return "13Q" }
        return board
    }
}

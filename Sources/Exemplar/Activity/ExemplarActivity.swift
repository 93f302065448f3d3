import Methods
public import Vocabulary

/// Invented contract monitoring of a size that is asked for, in the published layouts, with faults that are written down.
///
/// Everything is a function of the seed, the rows and the months. Rows come part by part, so that any size needs little
/// memory. It shares no code with what reads or judges such files. Providers, practices, prices and people are
/// invented; codes of commissioners are `Exemplar`'s and others of that shape.
public struct ExemplarActivity: Sendable {
    /// The files, by name.
    public enum File: String, CaseIterable, Sendable {
        case patientLevel = "plcm.csv"
        case aggregate = "acm.csv"
        case drugs = "drplcm.csv"
        case devices = "deplcm.csv"
        /// Of a provider that is in none of the others.
        case restatedFirst = "plcm-restated-1.csv"
        /// The same months again, as they are stated later.
        case restatedAgain = "plcm-restated-2.csv"
        /// `row,rule,amountPence,file`: each fault that was put in.
        case planted = "planted.csv"
        case practices = "practices.csv"
        case providers = "providers.csv"
        case prices = "prices.csv"
        case services = "services.csv"
        case hubs = "hubs.csv"
        case specialised = "specialised.csv"
        case prisons = "prisons.csv"
        case contracts = "contracts.csv"
        case lowPriority = "low-priority.csv"
        case approvals = "approvals.csv"
        case excluded = "excluded.csv"
        case deaths = "deaths.csv"
        case sus = "sus.csv"
        case invoices = "invoices.csv"
        case ratios = "ratios.csv"
        case caps = "caps.csv"
        case freezes = "freezes.csv"
        case recoverable = "recoverable.csv"
        case pathways = "pathways.csv"
        case emergency = "emergency.csv"
        case dentalContracts = "dental-contracts.csv"
        case dentalClaims = "dental-claims.csv"
    }

    /// The year that the files are of.
    public static let year = FinancialYear(startingIn: 2025)

    /// Of the patient-level file.
    public let rows: Int
    public let seed: UInt64
    /// April to this month of the year, 1 to 12: files are cumulative.
    public let months: Int

    /// - Precondition: at least three rows; months from 1 to 12.
    public init(rows: Int, seed: UInt64 = Exemplar.defaultSeed, months: Int = 6) {
        precondition(rows >= 3 && (1...12).contains(months), "an exemplar has three rows and a month or more")
        self.rows = rows
        self.seed = seed
        self.months = months
    }

    /// Hands on the files' bytes in parts of about a megabyte, each file's in order.
    public func write<Failure: Error>(
        _ part: (File, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let market = InventedMarket(seed: seed)
        var files = ActivityFiles()
        market.writeTables(to: &files)
        let random = RandomStream(seed: seed)
        var items = ItemSums()
        for (kind, stream) in [(InventedItems.Kind.drug, 9), (.device, 10)] {
            let invented = InventedItems(
                kind: kind, market: market, random: random.substream(stream), rows: companionRows, months: months)
            try invented.write(to: &files, summing: &items, part)
        }
        try writeBills(market, items, &files, part)
        try InventedRestatement(market: market, random: random.substream(8), rows: companionRows, months: months)
            .write(to: &files, part)
        try InventedDentalClaims(random: random.substream(11), rows: max(400, rows / 50), months: months)
            .write(to: &files, part)
        try files.handOn(over: 0, part)
    }

    /// Rows of a file that goes beside the patient-level one.
    private var companionRows: Int { max(300, rows / 50) }

    /// The patient-level file, the aggregate file of it, and the tables that say of its rows and sums.
    private func writeBills<Failure: Error>(
        _ market: InventedMarket, _ items: ItemSums, _ files: inout ActivityFiles,
        _ part: (File, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let random = RandomStream(seed: seed).substream(7)
        files.start(.patientLevel, MonitoringText.patientLevelHeader)
        files.start(.aggregate, MonitoringText.aggregateHeader)
        var sums = AggregateSums(market: market, items: items)
        var ledger = BilledSums(market: market)
        var planner = FaultPlan(random: random.substream(-1))
        let groups = (rows + 2) / 3
        let tables = RowTables(market: market, groups: groups, months: months, to: &files)
        var number = 0
        for group in 0..<groups {
            let place = group * InventedMarket.billing
            let provider = place / groups
            let month = place % groups * months / groups + 1
            let isWhole = number + 3 <= rows
            var fault = planner.fault(of: group, isWhole: isWhole)
            if fault?.needsTables == true, !tables.covers(provider, month) { fault = nil }
            sums.move(to: provider, month, writing: &files)
            var invented = InventedCare(
                market: market, random: random, group: group, provider: provider, month: month, fault: fault,
                isVaried: isWhole)
            for (index, row) in invented.rows().enumerated() where number < rows {
                number += 1
                let spoilt = fault.flatMap { $0.isOfWriting && index == $0.writtenIndex ? $0 : nil }
                MonitoringText.write(
                    row, spoilt: spoilt, market: market, random: &invented.draws, into: &files[.patientLevel])
                sums.add(row, isKept: spoilt?.refusesRow != true)
                for planted in invented.planted where planted.index == index {
                    // The header is row 1.
                    files.plant(planted.rule, planted.amount, at: number + 1, of: .patientLevel)
                }
                guard spoilt?.refusesRow != true else { continue }
                ledger.add(row)
                if row.isInSUS { tables.add(row, fault: index == 1 ? fault : nil, to: &files) }
            }
            tables.add(invented.notes, to: &files)
            if group % 4_096 == 0 { try files.handOn(over: 1 << 20, part) }
        }
        sums.finish(writing: &files)
        sums.writeRest(to: &files)
        sums.writeInvoices(to: &files)
        ledger.write(to: &files)
    }
}

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
        /// `row,rule,amountPence,file`: each fault that was put in.
        case planted = "planted.csv"
        case practices = "practices.csv"
        case providers = "providers.csv"
        case prices = "prices.csv"
        case services = "services.csv"
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
        for (file, text) in market.tables { try part(file, Array(text.utf8)) }
        let random = RandomStream(seed: seed).substream(7)
        var patientLevel = Array((MonitoringText.patientLevelHeader + "\r\n").utf8)
        var aggregate = Array((MonitoringText.aggregateHeader + "\r\n").utf8)
        var planted = Array("row,rule,amountPence,file\n".utf8)
        var sums = AggregateSums(market: market)
        var planner = FaultPlan(random: random.substream(-1))
        let groups = (rows + 2) / 3
        var number = 0
        for group in 0..<groups {
            let place = group * market.providers.count
            let provider = place / groups
            let month = place % groups * months / groups + 1
            let fault = planner.fault(of: group, isWhole: number + 3 <= rows)
            if sums.slice != AggregateSums.Slice(provider: provider, month: month) {
                sums.flush(into: &aggregate)
                sums.slice = AggregateSums.Slice(provider: provider, month: month)
            }
            var invented = InventedCare(
                market: market, random: random, group: group, provider: provider, month: month, fault: fault)
            for (index, row) in invented.rows().enumerated() where number < rows {
                number += 1
                let own = invented.planted.filter { $0.index == index }
                let spoilt = own.first.flatMap { $0.fault.isOfWriting ? $0.fault : nil }
                MonitoringText.write(row, spoilt: spoilt, market: market, random: &invented.draws, into: &patientLevel)
                sums.add(row)
                for fault in own {
                    // The header is row 1.
                    planted += Array(
                        "\(number + 1),\(fault.fault.rule),\(fault.amount),\(File.patientLevel.rawValue)\n".utf8)
                }
            }
            if patientLevel.count > 1 << 20 {
                try part(.patientLevel, patientLevel)
                patientLevel.removeAll(keepingCapacity: true)
                try part(.planted, planted)
                planted.removeAll(keepingCapacity: true)
            }
            if aggregate.count > 1 << 20 {
                try part(.aggregate, aggregate)
                aggregate.removeAll(keepingCapacity: true)
            }
        }
        sums.flush(into: &aggregate)
        try part(.patientLevel, patientLevel)
        try part(.aggregate, aggregate)
        try part(.planted, planted)
    }
}

public import Tabular
public import Vocabulary

/// A contract's delivery over the year, month by month, and where it may end.
public struct ForecastPicture: PictureWithTable {
    public var year: FinancialYear
    /// Contracted for the year.
    public var target: Units
    /// Delivered from April to each month, as far as months are held: at most twelve.
    public var delivered: [Units]
    /// What would be delivered by each month at the even pace of working days: twelve.
    public var scheduled: [Units]
    /// Last year's delivery to each month, twelve; empty where there was none.
    public var lastYear: [Units]
    /// The months after the last held, to March; empty where no forecast can be made.
    public var fan: [FanMonth]
    /// The band within which the year is to end: the lowest share without clawback and the highest that is paid or
    /// carried, as the rules of the year have them.
    public var band: ClosedRange<Share>

    public struct FanMonth: Hashable, Sendable {
        /// 1 for April to 12 for March.
        public var number: Int
        /// Delivered from April to this month, with intervals at 50 and 90 per cent.
        public var estimate: Estimate<Units>

        public init(number: Int, estimate: Estimate<Units>) {
            self.number = number
            self.estimate = estimate
        }
    }

    public init(
        year: FinancialYear, target: Units, delivered: [Units], scheduled: [Units], lastYear: [Units] = [],
        fan: [FanMonth] = [], band: ClosedRange<Share>
    ) {
        precondition(delivered.count <= 12 && scheduled.count == 12, "a year has twelve months")
        self.year = year
        self.target = target
        self.delivered = delivered
        self.scheduled = scheduled
        self.lastYear = Array(lastYear.prefix(12))
        self.fan = fan
        self.band = band
    }

    public var title: String { "Delivery in \(year), added up month by month" }

    public var description: String {
        var sentences: [String] = []
        if let so = delivered.last {
            let month = year.month(delivered.count).inWords
            let share = Share(so, of: target).map { ", \($0) of the year’s \(target.inWhole)" } ?? ""
            sentences.append("\(so.inWhole) UDAs delivered to \(month)\(share).")
        }
        if let end = fan.last?.estimate, let share = Share(end.value, of: target) {
            sentences.append("Expected at the year’s end: \(end.value.inWhole) UDAs, \(share) of target.")
            for interval in end.intervals {
                if let low = Share(interval.low, of: target), let high = Share(interval.high, of: target) {
                    sentences.append("With \(interval.level) % probability from \(low) to \(high).")
                }
            }
        }
        return sentences.isEmpty ? "No month of the year is held." : sentences.joined(separator: " ")
    }

    public func table() -> Table {
        var table = Table(
            key: "deliveryByMonth", caption: title,
            columns: [
                .init("month", "Month"), .init("delivered", "Delivered"), .init("scheduled", "At an even pace"),
                .init("lastYear", "Last year"), .init("expected", "Expected"), .init("low50", "50 % from"),
                .init("high50", "50 % to"), .init("low90", "90 % from"), .init("high90", "90 % to"),
            ])
        for place in 0..<12 {
            let estimate = fan.first { $0.number == place + 1 }?.estimate
            let why = place < delivered.count ? "delivered" : "no forecast"
            let bounds = [50, 90].map { estimate?.interval(at: $0) }
            let estimated = [estimate?.value, bounds[0]?.low, bounds[0]?.high, bounds[1]?.low, bounds[1]?.high]
            table.append(
                [
                    .month(year.month(place + 1)),
                    .optional(delivered.indices.contains(place) ? delivered[place] : nil, else: "to come"),
                    .units(whole(scheduled[place])),
                    .optional(lastYear.indices.contains(place) ? lastYear[place] : nil, else: "not held"),
                ] + estimated.map { .optional($0.map(whole), else: why) })
        }
        return table
    }

    /// To the nearest whole unit: a decimal of an estimate says nothing.
    private func whole(_ units: Units) -> Units { Units(units.scaled(by: 1, over: 100).hundredths) }
}

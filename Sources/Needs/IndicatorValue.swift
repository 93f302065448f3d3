/// What a publisher says of one indicator in one area and period: as published, nothing worked out.
public struct IndicatorValue: Hashable, Sendable {
    /// The publisher's code, or ours where the file has none: `DM`, `93930`, `dental.extractions`.
    public let indicator: String
    /// The code as published, or the name where the file has no codes.
    public let area: String
    /// As published: `2024/25`, `2018-09-30`; empty where neither the file nor its name says one.
    public let period: String
    /// Whom it is about where not everybody: `Female, 0-4 yrs`; empty for everybody.
    public let part: String
    public let count: PublishedFigure
    public let denominator: PublishedFigure
    public let value: PublishedFigure
    public let limits: [Limits]
    /// What the publisher says of the figure: `Value suppressed for disclosure control reasons`.
    public let note: String?
    /// What the publisher calls the area; nil where the file has codes only.
    public let areaName: String?

    /// A published interval.
    public struct Limits: Hashable, Sendable {
        /// Per cent.
        public let level: Double
        public let low: Double
        public let high: Double

        public init(level: Double, low: Double, high: Double) {
            self.level = level
            self.low = low
            self.high = high
        }
    }

    public init(
        indicator: String, area: String, period: String, part: String = "", count: PublishedFigure = .absent,
        denominator: PublishedFigure = .absent, value: PublishedFigure = .absent, limits: [Limits] = [],
        note: String? = nil, areaName: String? = nil
    ) {
        self.indicator = indicator
        self.area = area
        self.period = period
        self.part = part
        self.count = count
        self.denominator = denominator
        self.value = value
        self.limits = limits
        self.note = note
        self.areaName = areaName
    }

    /// What it is of: two values of one place cannot both hold.
    var place: Place { Place(indicator: indicator, area: area, period: period, part: part) }

    struct Place: Hashable {
        let indicator: String
        let area: String
        let period: String
        let part: String
    }
}

/// A figure in a published table: what is left out is never taken for nothing.
public enum PublishedFigure: Hashable, Sendable {
    case number(Double)
    /// Left out so that nobody can be recognised, or because it rests on too few.
    case suppressed
    /// The table has no such figure, or the cell says that there is none.
    case absent

    /// Nil where it is suppressed or absent.
    public var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }
}

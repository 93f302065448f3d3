public import Vocabulary

/// UDAs for each course of treatment by band, on a day.
public struct BandValues: Hashable, Sendable {
    public var one: Units
    /// Band 2 where the file has it as one number.
    public var two: Units
    /// Bands 2a, 2b and 2c; nil where the day knows one band 2.
    public var twoParts: Parts?
    public var three: Units
    public var urgent: Units
    /// The least and the most that a course counted under "other" is worth.
    public var otherLow: Units
    public var otherHigh: Units

    public struct Parts: Hashable, Sendable {
        public var a: Units
        public var b: Units
        public var c: Units

        public init(a: Units, b: Units, c: Units) {
            self.a = a
            self.b = b
            self.c = c
        }
    }

    public init(
        one: Units, two: Units, twoParts: Parts?, three: Units, urgent: Units, otherLow: Units, otherHigh: Units
    ) {
        self.one = one
        self.two = two
        self.twoParts = twoParts
        self.three = three
        self.urgent = urgent
        self.otherLow = otherLow
        self.otherHigh = otherHigh
    }
}

/// Published UDAs of a month beside those that its courses of treatment make.
public struct UnitCheck: Hashable, Sendable {
    public var month: Month
    /// Courses × UDAs for their band; "other" courses count nothing here.
    public var counted: Units
    public var published: Units
    /// Rows where the two are equal.
    public var exact: Int
    /// Rows that are equal once each "other" course is allowed its least to its most.
    public var exactWithOther: Int
    /// Rows without delivery: no claims.
    public var blank: Int
    /// By size of the difference, largest first.
    public var differences: [Difference]

    public var rows: Int { exact + exactWithOther + blank + differences.count }

    public struct Difference: Hashable, Sendable {
        public var contract: ContractNumber
        public var commissioner: OrganisationCode
        /// A sole trader's is personal data; see `ProviderName`.
        public var providerName: String
        public var counted: Units
        public var published: Units
        public var otherCourses: Int
        public var cause: Cause

        /// Published less counted.
        public var units: Units { published - counted }
    }

    /// What probably makes the difference; the files do not say.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// Claims of earlier months were changed or withdrawn: published is below what the courses make.
        case withdrawnClaims
        /// Claims were amended, or "other" courses were worth more than they are allowed here.
        case amendedClaims
        /// Band 2 is published as one number in a month that already had sub-bands.
        case unsplitBandTwo
        /// Units without a course, or courses without units.
        case unitsAndCoursesApart

        public var title: String {
            switch self {
            case .withdrawnClaims: "Earlier claims withdrawn or reduced"
            case .amendedClaims: "Earlier claims amended or added"
            case .unsplitBandTwo: "Band 2 published without its sub-bands"
            case .unitsAndCoursesApart: "Units without courses, or courses without units"
            }
        }
    }
}

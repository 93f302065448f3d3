public import Vocabulary

extension ForecastYearEnd {
    /// Deliveries and targets of all years held, in columns, so that a forecast reads them without searching.
    ///
    /// Made once for any number of forecasts. One contract comes once in a year: where two commissioners
    /// report it, the one whose rows count, or else the first by code.
    public struct History: Sendable {
        private let byYear: [FinancialYear: Year]

        /// Every contract of one financial year, by contract number; months are twelve places, April first.
        struct Year: Sendable {
            let year: FinancialYear
            var contracts: [ContractNumber] = []
            /// Units, row major; nothing where blank or without a row.
            var delivered: [Double] = []
            /// Units, row major; nothing without a row, and slips of the keyboard replaced by the month
            /// before.
            var target: [Double] = []
            /// Bit 0 is April: whether the contract has a row in that month's file.
            var rows: [UInt16] = []
            /// A row is flagged that no person has accepted.
            var isHeldOut: [Bool] = []
            /// Bit 0 is April: whether any contract has a row.
            var months: UInt16 = 0

            static let allMonths: UInt16 = 0xFFF

            var isComplete: Bool { months == Year.allMonths }

            func isWhole(_ place: Int) -> Bool { rows[place] == Year.allMonths }

            func hasRow(_ place: Int, in month: Int) -> Bool { rows[place] >> (month - 1) & 1 == 1 }

            /// Units delivered in the months of a range, 1 to 12.
            func delivered(_ place: Int, in range: Range<Int>) -> Double {
                var sum = 0.0
                for month in range { sum += delivered[place * 12 + month - 1] }
                return sum
            }

            /// The number of rows in the months of a range, 1 to 12.
            func rowCount(_ place: Int, in range: Range<Int>) -> Int {
                range.reduce(0) { $0 + (hasRow(place, in: $1) ? 1 : 0) }
            }
        }

        /// - Parameter contractYears: all that are held, in any order.
        public init(_ contractYears: [ContractYear], by definition: ForecastDefinition = .reviewed) {
            let sorted = contractYears.sorted { left, right in
                if left.year != right.year { return left.year < right.year }
                if left.contract != right.contract { return left.contract < right.contract }
                let (first, second) = (History.isHeldOut(left), History.isHeldOut(right))
                return first == second ? left.commissioner < right.commissioner : second
            }
            var byYear: [FinancialYear: Year] = [:]
            var start = 0
            while start < sorted.count {
                let end = sorted[start...].firstIndex { $0.year != sorted[start].year } ?? sorted.count
                byYear[sorted[start].year] = History.year(of: sorted[start..<end], by: definition)
                start = end
            }
            self.byYear = byYear
        }

        /// The years held, in order.
        public var years: [FinancialYear] { byYear.keys.sorted() }

        /// The last month of a year that any contract has a row in, 1 to 12; nil where the year is not held.
        public func lastMonth(of year: FinancialYear) -> Int? {
            byYear[year].flatMap { held in (1...12).last { held.months >> ($0 - 1) & 1 == 1 } }
        }

        /// Whether all twelve months of a year are held, so that it can be learned from.
        public func isComplete(_ year: FinancialYear) -> Bool { byYear[year]?.isComplete ?? false }

        subscript(year: FinancialYear) -> Year? { byYear[year] }

        private static func isHeldOut(_ held: ContractYear) -> Bool {
            held.months.contains { !($0?.flags.isEmpty ?? true) }
        }

        private static func year(of sorted: ArraySlice<ContractYear>, by definition: ForecastDefinition) -> Year {
            var year = Year(year: sorted[sorted.startIndex].year)
            year.contracts.reserveCapacity(sorted.count)
            year.delivered.reserveCapacity(sorted.count * 12)
            year.target.reserveCapacity(sorted.count * 12)
            for held in sorted where held.contract != year.contracts.last {
                year.contracts.append(held.contract)
                year.isHeldOut.append(isHeldOut(held))
                var rows: UInt16 = 0
                var before = Units.zero
                for (place, row) in held.months.enumerated() {
                    var target = row?.target ?? .zero
                    if target > definition.largestTarget, place > 0 { target = before }
                    before = target
                    year.delivered.append(row?.delivered?.approximate ?? 0)
                    year.target.append(target.approximate)
                    if row != nil { rows |= 1 << place }
                }
                year.rows.append(rows)
                year.months |= rows
            }
            return year
        }
    }
}

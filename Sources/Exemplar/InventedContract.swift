import Contracts
import Methods
import Vocabulary

/// A contract that exists nowhere: what lasts about it, from its first month to its last.
struct InventedContract: Sendable {
    /// Its place in the pool, and the index of its random stream.
    var index: Int
    var number: ContractNumber
    /// Which of `Exemplar.commissioners` holds it.
    var board: Int
    var role: Role
    var provider: String
    var group: String?
    var postcode: String
    var lsoa: String
    var first: Month
    /// The last month with a row; nil while it goes on.
    var last: Month?
    /// Targets in UDAs by financial year, from the first year: at its start, and after a change within it.
    var targets: [TargetYear]
    /// Pounds per UDA in December 2023.
    var unitValue: Double
    /// Years (calendar year of the start) in which its value per UDA rose by more than the national uplift.
    var jumps: [Int: Double]
    /// Delivered ÷ contracted units at the end of each financial year, from the first year.
    var shares: [Double]
    /// Factors on bands 2, 3 and urgent.
    var mix: [Double]
    var children: Double
    var adults: Double
    /// Units of foundation dentists as a part of all; nil where there are none.
    var foundation: Double?
    var hasFurtherGeneralMoney: Bool

    struct TargetYear: Hashable, Sendable {
        var start: Int
        /// The month of the year (1 to 12) from which `end` holds.
        var changes: Int?
        var end: Int

        func target(month: Int) -> Int { changes.map { month >= $0 ? end : start } ?? start }
    }

    /// Ordinary, or one of the oddities that England's files have.
    enum Role: Hashable, Sendable {
        case ordinary
        /// A target of 1, with this value in pence.
        case nominal(Int)
        /// A target of 0, with this value in pence.
        case untargeted(Int)
    }

    func isActive(in month: Month) -> Bool {
        month >= first && (last.map { month <= $0 } ?? true)
    }

    /// The value of a target in a month: its units at the month's value per UDA.
    func value(of target: Int, in month: Month) -> Money {
        let level = NationalShape.level(month)
        let reference = 2023
        var jump = 1.0
        for (year, factor) in jumps {
            let begins = FinancialYear(startingIn: year).month(1)
            if year > reference, month >= begins { jump *= factor }
            if year <= reference, month < begins { jump /= factor }
        }
        return Money(pence: Int((Double(target) * unitValue * level * jump * 100).rounded()))
    }
}

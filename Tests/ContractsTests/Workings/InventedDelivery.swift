import Contracts
import Vocabulary

/// An invented pool of contracts over several years, the same whenever it is made: only for trying the
/// forecast.
struct InventedDelivery {
    var years: [ContractYear] = []

    /// - Parameters:
    ///   - scale: what every target and delivery is multiplied by.
    ///   - last: months of the last year that are held.
    init(_ starts: [Int], contracts: Int = 130, scale: Int = 1, monthsOfLastYear last: Int = 12) {
        for start in starts {
            for number in 0..<contracts {
                years.append(
                    InventedDelivery.year(
                        start, number, scale: scale, months: start == starts.last ? last : 12))
            }
        }
    }

    static func contract(_ number: Int) -> ContractNumber {
        ContractNumber(String(1_000_000_000 + number))!
    }

    static func held(target: Int, delivered: Int?) -> ContractYear.MonthHeld {
        .init(
            target: Units(target), value: Money(pence: target * 3_000), delivered: delivered.map { Units($0) },
            children: nil, adults: nil, flags: [])
    }

    /// A contract has its own pace, which wanders a little from year to year and month to month.
    private static func year(_ start: Int, _ number: Int, scale: Int, months: Int) -> ContractYear {
        let target = 1_200 + number * 37 % 900 * 12
        let pace = 70 + number * 53 % 40 + (start * 31 + number * 17) % 11
        return ContractYear(
            contract: contract(number), year: FinancialYear(startingIn: start),
            commissioner: OrganisationCode("QXX")!, commissionerName: "An invented commissioner",
            providerName: "Provider \(number)",
            months: (0..<12).map { month in
                guard month < months else { return nil }
                let wave = 85 + (start * 7 + number * 29 + month * 13) % 31
                return held(target: target * scale, delivered: target / 1_200 * pace * wave / 100 * scale)
            })
    }
}

import Methods
import Vocabulary

/// The invented providers, practices and prices that contract monitoring speaks of.
struct InventedMarket: Sendable {
    struct Provider: Sendable {
        let code: String
        /// Millionths.
        let forces: Int
    }

    struct Practice: Sendable {
        let code: String
        let commissioner: Int
    }

    let providers: [Provider]
    let practices: [Practice]
    /// Closed before the year began; one for each commissioner.
    let closed: [Practice]
    let commissioners: [String]
    /// Prices in pence before the market forces factor: spells and emergency care by tariff.
    let spells: [(tariff: String, pence: Int)]
    let emergencies: [(tariff: String, pence: Int)]
    /// By treatment function: a first attendance and one that follows.
    let functions: [(code: String, first: Int, followUp: Int)]

    /// A function that nobody contracts.
    static let uncontracted = (code: "998", first: 21_000, followUp: 9_500)
    static let ungroupable = (tariff: "UZ01Z", pence: 100_000)
    static let firstTariff = "WF01B"
    static let followUpTariff = "WF01A"

    init(seed: UInt64) {
        var draws = RandomStream(seed: seed).substream(3)
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
        providers = (0..<40).map { index in
            Provider(code: "X\(letters[index / 9])\(index % 9 + 1)", forces: 1_000_000 + draws.below(200_000))
        }
        commissioners = (0..<42).map { index in
            index < 24 ? "QZ\(letters[index])" : "QY\(letters[index - 24])"
        }
        practices = (0..<1_260).map { Practice(code: "Z\(80_001 + $0)", commissioner: $0 % 42) }
        closed = (0..<42).map { Practice(code: "Z\(79_001 + $0)", commissioner: $0) }
        spells = (0..<60).map { index in
            ("\(letters[index % 12])Z\(10 + index / 12)\(letters[index % 4])", 60_000 + draws.below(800_000))
        }
        emergencies = (1...9).map { ("VB0\($0)Z", 6_000 + draws.below(35_000)) }
        functions = ["100", "101", "110", "120", "130", "300", "301", "320", "330", "340", "400", "430", "502", "560"]
            .map { ($0, 14_000 + draws.below(12_000), 6_000 + draws.below(6_000)) }
    }

    /// A price at a provider in pence: times its market forces factor, to the nearest penny.
    func price(_ pence: Int, at provider: Int) -> Int {
        (pence * providers[provider].forces + 500_000) / 1_000_000
    }

    /// The tables of reference as files.
    var tables: [(ExemplarActivity.File, String)] {
        var practice = "practice,commissioner,openedOn,closedOn\n"
        for one in practices { practice += "\(one.code),\(commissioners[one.commissioner]),2005-04-01,\n" }
        for one in closed { practice += "\(one.code),\(commissioners[one.commissioner]),2005-04-01,2024-03-31\n" }
        var provider = "provider,marketForcesFactor\n"
        for one in providers {
            let rest = String(1_000_000 + one.forces % 1_000_000).dropFirst()
            provider += "\(one.code),\(one.forces / 1_000_000).\(rest)\n"
        }
        var price = "tariff,treatmentFunction,pricePence\n"
        for one in spells + emergencies + [InventedMarket.ungroupable] { price += "\(one.tariff),,\(one.pence)\n" }
        for one in functions + [InventedMarket.uncontracted] {
            price += "\(InventedMarket.firstTariff),\(one.code),\(one.first)\n"
            price += "\(InventedMarket.followUpTariff),\(one.code),\(one.followUp)\n"
        }
        let service = "treatmentFunction\n180\n" + functions.map { "\($0.code)\n" }.joined()
        return [(.practices, practice), (.providers, provider), (.prices, price), (.services, service)]
    }
}

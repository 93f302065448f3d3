import Methods
import Vocabulary

/// The invented providers, practices and prices that contract monitoring speaks of.
struct InventedMarket: Sendable {
    struct Provider: Sendable {
        let code: String
        /// The market forces factor, in millionths.
        let forces: Int
        /// The place of the commissioner that hosts it.
        let host: Int
    }

    struct Practice: Sendable {
        let code: String
        /// The place of its commissioner; nil for a code that is in no list.
        var commissioner: Int?
        /// The commissioner that it had until `InventedMarket.midyear`.
        var former: Int?
        var opened = InventedMarket.longAgo
        var closed: Day?
        var isPrison = false

        /// On a day; of the latest row where none is in force.
        func commissioner(on day: Day) -> Int? {
            if let former, day < InventedMarket.midyear { return former }
            return commissioner
        }
    }

    /// A price in pence before the market forces factor.
    struct Tariff: Sendable {
        let code: String
        let pence: Int
        /// From `InventedMarket.midyear` on.
        var later: Int?
        /// Days of a spell that its price covers, and the price of one more.
        var trim: (days: Int, pence: Int)?

        func pence(on day: Day) -> Int { day < InventedMarket.midyear ? pence : later ?? pence }
    }

    /// A treatment function with the prices of a first attendance and one that follows.
    struct Function: Sendable {
        let code: String
        let first: Int
        let followUp: Int
    }

    /// How many providers are in the monthly files; one more restates its own.
    static let billing = 40
    static let restating = 40
    /// Two of them are not of the NHS, and one has a low-volume block.
    static let independent = [37, 38]
    static let lowVolume = 36

    let providers: [Provider]
    /// The last is the armed forces'.
    let commissioners: [String]
    let practices: [Practice]
    /// One of each for every board: closed before the year began, opened after it, closed after it, moved at midyear.
    let closed: [Practice]
    let opening: [Practice]
    let closing: [Practice]
    let moved: [Practice]
    let prisons: [Practice]
    let forces: [Practice]
    let spells: [Tariff]
    let emergencies: [Tariff]
    /// Those that everybody contracts.
    let functions: [Function]
    let dental: [Function]

    static let boards = 42
    static let armedForces = 42
    static let longAgo = Day("2005-04-01")!
    static let midyear = Day("2025-07-10")!
    /// Registered with no practice that is listed.
    static let unlisted = Practice(code: "V81999", commissioner: nil)
    /// Prices of functions that have none of their own.
    static let anyFirst = 15_500
    static let anyFollowUp = 7_700
    /// A function that nobody contracts, and one that only every other provider does.
    static let uncontracted = Function(code: "998", first: anyFirst, followUp: anyFollowUp)
    static let contractedByEven = Function(code: "145", first: anyFirst, followUp: anyFollowUp)
    static let ungroupable = Tariff(code: "UZ01Z", pence: 100_000)
    static let lapsed = Tariff(code: "WZ98Z", pence: 88_000)
    static let lowestEmergency = Tariff(code: "VB11Z", pence: 5_000)
    static let firstTariff = "WF01B"
    static let followUpTariff = "WF01A"
    /// Of low priority all year; of low priority in other years only.
    static let lowPriority = [Tariff(code: "LZ90A", pence: 91_300), Tariff(code: "LZ91B", pence: 143_700)]
    static let oncePriority = [Tariff(code: "LZ92C", pence: 67_500), Tariff(code: "LZ93D", pence: 120_100)]

    init(seed: UInt64) {
        var draws = RandomStream(seed: seed).substream(3)
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
        providers = (0...InventedMarket.restating).map { index in
            // Every fifth has a factor with two decimals, so that its ratios come to whole pence.
            let forces = 1_000_000 + (index % 5 == 0 ? draws.below(20) * 10_000 : draws.below(200_000))
            let code = index == InventedMarket.restating ? "XZ9" : "X\(letters[index / 9])\(index % 9 + 1)"
            return Provider(code: code, forces: forces, host: draws.below(InventedMarket.boards))
        }
        let boards = 0..<InventedMarket.boards
        commissioners =
            boards.map { index in index < 24 ? "QZ\(letters[index])" : "QY\(letters[index - 24])" } + ["13Q"]
        practices = (0..<1_260).map { Practice(code: "Z\(80_001 + $0)", commissioner: $0 % InventedMarket.boards) }
        closed = boards.map {
            Practice(code: "Z\(79_001 + $0)", commissioner: $0, closed: Day("2024-03-31")!)
        }
        opening = boards.map { Practice(code: "Z\(78_001 + $0)", commissioner: $0, opened: Day("2026-04-01")!) }
        closing = boards.map { Practice(code: "Z\(77_001 + $0)", commissioner: $0, closed: Day("2026-04-01")!) }
        moved = boards.map {
            Practice(code: "Z\(76_001 + $0)", commissioner: $0, former: ($0 + 5) % InventedMarket.boards)
        }
        prisons = (0..<12).map { Practice(code: "Z\(75_001 + $0)", commissioner: $0 * 3, isPrison: true) }
        forces = (0..<6).map { Practice(code: "Z\(74_001 + $0)", commissioner: InventedMarket.armedForces) }
        spells = (0..<60).map { index in
            let pence = 60_000 + draws.below(800_000)
            return Tariff(
                code: "\(letters[index % 12])Z\(10 + index / 12)\(letters[index % 4])", pence: pence,
                later: index % 10 == 7 ? pence + 3_100 : nil,
                trim: index % 3 == 0 ? (2 + draws.below(5), 15_000 + draws.below(20_000)) : nil)
        }
        emergencies =
            (1...9).map { Tariff(code: "VB0\($0)Z", pence: 6_000 + draws.below(35_000)) }
            + [InventedMarket.lowestEmergency]
        functions =
            ["100", "101", "110", "120", "130", "300", "301", "320", "330", "340", "400", "430", "501", "502", "560"]
            .map {
                // Whole pounds, for the same reason.
                Function(code: $0, first: 14_000 + draws.below(12_000), followUp: 6_000 + draws.below(60) * 100)
            } + [Function(code: "653", first: InventedMarket.anyFirst, followUp: InventedMarket.anyFollowUp)]
        dental = ["140", "141", "142", "143", "144", "217", "450", "451"].map {
            Function(code: $0, first: InventedMarket.anyFirst, followUp: InventedMarket.anyFollowUp)
        }
    }

    func function(_ code: String) -> Function { (functions + dental).first { $0.code == code }! }

    /// A price at a provider in pence: times its market forces factor, to the nearest penny.
    func price(_ pence: Int, at provider: Int) -> Int {
        (pence * providers[provider].forces + 500_000) / 1_000_000
    }
}

import Methods
import Vocabulary

@testable import Priorities

/// A round drawn from a seed: a few options with costs, scores, weights and rules of every kind, for laws that hold
/// of any round.
enum DrawnRound {
    static let years = [FinancialYear(startingIn: 2026), FinancialYear(startingIn: 2027)]
    static let settings = RoundResult.Settings(seed: 7, draws: 200, coreDraws: 10, frontierPoints: 5)

    static func round(seed: Int, options count: Int = 7, benefit: BenefitKind = .whole) -> Round {
        var stream = RandomStream(seed: UInt64(seed))
        var round = Round(
            id: slug("drawn"), title: "Drawn \(seed)", programme: Programme(title: "Drawn"), benefit: benefit,
            openedAt: Sample.opened)
        round.envelope = Envelope(
            years: years.map { year in
                Envelope.Year(
                    year: year,
                    sources: [
                        FundingSource(title: "Growth", kind: .recurrent, amount: pounds(80 + stream.below(120))),
                        FundingSource(title: "Recovery", kind: .slippage, amount: pounds(stream.below(60))),
                    ])
            },
            locks: [Lock(id: slug("lock"), title: "A contract", amount: pounds(60), until: years[1].firstDay)])
        round.criteria = ["access", "health", "equity"].map { id in
            Criterion(
                id: slug(id), title: id.prefix(1).uppercased() + id.dropFirst(), meaning: id, scale: Sample.points)
        }
        round.members = ["m1", "m2", "m3"].map { Member(id: slug($0), role: "Member", kind: .lay) }
        round.options = (0..<count).map { option($0, &stream) }
        if stream.below(2) == 0 { round.options[0].requires = [round.options[1].id] }
        round.rules = rules(&stream, round)
        for member in round.members {
            round.weights[member.id] = [
                WeightsGiven(
                    method: .swing,
                    swings: round.criteria.enumerated().map { place, criterion in
                        .init(criterion: criterion.id, points: place == 0 ? 100 : Double(10 + stream.below(90)))
                    })
            ]
            round.scores[member.id] = round.options.flatMap { option in
                round.criteria.map { criterion in
                    let value = Double(10 + stream.below(80))
                    return Score(
                        option: option.id, criterion: criterion.id, value: value, low: value - 10, high: value + 10)
                }
            }
        }
        return round
    }

    static func option(_ number: Int, _ stream: inout RandomStream) -> Option {
        let isStop = number % 4 == 3
        let yearly = (10 + stream.below(70)) * (isStop ? -1 : 1)
        return Option(
            id: slug("o\(number)"), title: "Option \(number)", kind: isStop ? .stop : .invest,
            costs: years.enumerated().map { place, year in
                Option.YearCost(
                    year: year, recurrent: pounds(place == 0 ? yearly / 2 : yearly),
                    oneOff: pounds(place == 0 ? stream.below(20) : 0))
            },
            fullYear: pounds(yearly), capital: pounds(stream.below(15)), workforceHundredths: stream.below(300),
            people: 10 + stream.below(500), successPercent: 30 + stream.below(70),
            area: slug(stream.below(2) == 0 ? "north" : "south"), tags: stream.below(2) == 0 ? [slug("oral")] : [])
    }

    private static func rules(_ stream: inout RandomStream, _ round: Round) -> [PortfolioRule] {
        let all = [
            PortfolioRule(
                id: slug("most"), title: "Oral health at most", kind: .ringFenceMost, tag: slug("oral"),
                limit: pounds(60)),
            PortfolioRule(id: slug("staff"), title: "Staff", kind: .workforceMost, number: 500),
            PortfolioRule(id: slug("capital"), title: "Capital", kind: .capitalMost, limit: pounds(30)),
            PortfolioRule(id: slug("few"), title: "At most four", kind: .optionsMost, number: 4),
            PortfolioRule(
                id: slug("either"), title: "Either", kind: .exclusive,
                options: [round.options[1].id, round.options[2].id]),
            PortfolioRule(
                id: slug("after"), title: "After", kind: .prerequisite,
                options: [round.options[2].id, round.options[4].id]),
        ]
        return all.filter { _ in stream.below(3) == 0 }
    }

    static func result(_ round: Round) throws -> RoundResult {
        try SolveRound.run(round, settings: settings, solver: nil)
    }
}

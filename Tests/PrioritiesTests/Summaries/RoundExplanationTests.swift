import Rulebook
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundExplanationTests {
    private func explanation(_ round: Round) throws -> RoundExplanation {
        RoundExplanation(round, try DrawnRound.result(round), limits: try TrustLimits(.shipped, on: Sample.opened.day))
    }

    @Test(arguments: 1...12)
    func `no sentence uses a word of the trade`(seed: Int) throws {
        var round = DrawnRound.round(seed: seed, benefit: seed % 2 == 0 ? .whole : .perPerson)
        round.interests = [
            Interest(id: slug("i"), member: slug("m2"), kind: .financial, options: [slug("o1")], nature: "A share")
        ]
        round.decision = Decision(
            decidedOn: Sample.opened.day, body: "The board",
            outcomes: round.options.map { .init(option: $0.id, outcome: .deferred, reason: "Later") })
        let explanation = try explanation(round)
        let banned = [
            "central weight", "smaa", "acceptability", "polytope", "milp", "lp", "core index", "shadow price",
            "greedy", "optimal", "stochastic", "knapsack", "e-0", "nan", "inf",
        ]
        for sentence in explanation.sentences {
            let words = sentence.lowercased()
            for word in banned {
                let isWhole =
                    word.count > 3 ? words.contains(word) : words.split { !$0.isLetter }.contains(Substring(word))
                #expect(!isWhole, "“\(word)” in: \(sentence)")
            }
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains("  ") && !sentence.contains(".."), "\(sentence)")
        }
        #expect(explanation.options.count == round.options.count)
        #expect(explanation.options.allSatisfy { !$0.sentences.isEmpty })
    }

    /// Two options of one price and money for one: the whole can be checked by hand.
    private func two(_ change: (inout Round) -> Void = { _ in }) -> Round {
        var round = DrawnRound.round(seed: 1)
        round.rules = []
        round.options = [("o0", 80.0), ("o1", 40.0)].map { id, _ in
            Option(
                id: slug(id), title: id == "o0" ? "Evening clinics" : "A helpline",
                costs: DrawnRound.years.map { Option.YearCost(year: $0, recurrent: pounds(70)) }, fullYear: pounds(70))
        }
        round.envelope = Envelope(
            years: DrawnRound.years.map {
                Envelope.Year(
                    year: $0, sources: [FundingSource(title: "Growth", kind: .recurrent, amount: pounds(80))])
            })
        for member in round.members {
            round.scores[member.id] = round.options.flatMap { option in
                round.criteria.map {
                    Score(option: option.id, criterion: $0.id, value: option.id == slug("o0") ? 80 : 40)
                }
            }
        }
        change(&round)
        return round
    }

    @Test func `what is safe is said to be safe, with what the other would cost`() throws {
        let explanation = try explanation(two())
        #expect(
            explanation.recommendation == [
                "The calculation recommends funding “Evening clinics”. Together this costs £70 in a full year and brings "
                    + "80 points.",
                "No other set of options that keeps the money and the rules brings more.",
                "It leaves £10 of 2026/27 and £10 of 2027/28 unspent.",
                "This can be trusted: whichever member’s weights are used, and however the scores fall within what "
                    + "members thought possible, nearly every trial gives the same answer.",
            ])
        #expect(explanation.options.map(\.stance) == [.safeIn, .safeOut])
        #expect(
            explanation.options[1].sentences == [
                "“A helpline” is safe out: 0 of 100 trials fund it.",
                "It is not the best value for money of the investments, whatever you care about.",
                "Giving up “Evening clinics” for it would lose 40 points, and there is no cheaper way to have it.",
                "“Evening clinics” does at least as much on every criterion for no more money.",
            ])
        #expect(
            explanation.list == [
                "Going down the list by value for money, and passing over what does not fit, gives the same set."
            ])
        #expect(explanation.prices.last?.hasPrefix("£10,000 more a year of recurrent money would bring") == true)
    }

    @Test func `a rule and the locks are priced in what they keep from being funded`() throws {
        let explanation = try explanation(
            two { round in
                round.rules = [
                    PortfolioRule(id: slug("out"), title: "Not now", kind: .forcedOut, options: [slug("o0")])
                ]
                round.envelope?.years[0].sources[0].amount = pounds(10)
                round.envelope?.locks = [
                    Lock(id: slug("l"), title: "Old contract", amount: pounds(70), until: DrawnRound.years[1].firstDay)
                ]
            })
        #expect(explanation.options.map(\.stance).first == .forcedOut)
        #expect(
            explanation.prices.prefix(2) == [
                "The rule “Not now” costs nothing: without it nothing better could be funded.",
                "The locks cost 40 points: with the same money free from the first day, “A helpline” would go ahead "
                    + "as well.",
            ])
    }

    @Test func `an option that nobody’s cares would put first says whose cares would`() throws {
        let explanation = try explanation(
            two { round in
                for member in round.members {
                    round.scores[member.id] = round.scores[member.id]?.map { score in
                        var score = score
                        if score.option == slug("o1"), score.criterion == slug("equity") { score.value = 95 }
                        return score
                    }
                    round.weights[member.id] = [
                        WeightsGiven(
                            method: .swing,
                            swings: zip(["access", "health", "equity"], [100.0, 90, 20]).map {
                                .init(criterion: slug($0), points: $1)
                            })
                    ]
                }
            })
        #expect(
            explanation.options[1].sentences.contains(
                "You would have to care more about equity than anyone on the panel did for this to come first of the "
                    + "investments."))
    }

    @Test func `a decision that departs says so with its reason, and one that follows says that`() throws {
        var round = two()
        func outcome(_ id: String, _ kind: Decision.Outcome.Kind, _ reason: String) -> Decision.Outcome {
            .init(option: slug(id), outcome: kind, reason: reason)
        }
        round.decision = Decision(
            decidedOn: Sample.opened.day, body: "The board",
            outcomes: [outcome("o0", .deferred, "No staff yet"), outcome("o1", .funded, "It is asked for.")])
        #expect(
            try explanation(round).decision == [
                "“Evening clinics” is deferred although the calculation recommends it. The reason given: No staff yet.",
                "“A helpline” is funded although the calculation does not recommend it. The reason given: It is asked "
                    + "for.",
            ])
        round.decision?.outcomes = [outcome("o0", .funded, "It comes first"), outcome("o1", .notFunded, "No money")]
        #expect(try explanation(round).decision == ["The decision follows the recommendation."])
    }
}

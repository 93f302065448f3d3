import Tabular
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundWordsTests {
    @Test func `figures are said with no more digits than they are good for`() {
        #expect(Said.points(12.34) == "12 points")
        #expect(Said.points(3.44) == "3.4 points")
        #expect(Said.points(1.04) == "1 point")
        #expect(Said.points(1_234.6) == "1,235 points")
        #expect(Said.points(0.01) == "less than 0.1 points")
        #expect(Said.points(-9.96) == "−10 points")
        #expect(Said.ofHundred(0.001) == "fewer than 1 of 100")
        #expect(Said.ofHundred(0.999) == "more than 99 of 100")
        #expect(Said.ofHundred(1) == "100 of 100")
        #expect(Said.ofThousand(946) == "946 of 1,000")
        #expect(Said.percent(0.004) == "less than 1 %")
        #expect(Said.list(["A", "B", "C"]) == "A, B and C")
        #expect(Said.list([]) == "nothing")
    }

    @Test func `a service is stopped or kept, not funded`() throws {
        #expect(Option.Kind.stop.decided(.funded) == "Stopped" && Option.Kind.invest.decided(.funded) == "Funded")
        #expect(Option.Kind.reduce.recommendation(isFunded: true) == "Reduce")
        for kind in Option.Kind.allCases where kind.isDisinvestment {
            #expect(kind.decided(.notFunded) == "Kept as it is")
            #expect(kind.recommendation(isFunded: false) == "Keep as it is")
        }
        let round = try Round.sample(upTo: .decided)
        #expect(round.decidedWords(on: slug("outreach")) == "Stopped")
        #expect(round.decidedWords(on: slug("helpline")) == "Not funded")
        #expect(try Round.sample(upTo: .ballotClosed).decidedWords(on: slug("helpline")) == nil)
        let table = RoundTables(round).decision
        #expect(table.csv.contains("Stop the outreach clinic,Stopped,"))
    }

    @Test func `each noun has words of its own`() {
        #expect(Set(Member.Kind.allCases.map(\.words)).count == Member.Kind.allCases.count)
        #expect(Set(Interest.Kind.allCases.map(\.words)).count == Interest.Kind.allCases.count)
        #expect(Set(Evidence.Rung.allCases.map(\.words)).count == Evidence.Rung.allCases.count)
        #expect(Set(Representation.Origin.allCases.map(\.words)).count == Representation.Origin.allCases.count)
        #expect(Set(Decision.Outcome.Kind.allCases.map(\.words)).count == Decision.Outcome.Kind.allCases.count)
        #expect(Set(Option.Kind.allCases.map(\.words)).count == Option.Kind.allCases.count)
    }
}

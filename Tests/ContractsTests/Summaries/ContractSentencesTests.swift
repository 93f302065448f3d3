import Contracts
import Testing
import Vocabulary

struct ContractSentencesTests {
    private func sentences(_ row: ContractYear.MonthHeld, year: Int = 2024, notJudged: Set<Int> = []) throws -> [String]
    {
        let held = TestYears.year(year, months: Array(repeating: row, count: 12))
        let book = TestYears.book([held], notJudged: notJudged)
        return ContractSentences.of(try #require(book.positions(in: held.year, at: 12).first))
    }

    @Test(arguments: [
        (50, "It ended 2024/25 at 50.0 % of its target, below the threshold: £18,000.00 is to be recovered."),
        (98, "It ended 2024/25 at 98.0 % of its target: 24 UDAs are owed next year."),
        (100, "It ended 2024/25 at 100.0 % of its target, exactly its target."),
        (101, "It ended 2024/25 at 101.0 % of its target: 12 UDAs are carried forward as credit."),
        (
            103,
            "It ended 2024/25 at 103.0 % of its target: 24 UDAs are carried forward as credit and 12 are not paid."
        ),
    ])
    func `a year that has ended says first what it means`(delivered: Int, sentence: String) throws {
        let sentences = try sentences(TestYears.row(delivered: delivered))
        #expect(sentences.first == sentence)
        #expect(sentences.count == 2)
    }

    @Test func `a year with rules of its own is not judged, and a contract without a target neither`() throws {
        #expect(
            try sentences(TestYears.row(), year: 2020, notJudged: [2020]).first
                == "It ended 2020/21 at 100.0 % of its target; the year had rules of its own and is not judged.")
        #expect(
            try sentences(TestYears.row(target: 0, pounds: 0, delivered: 0)).first
                == "It ended 2024/25; it has no UDA target.")
    }

    @Test func `what a rule flagged is said before any judgement`() throws {
        let sentences = try sentences(TestYears.row(delivered: 50, flags: ["nominal-target"]))
        #expect(sentences.first?.contains("held out of totals until a person accepts") == true)
        #expect(!sentences.joined().contains("recovered"))
    }

    @Test func `a contract without a row in the month has closed, or its file lacks it`() throws {
        let rows: [ContractYear.MonthHeld?] =
            Array(repeating: TestYears.row(), count: 8) + Array(repeating: nil, count: 4)
        let held = TestYears.year(2024, months: rows)
        let position = try #require(DerivePositionTests.position(held, at: 9))
        let sentences = ContractSentences.of(position)
        #expect(
            sentences.first == "The contract has no row in December 2024: it has closed, or its file lacks it.")
        #expect(sentences.last?.contains("it delivered 800 of 1,200 UDAs") == true)
    }

    @Test func `a forecast is said with its interval, its chance and its money`() {
        // Between 900 and 1,200, evenly: 252 of the 300 lie below 1,152, and a UDA is worth £30, so the mean
        // recovery is 30 × (300² − 48²) ÷ 600.
        let sentences = ContractSentences.of(SumSpendByTests.projected())
        #expect(
            sentences == [
                "It is expected to end 2024/25 at 1,050 UDAs (90 %: 900 to 1,200), 87.5 % of its target after what was "
                    + "carried in: a chance of 84 in 100 to miss the threshold, with £4,385 to recover on average.",
                "To the end of December 2024 it delivered 900 of 1,200 UDAs; 901.19 were due by working days.",
            ])
    }

    @Test func `where nothing is expected back no money is named`() {
        let sentences = ContractSentences.of(SumSpendByTests.projected(from: 1_190, to: 1_210))
        #expect(sentences.first?.hasSuffix(": almost certain not to miss the threshold.") == true)
    }

    @Test func `no chance is told as none or as all`() {
        let misses = ContractSentences.of(SumSpendByTests.projected(from: 900, to: 1_000))
        #expect(misses.first?.contains(": almost certain to miss the threshold, with £") == true)
    }

    @Test func `without a forecast only what was delivered is said, and in March nothing is due any more`() throws {
        let sentences = ContractSentences.of(try #require(DerivePositionTests.position(TestYears.year(2024), at: 2)))
        #expect(sentences.count == 1)
        #expect(sentences.first?.contains("were due by working days") == true)
        let ended = try self.sentences(TestYears.row())
        #expect(ended.last == "To the end of March 2025 it delivered 1,200 of 1,200 UDAs.")
    }

    @Test func `money to recover is named if and only if there is some`() throws {
        for delivered in 0...120 {
            let held = TestYears.year(2024, months: Array(repeating: TestYears.row(delivered: delivered), count: 12))
            let position = try #require(DerivePositionTests.position(held, at: 12))
            let recovers = try #require(position.yearEnd).recovery > .zero
            let sentences = ContractSentences.of(position)
            #expect(sentences.joined().contains("to be recovered") == recovers, "\(delivered) a month")
            #expect(sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("..") })
        }
    }
}

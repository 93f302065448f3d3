import Testing
import Vocabulary

@testable import Performance

struct WithholdPaymentTests {
    private let missed: [any MatterAct] = [Sample.notice, Sample.meeting, Sample.plan, Sample.exception]

    @Test func `two per cent of the monthly value may be withheld for a milestone, and not a penny more`() throws {
        #expect(try Sample.matter(missed + [Sample.withholding(20_000)]).withheld == Money(pence: 2_000_000))
        var more = Sample.withholding(20_000)
        more.amount = Money(pence: 2_000_001)
        #expect(Sample.code(missed + [more]) == "withheld-beyond-milestone")
        #expect(
            Sample.code(missed + [Sample.withholding(15_000), Sample.withholding(6_000)]) == "withheld-beyond-milestone"
        )
        #expect(Sample.code(missed + [Sample.withholding(15_000), Sample.withholding(5_000)]) == nil)
    }

    @Test func `ten per cent of a month is the cap for a whole plan`() throws {
        let milestones = (1...6).map {
            ContractMatter.Milestone(id: Slug("m\($0)")!, what: "Step \($0)", due: Sample.day("2025-10-01"))
        }
        let plan = AgreeActionPlan(matter: Sample.id, on: Sample.day("2025-09-20"), milestones: milestones)
        var acts: [any MatterAct] = [Sample.notice, Sample.meeting, plan]
        acts += milestones.map { ReportException(matter: Sample.id, milestone: $0.id, on: Sample.day("2025-11-03")) }
        let five = milestones.prefix(5).map { Sample.withholding(20_000, of: $0.id) }
        #expect(try Sample.matter(acts + five).withheld == Money(pence: 10_000_000))
        #expect(Sample.code(acts + five + [Sample.withholding(1, of: milestones[5].id)]) == "withheld-beyond-plan")
        var next = Sample.withholding(1, of: milestones[5].id)
        next.month = Month("2025-12")!
        #expect(Sample.code(acts + five + [next]) == nil)
    }

    @Test func `nothing is withheld without an exception report, after it was met, or of another monthly value`() {
        let met = MeetMilestone(matter: Sample.id, milestone: Sample.theatre, on: Sample.day("2025-11-05"))
        #expect(Sample.code(Array(missed.dropLast()) + [Sample.withholding(1)]) == "no-exception")
        #expect(Sample.code(missed + [met, Sample.withholding(1)]) == "milestone-met")
        #expect(Sample.code(missed + [Sample.withholding(0)]) == "amount-out-of-range")
        #expect(Sample.code(missed + [Sample.withholding(2, value: 1)]) == "amount-out-of-range")
        #expect(Sample.code(missed + [Sample.withholding(1, value: .max / 100)]) == "amount-out-of-range")
        #expect(
            Sample.code(missed + [Sample.withholding(1), Sample.withholding(1, value: 900_000)])
                == "monthly-value-differs")
    }
}

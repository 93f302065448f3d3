import Testing
import Vocabulary

@testable import Performance

struct SettleWithheldTests {
    private let withheld: [any MatterAct] = [
        Sample.notice, Sample.meeting, Sample.plan, Sample.exception, Sample.withholding(12_000),
    ]
    private let met = MeetMilestone(matter: Sample.id, milestone: Sample.theatre, on: Sample.day("2025-12-01"))

    private func settle(_ settlement: ContractMatter.Settlement, reason: String = "Agreed") -> SettleWithheld {
        SettleWithheld(
            matter: Sample.id, milestone: Sample.theatre, settlement: settlement, reason: reason,
            on: Sample.day("2025-12-02"))
    }

    @Test func `what is released or kept is no longer withheld`() throws {
        for settlement in ContractMatter.Settlement.allCases {
            let matter = try Sample.matter(withheld + [settle(settlement)])
            #expect(matter.withheld == .zero)
            #expect(matter.withholdings.map(\.settlement) == [settlement])
        }
    }

    @Test func `money for a milestone that was met is not kept, and nothing is settled twice or without a reason`() {
        #expect(Sample.code(withheld + [met, settle(.retained)]) == "milestone-met")
        #expect(Sample.code(withheld + [met, settle(.released)]) == nil)
        #expect(Sample.code(withheld + [settle(.released), settle(.released)]) == "nothing-withheld")
        #expect(Sample.code(withheld + [settle(.released, reason: " ")]) == "no-reason")
    }
}

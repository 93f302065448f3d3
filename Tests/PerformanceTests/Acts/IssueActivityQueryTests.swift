import Testing
import Vocabulary

@testable import Performance

struct IssueActivityQueryTests {
    @Test func `the meeting is due ten working days after the notice, bank holidays left out`() throws {
        // Monday 1 September 2025: the tenth working day after is Monday the 15th.
        #expect(try Sample.matter([Sample.query]).due == Sample.day("2025-09-15"))
        var august = Sample.query
        august.on = Sample.day("2025-08-18")
        // The bank holiday of 25 August lies between.
        #expect(try Sample.matter([august]).due == Sample.day("2025-09-02"))
    }

    @Test func `it follows an early warning, and nothing later`() throws {
        let warning = GiveEarlyWarning(
            matter: Sample.id, provider: Sample.provider, subject: "Day cases rise", on: Sample.day("2025-08-01"))
        #expect(try Sample.matter([warning, Sample.query]).state == .queried)
        #expect(Sample.code([Sample.query, Sample.query]) == "step-not-due")
        var other = Sample.query
        other.provider = OrganisationCode("RY2")!
        #expect(Sample.code([warning, other]) == "other-provider")
        var earlier = Sample.query
        earlier.on = Sample.day("2025-07-31")
        #expect(Sample.code([warning, earlier]) == "day-before-step")
    }
}

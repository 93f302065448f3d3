import Contracts
import Testing
import Vocabulary

struct ProjectYearEndTests {
    @Test func `a contract that will probably pass still has some recovery expected`() throws {
        // Uniform on 1,100 to 1,300 of 1,200: below 1,152 recovers £30 for each UDA short.
        let projection = try #require(SumSpendByTests.projected(from: 1_100, to: 1_300).projection)
        #expect(projection.atEstimate.recovery == .zero)
        // ∫ from 1,100 to 1,152 of 30 × (1,200 − x) dx ÷ 200 = £577.20.
        #expect(abs(projection.expectedRecovery.pence - 57_720) <= 100)
        #expect(abs(projection.probabilityBelow - 0.26) < 0.001)
    }

    @Test func `a certain shortfall is recovered in full`() throws {
        let projection = try #require(SumSpendByTests.projected(from: 600, to: 600).projection)
        #expect(projection.expectedRecovery == Money(pence: 1_800_000))
        #expect(projection.recoveryDeviation < 1)
        #expect(projection.probabilityBelow == 1)
    }

    @Test func `what is owed from last year raises what is expected`() throws {
        var position = SumSpendByTests.projected()
        let forecast = try #require(position.projection).forecast
        position.carriedIn = .derived(Units(-40), from: FinancialYear(startingIn: 2023))
        let owed = try #require(
            ProjectYearEnd.projection(of: position, forecast: forecast, by: TestRules.normal()))
        #expect(owed.expectedRecovery > (try #require(position.projection)).expectedRecovery)
    }

    @Test func `a closed contract and a year that is not judged have no projection`() throws {
        var position = SumSpendByTests.projected()
        let forecast = try #require(position.projection).forecast
        #expect(
            ProjectYearEnd.projection(of: position, forecast: forecast, by: TestRules.notJudged(2024)) == nil)
        position.standing = .closed
        #expect(ProjectYearEnd.projection(of: position, forecast: forecast, by: TestRules.normal()) == nil)
    }
}

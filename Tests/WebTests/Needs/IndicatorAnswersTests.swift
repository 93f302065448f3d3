import Testing

@testable import Web

/// The pages of need, over files of a few practices as they are published.
struct IndicatorAnswersTests {
    @Test func `an indicator whose file is not held says which it needs, and comes once it was taken in`() async throws
    {
        let held = try ServedNeeds()
        let served = held.served
        let list = try await served.ask("/needs", as: "observer")
        #expect(list.status == 200 && list.words.contains("No file on populations"))
        #expect(list.text.contains("/needs/diabetes-prevalence"))
        let before = try await served.ask("/needs/diabetes-prevalence", as: "observer")
        #expect(before.status == 200 && before.words.contains("needs a file that was not taken in yet"))
        try held.takeInRegisters()
        let alone = try await served.ask("/needs/diabetes-prevalence", as: "observer")
        #expect(alone.words.contains("No file that was taken in says in which board these areas lie"))
        #expect(alone.text.contains("/organisations/P81001"))
        try held.takeInMap()
        let placed = try await served.ask("/needs/diabetes-prevalence", as: "observer")
        #expect(placed.words.contains("BOARD 5") && placed.text.contains("/organisations/Q5Z"))
        #expect(placed.words.contains("higher than all together"))
        #expect(placed.text.contains("id=\"picture-funnel\""))
    }

    @Test func `practices of one board alone are shown, and the file has the same rows`() async throws {
        let held = try ServedNeeds()
        let served = held.served
        try held.takeInRegisters()
        try held.takeInMap()
        let path = "/needs/diabetes-prevalence?by=area&commissioner=Q3Z"
        let page = try await served.ask(path, as: "observer")
        #expect(page.text.contains("/organisations/P81031") && !page.text.contains("/organisations/P81029\""))
        let file = try await served.ask("/needs/diabetes-prevalence.csv?by=area&commissioner=Q3Z", as: "observer")
        #expect(file.status == 200 && file.text.split(separator: "\n").count { $0.hasPrefix("P81") } == 10)
    }

    @Test func `with deprivation of practices an indicator is shown from the most deprived fifth to the least`()
        async throws
    {
        let held = try ServedNeeds()
        let served = held.served
        try held.takeInRegisters()
        #expect(!(try await served.ask("/needs/diabetes-prevalence")).words.contains("Slope index"))
        try held.takeInScores()
        let page = try await served.ask("/needs/diabetes-prevalence")
        #expect(page.words.contains("1, most deprived") && page.words.contains("Slope index"))
        #expect(page.words.contains("imd.csv"))
    }

    @Test func `what is no indicator is not found, and nobody reads who has not signed in`() async throws {
        let held = try ServedNeeds()
        let served = held.served
        #expect(try await served.ask("/needs/happiness").status == 404)
        #expect(try await served.ask("/needs", as: nil).status == 303)
        #expect(try await served.ask("/needs/diabetes-prevalence", as: nil).status == 303)
    }
}

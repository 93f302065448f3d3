import Activity
import Foundation
import Imports
import Store
import Testing
import Vocabulary

@testable import Engines
@testable import Web

/// Who pays, and a year against its plan, in pages.
struct AgainstPlanAnswersTests {
    private func asked(_ path: String, _ held: ServedActivity) async throws -> Reply {
        let begun = try await held.served.post(path, [("of", "2025/26")])
        #expect(begun.status == 303 && begun.location == "\(path)?of=2025%2F26", "\(begun.words)")
        return try await held.ended(try #require(begun.location))
    }

    @Test func `who pays is worked out once for each state of the records, and rows and pounds are conserved`()
        async throws
    {
        let held = try ServedActivity { ScriptedEngine() }
        let before = try await held.served.ask("/activity/pays")
        #expect(before.text.contains("Work out who pays, 2025/26"))
        #expect(
            try await held.served.ask("/activity/pays", as: "observer").words.contains("Nobody has asked for it yet."))
        let page = try await asked("/activity/pays", held)
        #expect(page.words.contains("10 rows and £1,000.00 stand; by branch 10 and £1,000.00."), "\(page.words)")
        #expect(page.words.contains("nobody could be found"))
        let seen = try await held.served.ask("/activity/pays", as: "observer")
        #expect(seen.words.contains("10 rows and £1,000.00 stand"))
        #expect(try await held.served.ask("/activity/pays.csv").text.contains("G-PRACTICE"))
        // Another file is another state.
        try held.store.perform(ServedActivity.submission(9, .patientLevel), by: Served.author, at: Served.moment)
        #expect(try await !held.served.ask("/activity/pays").words.contains("stand; by branch"))
    }

    @Test func `a year's months are read once for position, variance and year end`() async throws {
        let held = try ServedActivity { ScriptedEngine() }
        let position = try await asked("/activity/position", held)
        // 80 planned at £100 each, and 89 came.
        #expect(
            position.words.contains("£8,000 was planned and £8,900 came: £900 (11.3 %) over plan."), "\(position.words)"
        )
        #expect(
            position.words.contains("Points of delivery that ran over plan")
                && position.text.contains("/activity/notices"))
        #expect(position.text.contains("picture-planpicture"))
        let variance = try await held.served.ask("/activity/variance?of=2025/26&by=tariff")
        #expect(
            variance.words.contains("Price £0, volume £900 and mix £0 make up the difference of £900."),
            "\(variance.words)")
        let forecast = try await held.served.ask("/activity/forecast?by=provider")
        #expect(forecast.status == 200 && forecast.words.contains("2 lines end 2025/26 at"), "\(forecast.words)")
        let one = try await held.served.ask("/activity/position?q=rx2&by=point-of-delivery")
        #expect(one.words.contains("£4,000 was planned and £4,000 came: as planned."), "\(one.words)")
        #expect(one.words.contains("No point of delivery ran over plan"))
        let none = try await held.served.ask("/activity/position?q=%3Cb%3E")
        #expect(none.words.contains("all are shown") && !none.text.contains("“<b>”"))
        for path in ["position", "variance", "forecast"] {
            let csv = try await held.served.ask("/activity/\(path).csv?by=point-of-delivery")
            #expect(csv.status == 200 && csv.text.contains("RX1") && csv.text.contains("Pence"), "\(path)")
        }
        #expect(held.desk.all { _ in true }.count == 1)
    }

    @Test func `a year that is none, or of which nothing was taken in, is refused in a sentence`() async throws {
        let held = try ServedActivity { ScriptedEngine() }
        #expect(try await held.served.ask("/activity/position?of=twenty").words.contains("is no financial year"))
        #expect(try await held.served.post("/activity/pays", [("of", "2019/20")]).words.contains("Nothing of 2019/20"))
        let empty = try ServedActivity(ActivityEngines(.duckDB) { _, _, _ in ScriptedEngine() }, isFilled: false)
        let reply = try await empty.served.post("/activity/position", [("of", "")])
        #expect(reply.status == 422 && reply.words.contains("No contract activity was taken in."))
    }
}

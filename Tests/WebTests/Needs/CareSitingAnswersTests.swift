import Exemplar
import Foundation
import HTTPTypes
import Methods
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// The page that looks for the best places, with solvers of these tests' own.
struct CareSitingAnswersTests {
    private static let path = "/needs/access/sites"
    private static let form = [
        ("board", Exemplar.commissioners[0].code.description), ("supply", "contracted"), ("reach", "4"),
        ("further", "1"), ("aim", "covering"),
    ]

    /// Tries each candidate by itself.
    private static func best(_ model: PortfolioModel, gap: Double) -> SolvedPortfolio {
        let candidates = model.names.count { $0.hasPrefix("site") }
        let choices = (0..<candidates).map { opened -> [Bool] in
            var chosen = [Bool](repeating: false, count: model.names.count)
            chosen[opened] = true
            for row in model.rows.dropFirst() where row.terms.contains(where: { $0.item == opened }) {
                chosen[row.terms.last?.item ?? opened] = true
            }
            return chosen
        }
        let chosen = choices.max { model.value(of: $0) < model.value(of: $1) } ?? []
        let value = model.value(of: chosen)
        return SolvedPortfolio(chosen: chosen, value: value, bound: value * (1 + gap), relativeGap: 0)
    }

    private static func served(_ solve: @escaping SitingDesk.Solve) throws -> Served {
        Served(store: try ServedAccess.filled.get().store, siting: solve)
    }

    /// The page once nothing is worked out any more.
    private func ended(_ served: Served, at path: String) async throws -> Reply {
        for _ in 0..<600 {
            let page = try await served.ask(path, as: "observer")
            guard page.headers[HTTPField.Name("Refresh")!] != nil else { return page }
            #expect(page.words.contains("This page asks again by itself"))
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the search does not end")
        return try await served.ask(path, as: "observer")
    }

    @Test func `a search is begun by a form, followed, and read at an address that is the same for everybody`()
        async throws
    {
        let served = try Self.served { model, _, _ in (Self.best(model, gap: 0), "A solver 1.0") }
        let empty = try await served.ask(Self.path, as: "observer")
        #expect(empty.status == 200 && empty.words.contains("for 60 seconds at most"))
        let begun = try await served.post(Self.path, Self.form, as: "observer")
        let place = try #require(begun.location)
        #expect(begun.status == 303 && place.hasPrefix("\(Self.path)?board="))
        let page = try await ended(served, at: place)
        #expect(page.words.contains("No other choice does more: proved."))
        #expect(page.words.contains("1 more site would bring"))
        #expect(page.words.contains("Solved by A solver 1.0, with 60 seconds at most."))
        #expect(page.text.contains("class=\"map-site-marked\""))
        // The places go on to what they would do to supply.
        #expect(page.text.contains("/needs/access?board=") && page.text.contains("what=add&amp;place=E01099"))
        let other = try await served.ask(place, as: "manager")
        #expect(other.words.contains("No other choice does more: proved."))
    }

    @Test func `what is not proved says how much better another choice may be`() async throws {
        let served = try Self.served { model, _, _ in (Self.best(model, gap: 0.125), "A solver 1.0") }
        let begun = try await served.post(Self.path, Self.form, as: "observer")
        let page = try await ended(served, at: try #require(begun.location))
        #expect(page.words.contains("another choice may do up to 12.5 per cent better"))
    }

    @Test func `where nothing is found in the time, or no solver is there, the page says so and asks again`()
        async throws
    {
        for (solve, words) in [
            (
                { _, _, _ in (SolvedPortfolio.unknown(bound: nil), "A solver 1.0") },
                "In 60 seconds no choice was found."
            ),
            (SitingDesk.withoutSolver, "The solver HiGHS is not installed"),
        ] as [(SitingDesk.Solve, String)] {
            let served = try Self.served(solve)
            let begun = try await served.post(Self.path, Self.form, as: "observer")
            let page = try await ended(served, at: try #require(begun.location))
            #expect(page.words.contains(words) && page.text.contains("<form"))
        }
    }

    @Test(arguments: [
        ("further", "0", "“0” is no number of sites"), ("reach", "far", "“far” is no reach"),
        ("board", "QZZ", "Choose a board"), ("aim", "fame", "Choose what they are for"),
    ])
    func `what is given wrongly is said at its field, and nothing is begun`(
        field: String, value: String, words: String
    ) async throws {
        let served = try Self.served { _, _, _ in throw Refusal(.engine, code: "asked", "The solver was asked.") }
        let form = Self.form.map { $0.0 == field ? ($0.0, value) : $0 }
        let reply = try await served.post(Self.path, form, as: "observer")
        #expect(reply.status == 422 && reply.words.contains(words))
    }

    @Test func `searches wait for one another, and no more than a few`() throws {
        let desk = SitingDesk { _, _, _ in (.unknown(bound: nil), "") }
        func key(_ number: Int) -> SitingDesk.Key {
            SitingDesk.Key(
                board: "QAA", supply: "contracted", reach: 1, further: number, aim: .covering,
                day: Served.moment.day, sources: [])
        }
        let gate = Gate()
        var refused = 0
        for number in 1...12 {
            do {
                try desk.begin(key(number)) { _ in
                    gate.wait()
                    return SitingDesk.Found(words: "", map: nil, tables: [], places: [])
                }
                // Asked for again it is the same search.
                try desk.begin(key(number)) { _ in SitingDesk.Found(words: "", map: nil, tables: [], places: ["twice"])
                }
            } catch { refused += 1 }
        }
        #expect((3...4).contains(refused), "one is worked on, and eight wait")
        gate.open()
    }

    /// Lets nobody through until it is open.
    private final class Gate: Sendable {
        private let isOpen = Mutex(false)
        func open() { isOpen.withLock { $0 = true } }
        func wait() { while !isOpen.withLock({ $0 }) { usleep(1_000) } }
    }
}

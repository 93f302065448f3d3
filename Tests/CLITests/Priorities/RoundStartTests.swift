import Contracts
import Exemplar
import Foundation
import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Files to start from: the example, and what the contract data know.
struct RoundStartTests {
    @Test func `example files are written once and make a round`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let folder = scratch.path("first")
            #expect(try await scratch.refusal("round", "start", folder, "--name", "dental") == nil)
            #expect(try await scratch.refusal("round", "start", folder)?.code == "file-exists")
            #expect(try await scratch.refusal("round", "new", folder) == nil)
            let round = try scratch.round("dental")
            #expect(round.options.count == 3 && round.members.count == 4 && round.anchorsClosedAt == nil)
        }
    }

    @Test func `money that can move makes an envelope that the round takes`() throws {
        try Filled.with { filled in
            _ = try filled.contracts()
            let desk = try DentalDesk(filled.store)
            let code = Exemplar.commissioners[0].code
            let asked = try desk.month()
            let day = desk.day(of: asked)
            let money = try MovableEnvelope(desk, of: code, on: day)
            let json = try RoundFiles.value(of: Array(money.yaml.utf8), named: "envelope.yaml")
            let envelope = try EnvelopeDocument.read(json, named: "envelope.yaml")
            #expect(envelope.years.count == MovableEnvelope.yearCount)
            // What is free by the first day and what joins later is the recurrent money of the contract data.
            let items = try desk.movable(at: asked).items.filter { $0.commissioner == code }
            let free = items.compactMap { item -> Money? in
                guard case .recurrent(let from, _) = item.state, from <= money.years[0].firstDay else { return nil }
                return item.amount
            }.total()
            #expect(envelope.years[0].total([.recurrent]) == free)
            var start = RoundStartFiles(
                name: Slug("dental")!, firstYear: money.years[0], startsAt: Moment(text: "2025-06-10T09:00:00Z")!)
            start.money = money
            start.commissioner = code
            start.commissionerName = Exemplar.commissioners[0].name
            let round = try #require(start.all.first { $0.path == "round.yaml" }?.text)
            let document = try RoundDocument.read(
                RoundFiles.value(of: Array(round.utf8), named: "round.yaml"), named: "round.yaml")
            #expect(document.programme.spend.map(\.amount).total() == items.map(\.amount).total())
            #expect(document.programme.commissioner == code)
        }
    }

    @Test func `a commissioner that the contract data have not is refused with those that they have`() throws {
        try Filled.with { filled in
            _ = try filled.contracts()
            let desk = try DentalDesk(filled.store)
            #expect(
                refused { try MovableEnvelope(desk, of: OrganisationCode("ZZZ")!, on: Day("2025-01-01")!) }
                    == "no-such-commissioner")
        }
    }
}

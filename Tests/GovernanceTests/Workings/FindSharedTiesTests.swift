import Governance
import Testing
import Vocabulary

struct FindSharedTiesTests {
    private typealias Sample = CommitteeSample

    @Test func `two of one practice do not both approve`() throws {
        let book = Sample.register()
        let pair = [Sample.slug("p5"), Sample.slug("p6")]
        let found = FindSharedTies.find(among: pair + [Sample.slug("p1")], on: Sample.day, in: book)
        #expect(found.map(\.tie) == [Sample.slug("practice-y02494")] && found.first?.people == pair)
        let refusal = #expect(throws: Refusal.self) {
            try FindSharedTies.refuse(among: pair, on: Sample.day, in: book, to: "approve the minutes")
        }
        #expect(refusal?.code == "approvers-tied")
        try FindSharedTies.refuse(
            among: [Sample.slug("p5"), Sample.slug("p1")], on: Sample.day, in: book, to: "approve the minutes")
    }

    @Test func `a tie binds on its days only, and nobody approves twice`() throws {
        let book = Sample.register()
        let pair = [Sample.slug("p5"), Sample.slug("p6")]
        #expect(FindSharedTies.find(among: pair, on: Day("2024-12-31")!, in: book).isEmpty)
        let refusal = #expect(throws: Refusal.self) {
            try FindSharedTies.refuse(among: [pair[0], pair[0]], on: Sample.day, in: book, to: "approve")
        }
        #expect(refusal?.code == "approver-twice")
    }

    @Test func `two who hold posts at one practice do not both approve, and two of the body itself may`() throws {
        var book = Sample.register()
        let pair = [Sample.slug("p1"), Sample.slug("p2")]
        func post(at code: String) {
            for id in pair {
                book.people[id]?.posts = [.init(title: "GP", organisation: OrganisationCode(code)!, from: Sample.day)]
            }
        }
        func code() -> String? {
            do {
                try FindSharedTies.refuse(among: pair, on: Sample.day, in: book, to: "approve the minutes")
                return nil
            } catch {
                return error.code
            }
        }
        post(at: "Y02494")
        #expect(code() == "approvers-tied")
        let body = "QWX"
        book.committees[Sample.id] = Committee(
            id: Sample.id, title: "Committee", body: OrganisationCode(body)!, formedOn: Sample.day)
        post(at: body)
        #expect(code() == nil)
    }
}

import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct MarkGateSeenTests {
    static var put: PutOnAgenda {
        var put = M.put
        put.item.changesService = true
        put.item.gates = AgendaItem.Gate.Kind.allCases.map {
            .init(kind: $0, title: $0.rawValue, document: M.digest("f"), dated: Day("2026-04-01")!)
        }
        return put
    }

    @Test func `a service is not changed by members who have not seen the assessments`() throws {
        var book = try M.book().doing([
            M.plan, Self.put, M.open, M.handle, M.leave, M.take, M.move, M.votes,
        ])
        #expect(book.refusal(of: M.count) == "statutory-gate")
        for kind in AgendaItem.Gate.Kind.allCases {
            book = try book.doing(
                MarkGateSeen(
                    meeting: M.may, item: M.item.id, kind: kind, people: ["chair", "vice", "nurse"].map(M.s)))
        }
        let counted = try book.doing(M.count)
        #expect(counted.may.resolutions.map(\.isCarried) == [true])
    }

    @Test func `a decision that changes a service is not moved while an assessment is missing or dated too late`()
        throws
    {
        for late in [false, true] {
            var put = Self.put
            if late { put.item.gates[0].dated = M.day } else { put.item.gates.removeFirst() }
            let book = try M.book().doing([M.plan, put, M.open, M.handle, M.leave, M.take])
            #expect(book.refusal(of: M.move) == "statutory-gate")
        }
    }

    @Test func `a document that the item has not cannot have been seen`() throws {
        let mark = MarkGateSeen(meeting: M.may, item: M.item.id, kind: .equalityImpact, people: [M.s("chair")])
        #expect(try M.book().doing([M.plan, M.put]).refusal(of: mark) == "no-such-gate")
    }
}

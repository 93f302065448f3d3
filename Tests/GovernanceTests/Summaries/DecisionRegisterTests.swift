import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct DecisionRegisterTests {
    @Test func `a decision is found by any of its words, its organisation and its round`() throws {
        let register = DecisionRegister(try M.held())
        for search in ["dental", "options 1 to 6", "Y02494", "dental-2025", "BENEFIT money"] {
            #expect(register.matching(search).map(\.id) == [M.s("m1")], "\(search)")
        }
        #expect(register.matching("ophthalmology").isEmpty)
    }

    @Test func `decisions of a committee that was merged are found under its successor`() throws {
        var book = try M.held()
        let joint = M.s("joint")
        book.committees[joint] = M.committee(joint)
        book.committees[M.pccc]?.successors = [joint]
        let register = DecisionRegister(book)
        #expect(register.matching("", committee: joint).map(\.id) == [M.s("m1")])
        #expect(register.matching("", committee: M.s("other")).isEmpty)
    }

    @Test func `decisions outside a meeting stand among the others, the latest first`() throws {
        var urgent = TakeUrgentActionTests.urgent("chair", "nurse")
        urgent.at = Moment(text: "2026-06-01T09:00:00Z")!
        let register = DecisionRegister(try M.held().doing(urgent))
        #expect(register.decisions.map(\.id) == [M.s("urgent-1"), M.s("m1")])
        #expect(register.table().rows.count == 2)
        #expect(register.table().rows[1].contains(.text("gp (leaves for discussion and decision; option-7)")))
    }
}

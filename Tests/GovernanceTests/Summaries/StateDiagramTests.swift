import Foundation
import Governance
import TestSupport
import Testing

struct StateDiagramTests {
    @Test func `a meeting begins planned and ends closed or cancelled`() {
        let lines = StateDiagram.meeting.split(separator: "\n")
        #expect(lines.contains("    [*] --> planned"))
        #expect(lines.suffix(2) == ["    cancelled --> [*]", "    closed --> [*]"])
        #expect(lines.contains("    open --> closed: closeMeeting"))
    }

    @Test func `every state of an item is in its diagram`() {
        for state in Proceeding.State.allCases { #expect(StateDiagram.item.contains(state.rawValue)) }
        #expect(StateDiagram.item.contains("    stopped --> taken: takeItem"))
    }

    @Test func `the page of the reference is what the tables make`() throws {
        let page = checkout.appendingPathComponent("docs/reference/state-diagrams.md")
        let written = try String(contentsOf: page, encoding: .utf8)
        // Matters of contracts follow: see `MatterDiagramTests`.
        #expect(written.hasPrefix(StateDiagram.page), "./do docs writes it again")
    }
}

import Testing
import Vocabulary

@testable import Contracts

struct SaveMappingTests {
    private static func act(reviewedOn day: String = "2025-01-02") throws -> SaveMapping {
        try SaveMapping(
            document: [
                "name": "Wexbourne eDEN", "layout": "eden", "reviewedBy": "A. Analyst", "reviewedOn": .text(day),
                "validFrom": "2024-04-01", "columns": ["contract": "No", "month": "Month", "delivered": "UDAs"],
            ], digest: EvidenceID(String(repeating: "b", count: 64))!)
    }

    private static let author = Author("B. Other")!
    /// 19 February 2025.
    private static let moment = Moment(secondsSince1970: 1_740_000_000)

    @Test func `a reviewed mapping is kept once`() throws {
        for isHeld in [true, false] {
            #expect(try Self.act().decide(.init(isHeld: isHeld), by: Self.author, at: Self.moment).isHeld == isHeld)
        }
    }

    @Test(arguments: [("2025-02-19", true), ("2025-02-20", false)])
    func `a review counts on its day, and not before`(day: String, isAllowed: Bool) throws {
        let act = try Self.act(reviewedOn: day)
        if isAllowed {
            #expect(throws: Never.self) { try act.decide(.init(isHeld: false), by: Self.author, at: Self.moment) }
        } else {
            let refusal = #expect(throws: Refusal.self) {
                try act.decide(.init(isHeld: false), by: Self.author, at: Self.moment)
            }
            #expect(refusal?.code == "reviewed-later" && refusal?.kind == .rule)
        }
    }

    @Test func `the journal has the digest, and not the reviewer`() throws {
        let line = try Self.act().journalled.canonical
        #expect(line.contains(String(repeating: "b", count: 64)) && !line.contains("Analyst"))
    }

    @Test func `a document that is no mapping is refused`() {
        #expect(throws: Refusal.self) {
            try SaveMapping(document: ["name": "A"], digest: EvidenceID(String(repeating: "b", count: 64))!)
        }
    }
}
